package import IAMIdentifiers

/// The waiting period after which the lost MFA devices of an account's root user may be removed.
package struct MFARecovery: Sendable, Equatable {
    package let account: AccountID
    package let startedAt: Timestamp
    /// The end of the waiting period.
    package let endsAt: Timestamp
    /// From where it was started.
    package let sourceAddress: String
    package let userAgent: String
    /// In which mail about it is written, as `en`.
    package let language: String

    package init(
        account: AccountID, startedAt: Timestamp, endsAt: Timestamp, sourceAddress: String,
        userAgent: String, language: String
    ) {
        self.account = account
        self.startedAt = startedAt
        self.endsAt = endsAt
        self.sourceAddress = sourceAddress
        self.userAgent = userAgent
        self.language = language
    }
}
