package import IAMIdentifiers

/// A name and a password by which an IAM user uses one service. Only a hash of the password is
/// kept, and in no value of this type.
package struct ServiceSpecificCredential: Sendable, Equatable {
    package let account: AccountID
    package let id: UniqueID
    /// The user's unique ID.
    package let user: UniqueID
    /// As `codecommit.amazonaws.com`.
    package let service: String
    /// What the service knows it by, as `alice-at-123456789012`. It stays when the user is renamed.
    package let name: String
    package var status: CredentialStatus
    package let createdAt: Timestamp
    /// When it ends; nil for never.
    package let expiresAt: Timestamp?

    package init(
        account: AccountID, id: UniqueID, user: UniqueID, service: String, name: String,
        status: CredentialStatus = .active, createdAt: Timestamp, expiresAt: Timestamp? = nil
    ) {
        self.account = account
        self.id = id
        self.user = user
        self.service = service
        self.name = name
        self.status = status
        self.createdAt = createdAt
        self.expiresAt = expiresAt
    }
}
