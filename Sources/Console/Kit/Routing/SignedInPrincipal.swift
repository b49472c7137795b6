import IAMIdentifiers

/// Who is signed in, as pages name them.
struct SignedInPrincipal: Sendable, Equatable {
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
