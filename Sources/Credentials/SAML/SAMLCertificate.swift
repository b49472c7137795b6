import Crypto
import CryptoExtras
import IAMIdentifiers
import SwiftASN1

/// A certificate by whose key an identity provider signs. Of a certificate only its key counts:
/// IAM looks neither at who issued it nor at when it expires.
///
/// Source: IAM User Guide, "Create a SAML identity provider in IAM", note on the expiration of
/// X.509 certificates.
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml.html>
package struct SAMLCertificate: Sendable, Equatable {
    package let der: [UInt8]

    /// The shortest RSA key that IAM takes, in bits, and the longest that is worked with here.
    ///
    /// Source: IAM User Guide, "Troubleshoot SAML federation with IAM", "Could not parse metadata".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_saml.html>
    static let keyBits = 1_024...8_192

    /// - Returns: nil for what is no certificate of an RSA key of such a size, or of a key on one
    ///   of NIST's three curves.
    package init?(der: [UInt8]) {
        guard let key = try? Self.keyInfo(of: der), Self.isUsable(key) else { return nil }
        self.der = der
    }

    /// The SubjectPublicKeyInfo. RFC 5280, section 4.1.
    private static func keyInfo(of der: [UInt8]) throws -> [UInt8] {
        let parts = try children(of: DER.parse(der))
        guard let first = parts.first, parts.count == 3 else { throw Unfit() }
        // Version, serial number, algorithm, issuer, validity, subject, key. The version may be
        // left out.
        let body = try children(of: first)
        let version = ASN1Identifier(tagWithNumber: 0, tagClass: .contextSpecific)
        let place = body.first?.identifier == version ? 6 : 5
        guard place < body.count else { throw Unfit() }
        return Array(body[place].encodedBytes)
    }

    private static func isUsable(_ key: [UInt8]) -> Bool {
        if let rsa = try? _RSA.Signing.PublicKey(unsafeDERRepresentation: key) {
            return keyBits.contains(rsa.keySizeInBits)
        }
        return (try? P256.Signing.PublicKey(derRepresentation: key)) != nil
            || (try? P384.Signing.PublicKey(derRepresentation: key)) != nil
            || (try? P521.Signing.PublicKey(derRepresentation: key)) != nil
    }

    private struct Unfit: Error {}

    private static func children(of node: ASN1Node) throws -> [ASN1Node] {
        guard node.identifier == .sequence, case .constructed(let nodes) = node.content else {
            throw Unfit()
        }
        return Array(nodes)
    }
}
