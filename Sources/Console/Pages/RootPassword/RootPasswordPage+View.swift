extension RootPasswordPage {
    enum Form: String { case signIn = "sign-in" }

    struct View {
        var email: String
        var problems = FormProblems()
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        page.gate(
            page[.rootSignInTitle],
            content: """
                \(page.summary(view.problems))
                <div class="card">
                \(page.form(Form.signIn, to: RootPasswordPage(), class: "stack", """
                    <div><p class="quiet small">\(page[.rootEmail])</p>
                    <p><strong>\(view.email)</strong></p></div>
                    <input type="email" name="email" value="\(view.email)" autocomplete="username" \
                    hidden>
                    \(page.field(
                        Field(
                            label: .password, name: "password", kind: .password,
                            autocomplete: "current-password", maximumLength: 128, hasFocus: true),
                        view.problems))
                    \(page.button(.signIn, .wide))
                    <div class="actions"><a href="\(ForgottenPasswordPage())">\
                    \(page[.forgotPassword])</a></div>
                    <hr class="rule">
                    <p><a href="\(SignInPage(asRoot: true))">\
                    \(page[.differentAccount])</a></p>
                    """))
                </div>
                """)
    }
}
