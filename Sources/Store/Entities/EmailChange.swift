package import IAMIdentifiers

/// A root user's e-mail address that is about to be changed: codes went to the address there is and
/// to the new one, and both have to come back.
package struct EmailChange: Sendable, Equatable {
    package let account: AccountID
    package let newEmail: String
    /// The fingerprint of the code that went to the present address; nil once it came back.
    package var presentCode: String?
    /// The fingerprint of the code that went to the new address; nil once it came back.
    package var newCode: String?
    package var failedAttempts: Int
    package let endsAt: Timestamp

    package init(
        account: AccountID, newEmail: String, presentCode: String?, newCode: String?,
        failedAttempts: Int = 0, endsAt: Timestamp
    ) {
        self.account = account
        self.newEmail = newEmail
        self.presentCode = presentCode
        self.newCode = newCode
        self.failedAttempts = failedAttempts
        self.endsAt = endsAt
    }
}
