import IAMIdentifiers

/// The addresses and names by which an assertion may say that it is meant for this server: those
/// that AWS documents for itself, and this server's own. `Decisions/0064` says why both.
///
/// Source: IAM User Guide, "Configure SAML assertions for the authentication response", "Subject
/// and NameID" and "AudienceRestriction and Audience".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html>
struct SAMLRecipients {
    private let addresses: [String]
    private let audiences: [String]

    /// - Parameters:
    ///   - provider: whose ID stands behind `/saml/acs/`.
    ///   - mustNameProvider: whether it has to stand there: of a provider whose assertions have to
    ///     be encrypted, AWS demands it.
    ///   - origins: this server's own, as `https://id.example.com`.
    init(of provider: UniqueID, mustNameProvider: Bool, origins: [String]) {
        let aws =
            ["https://signin.aws.amazon.com"]
            + AWSRegion.all.map { "https://\($0.code).signin.aws.amazon.com" }
        let ends = (mustNameProvider ? [] : ["/saml"]) + ["/saml/acs/\(provider)"]
        addresses = (origins + aws).flatMap { origin in ends.map { origin + $0 } }
        audiences = addresses + ["urn:amazon:webservices", "https://signin.aws.amazon.com/saml"]
    }

    /// Whether a recipient, or a destination, is this server.
    func contains(_ recipient: String) -> Bool { addresses.contains { $0.isExactly(recipient) } }

    /// Whether an audience is this server.
    func isAudience(_ name: String) -> Bool { audiences.contains { $0.isExactly(name) } }
}
