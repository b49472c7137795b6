import IAMIdentifiers

/// Who reads a page, and how. Every component is written against it, so none can forget the
/// language or a form's anti-forgery token.
struct PageContext: Sendable {
    var language = Language.english
    var theme = Theme.automatic
    /// The page being shown: where its forms go and what the navigation marks.
    var path: ConsolePath
    /// What every form of this page carries; see ``AntiForgery``.
    var formToken: String
    /// Nil before a session exists.
    var reader: Reader?
    var now: Timestamp
    /// Scheme and host as the browser wrote them, for addresses meant to be copied.
    var origin = ""
    /// What the form before this page did.
    var notice: Notice?

    /// A phrase in the reader's language.
    subscript(_ phrase: Phrase) -> String { phrase.text(in: language) }

    /// The signed-in principal, as the top bar names it.
    struct Reader: Sendable, Equatable {
        /// The IAM user's name; `root` for the root user.
        var name: String
        var account: AccountID
        var accountName: String
        /// The account's alias, if it has one.
        var alias: String?
        var isRoot: Bool

        /// What stands for the account in words and sign-in addresses: its alias or its ID.
        var accountLabel: String { alias ?? account.description }
    }
}
