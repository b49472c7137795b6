package import Credentials
package import IAMIdentifiers

/// What ``Handler/prepare(_:for:_:_:)`` found out or made.
package struct Prepared: Sendable {
    /// The hash of the password that the request sets; nil if it was not hashed.
    package var newHash: String?
    /// How the new password breaks a rule that takes a while to look at; nil when it breaks none.
    package var violation: PasswordViolation?
    /// The stored hash that the request's old password matched; nil when it matched none. The
    /// operation compares it with the one in its own transaction.
    package var verifiedHash: String?
    /// The stored hashes that the new password was compared with, and whether it matched each.
    package var comparisons: [ExactText: Bool] = [:]

    /// The thumbprint of an issuer's certificate, which the request leaves to be looked up; nil if
    /// it was not, or the issuer was not reached.
    package var thumbprint: String?

    /// The documents that a request has, or what is wrong with them; nil when it has none.
    package var serverCertificate: Result<ServerCertificateFile, any Error>?
    package var signingCertificate: Result<PEMCertificate, any Error>?
    package var samlMetadata: Result<SAMLMetadata, any Error>?

    package init(
        newHash: String? = nil, violation: PasswordViolation? = nil, verifiedHash: String? = nil,
        comparisons: [ExactText: Bool] = [:]
    ) {
        self.newHash = newHash
        self.violation = violation
        self.verifiedHash = verifiedHash
        self.comparisons = comparisons
    }
}
