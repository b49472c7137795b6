import IAMIdentifiers

/// What an operator says of the issuers of tokens that the server fetches keys from.
package struct FederationSettings: Sendable, Equatable {
    /// A file of certificates that issuers' must come from, beside those of the system; nil for
    /// the system's alone.
    package var authoritiesFile: String?
    /// The URLs of issuers that may have a port of their own and an address of a private network,
    /// as `https://localhost:8443`. They are compared byte for byte.
    package var privateIssuers: [String]
    /// What the addresses of the issuers begin with that accounts have here, as
    /// `https://id.example.com`: the server's own. Nil where none is known.
    package var ownOrigin: String?

    package init(
        authoritiesFile: String? = nil, privateIssuers: [String] = [], ownOrigin: String? = nil
    ) {
        self.authoritiesFile = authoritiesFile
        self.privateIssuers = privateIssuers
        self.ownOrigin = ownOrigin
    }

    /// Whether an issuer is one of those that accounts have here. Their tokens are for others.
    ///
    /// Source: IAM User Guide, "Getting started with outbound identity federation": such tokens
    /// cannot be used for AssumeRoleWithWebIdentity.
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound_getting_started.html>
    func isOwn(_ issuer: String) -> Bool {
        ownOrigin.map { issuer.isExactly($0) || issuer.begins(with: $0 + "/") } ?? false
    }

    package func isPrivate(_ issuer: String) -> Bool {
        privateIssuers.contains { $0.isExactly(issuer) }
    }
}
