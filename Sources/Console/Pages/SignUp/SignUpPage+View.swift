extension SignUpPage {
    enum Form: String { case signUp = "sign-up" }

    struct View {
        /// The one-time setup link's token, empty where sign-up is open to all.
        var token = ""
        var email = ""
        var accountName = ""
        var problems = FormProblems()
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        page.gate(
            page[.signUpTitle],
            content: """
                \(page.summary(view.problems))
                <div class="card stack"><p class="quiet">\(page[.signUpLead])</p>
                \(page.form(Form.signUp, to: SignUpPage(token: view.token), class: "stack", """
                    \(page.field(
                        Field(
                            label: .rootEmail, name: "email", kind: .email, value: view.email,
                            hint: .signUpEmailHint, autocomplete: "username", maximumLength: 254),
                        view.problems))
                    \(page.field(
                        Field(
                            label: .accountName, name: "name", value: view.accountName,
                            hint: .accountNameHint, autocomplete: "organization",
                            maximumLength: 50),
                        view.problems))
                    \(page.field(
                        Field(
                            label: .password, name: "password", kind: .password,
                            hint: .rootPasswordHint, autocomplete: "new-password",
                            maximumLength: 128),
                        view.problems))
                    \(page.button(.createAccount, .wide))
                    """))
                </div>
                <p class="quiet small">\(page[.haveAccount]) \
                <a href="\(SignInPage())">\(page[.signIn])</a></p>
                """)
    }

    /// What follows where sign-up is open to all: the same, whether or not another account had the
    /// e-mail address already.
    static func renderDone(email: String, _ page: PageContext) -> HTML {
        page.gate(
            page[.signUpDoneTitle],
            content: """
                <div class="card stack"><p><strong>\(email)</strong></p>
                <p>\(page[.signUpDone])</p>
                <p class="quiet">\(page[.signUpDoneElse])</p>
                <p><a href="\(SignInPage(asRoot: true))">\(page[.signIn])</a></p>
                </div>
                """)
    }

    /// The page while sign-up is closed and no setup link was used.
    static func renderClosed(_ page: PageContext) -> HTML {
        page.gate(
            page[.signUpClosedTitle],
            content: """
                <div class="card stack"><p>\(page[.signUpClosed])</p>
                <p><code>gatehouse account create --email … --name …</code></p>
                <p><a href="\(SignInPage())">\(page[.backToSignIn])</a></p>
                </div>
                """)
    }
}
