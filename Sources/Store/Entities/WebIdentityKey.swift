package import IAMIdentifiers

/// A key with which an account's issuer signs tokens about its principals.
package struct WebIdentityKey: Sendable, Equatable {
    package let account: AccountID
    /// What tokens call it.
    package let id: String
    /// As tokens name it: `RS256`.
    package let algorithm: String
    /// The private key, bound to ``sealingContext``.
    package let sealedKey: [UInt8]
    /// What the issuer publishes, as JSON.
    package let publicKey: String
    package let createdAt: Timestamp

    package init(
        account: AccountID, id: String, algorithm: String, sealedKey: [UInt8], publicKey: String,
        createdAt: Timestamp
    ) {
        self.account = account
        self.id = id
        self.algorithm = algorithm
        self.sealedKey = sealedKey
        self.publicKey = publicKey
        self.createdAt = createdAt
    }

    /// What a private key is bound to, so that it opens in its own row alone.
    package static func sealingContext(_ id: String, in account: AccountID) -> String {
        "web_identity_key/\(account)/\(id)"
    }
}
