package import IAMIdentifiers

/// A user or a role that a role's trust policy names.
package struct TrustedPrincipal: Sendable, Equatable {
    /// As the trust policy names it: by the ARN it had when the policy was written, by that of a
    /// session of the role, or by its unique ID.
    package let writtenName: String
    package let account: AccountID
    package let id: UniqueID

    package init(writtenName: String, account: AccountID, id: UniqueID) {
        self.writtenName = writtenName
        self.account = account
        self.id = id
    }
}
