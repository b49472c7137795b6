/// One thing worth mending, with the one press that mends it.
enum Advice: Sendable, Equatable {
    /// The root user has this many access keys.
    case rootHasKeys
    /// The account has no IAM user, so all work is done as root.
    case noUsers
    /// The account has no alias.
    case noAlias

    func render(_ page: PageContext) -> HTML {
        let (title, text, label, target): (Phrase, Phrase, Phrase, any ConsolePage) =
            switch self {
            case .rootHasKeys:
                (
                    .adviceRootKeys, .adviceRootKeysText, .manageRootKeys,
                    SecurityCredentialsPage()
                )
            case .noUsers: (.adviceNoUsers, .adviceNoUsersText, .createUser, CreateUserPage())
            case .noAlias: (.adviceNoAlias, .adviceNoAliasText, .createAlias, AccountSettingsPage())
            }
        return page.message(
            self == .noAlias ? .neutral : .warning, page[title],
            """
            <p>\(page[text])</p>
            <div class="actions">\(page.linkButton(label, .small, to: target))</div>
            """)
    }
}
