package import IAMIdentifiers

/// A certificate for TLS, which an account keeps for its servers, with what goes with it. Its
/// private key is sealed and in no value of this type.
package struct ServerCertificate: Sendable, Equatable {
    package let account: AccountID
    package let id: UniqueID
    package var name: String
    package var path: EntityPath
    /// The PEM as it was sent.
    package let body: String
    /// The PEM of those who signed it, as it was sent; nil for none.
    package let chain: String?
    package let uploadedAt: Timestamp
    /// When it ends by its own word.
    package let expiresAt: Timestamp

    package init(
        account: AccountID, id: UniqueID, name: String, path: EntityPath, body: String,
        chain: String?, uploadedAt: Timestamp, expiresAt: Timestamp
    ) {
        self.account = account
        self.id = id
        self.name = name
        self.path = path
        self.body = body
        self.chain = chain
        self.uploadedAt = uploadedAt
        self.expiresAt = expiresAt
    }

    package var arn: ARN { .iam(account, "server-certificate", path.description, name) }

    /// What the sealed private key is bound to, so that it opens in this row alone.
    package var sealingContext: String { Self.sealingContext(id, in: account) }

    static func sealingContext(_ id: UniqueID, in account: AccountID) -> String {
        "server_certificate/\(account)/\(id)"
    }
}
