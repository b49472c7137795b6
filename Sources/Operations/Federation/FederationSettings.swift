import IAMIdentifiers

/// What an operator says of the issuers of tokens that the server fetches keys from.
package struct FederationSettings: Sendable, Equatable {
    /// A file of certificates that issuers' must come from, beside those of the system; nil for
    /// the system's alone.
    package var authoritiesFile: String?
    /// The URLs of issuers that may have a port of their own and an address of a private network,
    /// as `https://localhost:8443`. They are compared byte for byte.
    package var privateIssuers: [String]

    package init(authoritiesFile: String? = nil, privateIssuers: [String] = []) {
        self.authoritiesFile = authoritiesFile
        self.privateIssuers = privateIssuers
    }

    package func isPrivate(_ issuer: String) -> Bool {
        privateIssuers.contains { $0.isExactly(issuer) }
    }
}
