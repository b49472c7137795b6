package import IAMIdentifiers

/// An account that was offered to another owner, who has not accepted it yet.
package struct OwnershipTransfer: Sendable, Equatable {
    package let account: AccountID
    /// The address to which it was offered.
    package let newEmail: String
    /// The language of what is sent there.
    package let language: String
    package let startedAt: Timestamp
    /// When the offer ends by itself.
    package let endsAt: Timestamp

    package init(
        account: AccountID, newEmail: String, language: String, startedAt: Timestamp,
        endsAt: Timestamp
    ) {
        self.account = account
        self.newEmail = newEmail
        self.language = language
        self.startedAt = startedAt
        self.endsAt = endsAt
    }
}
