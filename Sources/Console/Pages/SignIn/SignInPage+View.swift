extension SignInPage {
    enum Form: String { case root, iamUser = "iam-user" }

    struct View {
        /// Whether the three boxes alone are shown, for the account remembered or named.
        var isForOneAccount = false
        var chosen = Form.root
        var email = ""
        var account = ""
        var userName = ""
        /// Whether the page leads to sign-up.
        var offersSignUp = false
        var problems = FormProblems()
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        if view.isForOneAccount {
            return page.gate(
                page[.signInAsIAMUser],
                content: """
                    \(brand(view.account, page))\(page.summary(view.problems))
                    <div class="card stack">\(iamUserForm(view, page))</div>
                    \(help(page))
                    """)
        }
        return page.gate(
            page[.signInTitle],
            content: """
                \(brand("", page))\(page.summary(view.problems))
                <div class="card stack sign-in">
                <fieldset class="choices">\
                <legend class="visually-hidden">\(page[.signInAs])</legend>
                \(page.choice(
                    page[.rootUser], hint: page[.rootUserHint], name: "kind", value: "root",
                    isRadio: true, isChosen: view.chosen == .root))
                \(page.choice(
                    page[.iamUser], hint: page[.iamUserHint], name: "kind", value: "iam-user",
                    isRadio: true, isChosen: view.chosen == .iamUser))
                </fieldset>
                <hr class="rule">
                <div class="when-root">\(rootForm(view, page))</div>
                <div class="when-iam-user stack">\(iamUserForm(view, page))</div>
                </div>
                \(view.offersSignUp ? signUp(page) : "")\(help(page))
                """)
    }

    /// Whose page this is. Of the account it says what the address, the host or the browser said,
    /// and nothing that was looked up.
    private static func brand(_ account: String, _ page: PageContext) -> HTML {
        let named: HTML =
            account.isEmpty
            ? "" : "<p>\(page[.account]): <strong class=\"mono\">\(account)</strong></p>"
        return """
            <div class="brand">\(Icon.gate)<div><p>\(page[.signInLead])</p>\(named)</div></div>
            """
    }

    private static func help(_ page: PageContext) -> HTML {
        """
        <p class="quiet small"><a href="\(ForgottenPasswordPage())">\(page[.signInHelp])</a> · \
        \(page[.signInHelpText])</p>
        """
    }

    private static func signUp(_ page: PageContext) -> HTML {
        """
        <p class="quiet small">\(page[.noAccountYet]) \
        <a href="\(SignUpPage())">\(page[.signUpTitle])</a></p>
        """
    }

    private static func rootForm(_ view: View, _ page: PageContext) -> HTML {
        page.form(
            Form.root, to: SignInPage(), class: "stack",
            """
            \(page.field(
                Field(
                    label: .rootEmail, name: "email", kind: .email, value: view.email,
                    autocomplete: "username", maximumLength: 254),
                view.problems))
            \(page.button(.next, .wide))
            """)
    }

    private static func iamUserForm(_ view: View, _ page: PageContext) -> HTML {
        page.form(
            Form.iamUser, to: SignInPage(), class: "stack",
            """
            \(page.field(
                Field(
                    label: .accountIDOrAlias, name: "account", value: view.account,
                    maximumLength: 63),
                view.problems))
            \(page.field(
                Field(
                    label: .iamUserName, name: "user", value: view.userName,
                    autocomplete: "username", maximumLength: 64),
                view.problems))
            \(page.field(
                Field(
                    label: .password, name: "password", kind: .password,
                    autocomplete: "current-password", maximumLength: 128),
                view.problems))
            \(page.button(.signIn, .wide))
            """)
                + """
                <hr class="rule">
                \(page.goButton(.signInWithRootEmail, .link, to: SignInPage(asRoot: true)))
                """
    }
}
