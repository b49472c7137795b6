import IAMIdentifiers

/// What a new user's creation led to: how the user signs in, and what could not be done.
///
/// Its steps are several operations, so one may fail after others held: then the page says which.
struct UserCreatedPage {
    struct View {
        var name: String
        /// The password, if the user has one: shown here and never again.
        var password: Secret?
        /// What was refused after the user existed.
        var problems: [String] = []
        var principal: SignedInPrincipal
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        let address = SignInAddress(of: view.principal)
        let failures = view.problems.map { "<li>\($0)</li>" as HTML }
        let trouble: HTML =
            view.problems.isEmpty
            ? ""
            : page.message(
                .danger, page[.userCreatedPartly],
                "<ul>\(failures)</ul>")
        let signIn: HTML =
            view.password == nil
            ? ""
            : page.card(
                page[.consoleSignIn],
                """
                \(page.message(.warning, page[.passwordOnlyOnce]))
                \(page.facts([
                    (.signInAddress, address.link(page)),
                    (.userName, page.identifier(view.name)),
                    (.password, """
                        \(page.opener(.showPassword, .small, opens: "password"))
                        """),
                ]))
                \(page.dialog("password", title: page[.consolePassword], """
                    <div class="secret">\(page.identifier(view.password?.reveal() ?? ""))</div>
                    <div class="actions"><button type="button" class="button" \
                    popovertarget="password" popovertargetaction="hide">\(page[.hide])\
                    </button></div>
                    """))
                """)
        return page.document(
            page[.userCreated(view.name)],

            content: """
                \(trouble.markup.isEmpty
                    ? page.message(.good, page[.userCreated(view.name)]) : trouble)
                \(signIn)
                <div class="actions">
                \(page.linkButton(.viewUser, .primary, to: UserPage(name: view.name)))
                \(page.linkButton(.backToUsers, to: UsersPage()))</div>
                """)
    }
}
