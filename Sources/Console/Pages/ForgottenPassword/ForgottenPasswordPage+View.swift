extension ForgottenPasswordPage {
    enum Form: String { case send = "send-reset-link" }

    struct View {
        var sendsMail: Bool
        var email = ""
        var problems = FormProblems()
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        page.gate(
            page[.forgottenTitle],
            content: """
                \(page.summary(view.problems))
                <div class="card stack"><div class="stack tight"><h2>\(page[.rootUser])</h2>
                \(view.sendsMail ? form(view, page) : command(page))</div>
                <hr class="rule">
                <div class="stack tight"><h2>\(page[.iamUser])</h2>
                <p>\(page[.forgottenUser])</p></div>
                <hr class="rule">
                <p><a href="\(ReopenAccountPage())">\(page[.reopenClosed])</a></p>
                \(back(page))
                </div>
                """)
    }

    /// Says the same whether or not an account has the address.
    static func renderSent(_ view: View, _ page: PageContext) -> HTML {
        page.gate(
            page[.forgottenTitle],
            content: """
                \(page.message(.good, page[.resetLinkSent(view.email)]))
                <div class="card stack"><p>\(page[.resetLinkSentText])</p>
                \(back(page))</div>
                """)
    }

    private static func form(_ view: View, _ page: PageContext) -> HTML {
        """
        <p>\(page[.forgottenMail])</p>
        \(page.form(Form.send, to: ForgottenPasswordPage(), class: "stack", """
            \(page.field(
                Field(
                    label: .rootEmail, name: "email", kind: .email, value: view.email,
                    autocomplete: "username", maximumLength: 254),
                view.problems))
            \(page.button(.sendEmail, .wide))
            """))
        """
    }

    private static func command(_ page: PageContext) -> HTML {
        """
        <p>\(page[.forgottenRoot])</p>
        <p><code>gatehouse root reset-password</code></p>
        """
    }

    private static func back(_ page: PageContext) -> HTML {
        "<p><a href=\"\(SignInPage())\">\(page[.backToSignIn])</a></p>"
    }
}
