package import IAMIdentifiers

/// An identity provider whose SAML assertions an account's roles may trust.
package struct SAMLProvider: Sendable, Equatable {
    /// A key that opens encrypted assertions.
    package struct PrivateKey: Sendable, Equatable {
        /// Its name, as the API shows it.
        package let id: String
        /// Its PEM, sealed for ``SAMLProvider/sealingContext(_:of:in:)``.
        package let sealed: [UInt8]
        package let addedAt: Timestamp

        package init(id: String, sealed: [UInt8], addedAt: Timestamp) {
            self.id = id
            self.sealed = sealed
            self.addedAt = addedAt
        }
    }

    package let account: AccountID
    /// Never given again. The API calls it the provider's UUID.
    package let id: UniqueID
    package let name: String
    /// The metadata document, as it was sent.
    package var metadata: String
    /// Whether assertions have to be encrypted.
    package var requiresEncryption: Bool
    package let createdAt: Timestamp
    package var validUntil: Timestamp

    package init(
        account: AccountID, id: UniqueID, name: String, metadata: String,
        requiresEncryption: Bool = false, createdAt: Timestamp, validUntil: Timestamp
    ) {
        self.account = account
        self.id = id
        self.name = name
        self.metadata = metadata
        self.requiresEncryption = requiresEncryption
        self.createdAt = createdAt
        self.validUntil = validUntil
    }

    package var arn: ARN { .iam(account, "saml-provider/\(name)") }

    /// What a sealed private key is bound to, so that it opens in its own row alone.
    package static func sealingContext(
        _ key: String, of provider: UniqueID, in account: AccountID
    ) -> String {
        "saml_private_key/\(account)/\(provider)/\(key)"
    }
}
