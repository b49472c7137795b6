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
        let failures = view.problems.map { "<li>\($0)</li>" as HTML }
        let trouble: HTML =
            view.problems.isEmpty
            ? ""
            : page.message(
                .danger, page[.userCreatedPartly],
                "<ul>\(failures)</ul>")
        return page.document(
            page[.userCreated(view.name)],

            content: """
                \(trouble.markup.isEmpty
                    ? page.message(.good, page[.userCreated(view.name)]) : trouble)
                \(view.password.map { signIn(with: $0, view, page) } ?? noSignIn(view, page))
                <div class="actions">
                \(page.linkButton(
                    .viewUser, view.password == nil ? .primary : .plain,
                    to: UserPage(name: view.name)))
                \(page.linkButton(.backToUsers, to: UsersPage()))</div>
                """)
    }

    /// What to do if the user is a person after all.
    private static func noSignIn(_ view: View, _ page: PageContext) -> HTML {
        page.message(
            .neutral, page[.hasNoPassword],
            """
            <p>\(page[.hasNoPasswordText])</p>
            <div class="actions">\(page.linkButton(
                .giveConsoleAccess, .small, to: UserPage(name: view.name, tab: .credentials)))</div>
            """)
    }

    /// How the user signs in, and what to do now, in the order in which it is done.
    private static func signIn(
        with password: Secret, _ view: View, _ page: PageContext
    ) -> HTML {
        let leave: HTML =
            view.principal.isRoot
            ? """
            <li>\(page[.leaveRoot])<div class="actions">\
            \(SignOutPage.button(.small, to: view.name, of: view.principal, page))</div></li>
            """ : ""
        return """
            \(page.card(page[.consoleSignIn], """
                \(page.message(.warning, page[.passwordOnlyOnce]))
                \(page.facts([
                    (.signInAddress, SignInAddress(of: view.principal).link(page)),
                    (.userName, page.identifier(view.name)),
                    (.password, page.reveal(.showPassword, "password", """
                        <div class="secret">\(page.secretText(password.reveal()))\
                        <div>\(page.hider("password"))</div></div>
                        """)),
                ]))
                """))
            \(page.card(page[.whatIsNext], """
                <ol class="instructions"><li>\(page[.bookmarkAddress])</li>
                <li>\(page[.assignAtFirstSignIn(view.name)])</li>\(leave)</ol>
                """))
            """
    }
}
