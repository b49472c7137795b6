package import IAMIdentifiers

/// An issuer of tokens that an account trusts to say who somebody is.
package struct OpenIDConnectProvider: Sendable, Equatable {
    package let account: AccountID
    /// Random, never given again, and shown nowhere.
    package let id: UniqueID
    /// What its tokens name as their issuer, with `https://`.
    package let url: String
    /// Whom its tokens may be for.
    package var clientIDs: [String]
    /// SHA-1 hashes of certificates, in hexadecimal digits of either case.
    package var thumbprints: [String]
    package let createdAt: Timestamp
    /// What of a token becomes the trusted context of sessions, as JSON; nil for nothing.
    package var contextProvider: String?

    package init(
        account: AccountID, id: UniqueID, url: String, clientIDs: [String] = [],
        thumbprints: [String] = [], createdAt: Timestamp, contextProvider: String? = nil
    ) {
        self.account = account
        self.id = id
        self.url = url
        self.clientIDs = clientIDs
        self.thumbprints = thumbprints
        self.createdAt = createdAt
        self.contextProvider = contextProvider
    }

    package static let scheme = "https://"

    /// What its ARN and condition keys call it: the URL without `https://`.
    package var name: String { String(decoding: url.utf8.dropFirst(8), as: UTF8.self) }

    package var arn: ARN { .iam(account, "oidc-provider/\(name)") }
}
