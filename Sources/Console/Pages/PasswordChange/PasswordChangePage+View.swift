extension PasswordChangePage {
    enum Form: String { case change }

    struct View {
        var problems = FormProblems()
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        page.gate(
            page[.newPasswordTitle],
            content: """
                \(page.summary(view.problems))
                <div class="card stack"><p>\(page[.mustChangePassword])</p>
                \(page.form(Form.change, to: PasswordChangePage(), class: "stack", """
                    \(passwordFields(page, view.problems))
                    \(page.button(.confirmPasswordChange, .wide))
                    """))
                </div>
                """)
    }

    /// The three boxes in which a password is replaced.
    static func passwordFields(_ page: PageContext, _ problems: FormProblems) -> HTML {
        let boxes: [(Phrase, String, String)] = [
            (.currentPassword, "current", "current-password"),
            (.newPassword, "new", "new-password"),
            (.retypePassword, "again", "new-password"),
        ]
        let fields = boxes.map { label, name, autocomplete in
            page.field(
                Field(
                    label: label, name: name, kind: .password, autocomplete: autocomplete,
                    maximumLength: 128),
                problems)
        }
        return "\(fields)"
    }
}
