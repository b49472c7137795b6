package import IAMIdentifiers

/// An X.509 certificate by whose key an IAM user or a root user signs requests to some services.
package struct SigningCertificate: Sendable, Equatable {
    package let account: AccountID
    package let id: String
    /// The user's unique ID, or the root user's (its account's number).
    package let owner: UniqueID
    /// The PEM as it was sent.
    package let body: String
    /// What is the same for any two texts of one certificate.
    package let digest: String
    package var status: CredentialStatus
    package let uploadedAt: Timestamp

    package init(
        account: AccountID, id: String, owner: UniqueID, body: String, digest: String,
        status: CredentialStatus = .active, uploadedAt: Timestamp
    ) {
        self.account = account
        self.id = id
        self.owner = owner
        self.body = body
        self.digest = digest
        self.status = status
        self.uploadedAt = uploadedAt
    }
}
