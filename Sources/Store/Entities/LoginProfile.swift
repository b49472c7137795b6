package import IAMIdentifiers

/// An IAM user's password, with which they sign in to the console.
package struct LoginProfile: Sendable, Equatable {
    package let account: AccountID
    package let user: UniqueID
    package var passwordHash: String
    /// Whether the user must choose another password at the next sign-in.
    package var isResetRequired: Bool
    /// When the user got their first password.
    package let createdAt: Timestamp
    /// When the password was last set; it ages from there.
    package var changedAt: Timestamp

    package init(
        account: AccountID, user: UniqueID, passwordHash: String, isResetRequired: Bool,
        createdAt: Timestamp, changedAt: Timestamp
    ) {
        self.account = account
        self.user = user
        self.passwordHash = passwordHash
        self.isResetRequired = isResetRequired
        self.createdAt = createdAt
        self.changedAt = changedAt
    }
}
