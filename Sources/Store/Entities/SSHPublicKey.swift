package import IAMIdentifiers

/// A public key by which an IAM user signs in to a service over SSH.
package struct SSHPublicKey: Sendable, Equatable {
    package let account: AccountID
    package let id: UniqueID
    /// The user's unique ID.
    package let user: UniqueID
    /// The key as SSH sends it.
    package let publicKey: [UInt8]
    package var status: CredentialStatus
    package let uploadedAt: Timestamp

    package init(
        account: AccountID, id: UniqueID, user: UniqueID, publicKey: [UInt8],
        status: CredentialStatus = .active, uploadedAt: Timestamp
    ) {
        self.account = account
        self.id = id
        self.user = user
        self.publicKey = publicKey
        self.status = status
        self.uploadedAt = uploadedAt
    }
}
