import Crypto
import Foundation
package import IAMIdentifiers
import SwiftASN1
import X509

/// A certificate that a server makes for itself, for a first try. Nobody trusts it unasked.
package enum SelfSignedCertificate {
    /// How long one holds. Browsers take none that holds longer than 398 days.
    package static let lifetime = Duration.seconds(397 * 86_400)

    /// Makes one, and a key of its own.
    /// - Parameters:
    ///   - names: host names, which may begin with `*.`, and IP addresses. The first is its name.
    ///   - now: from which moment it holds.
    package static func make(for names: [String], at now: Timestamp) throws -> TLSIdentity {
        let key = P256.Signing.PrivateKey()
        let publicKey = Certificate.PublicKey(key.publicKey)
        let name = try DistinguishedName { CommonName(names.first ?? "localhost") }
        let certificate = try Certificate(
            version: .v3, serialNumber: .init(), publicKey: publicKey,
            notValidBefore: Date(timeIntervalSince1970: Double(now.seconds)),
            notValidAfter: Date(timeIntervalSince1970: Double((now + lifetime).seconds)),
            issuer: name, subject: name, signatureAlgorithm: .ecdsaWithSHA256,
            extensions: try Certificate.Extensions {
                Critical(BasicConstraints.notCertificateAuthority)
                Critical(KeyUsage(digitalSignature: true))
                try ExtendedKeyUsage([.serverAuth])
                SubjectKeyIdentifier(hash: publicKey)
                SubjectAlternativeNames(names.map(Self.name))
            }, issuerPrivateKey: .init(key))
        return TLSIdentity(
            certificates: try certificate.serializeAsPEM().pemString + "\n",
            privateKey: Secret(key.pemRepresentation + "\n"))
    }

    /// Whether a certificate in PEM is for these names, and holds for a month at least.
    package static func isFit(_ pem: String, for names: [String], at now: Timestamp) -> Bool {
        guard let certificate = try? Certificate(pemEncoded: pem),
            let known = try? certificate.extensions.subjectAlternativeNames
        else { return false }
        let end = Timestamp(seconds: Int64(certificate.notValidAfter.timeIntervalSince1970))
        return Array(known) == names.map(name) && now + .seconds(30 * 86_400) < end
    }

    /// The SHA-256 of a certificate in PEM, in hexadecimal with colons, as browsers show it.
    package static func fingerprint(of pem: String) throws -> String {
        let bytes = try PEMDocument(pemString: pem).derBytes
        return SHA256.hash(data: bytes).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined(separator: ":")
    }

    private static func name(_ text: String) -> GeneralName {
        guard let address = IPAddress(text) else { return .dnsName(text) }
        return .ipAddress(ASN1OctetString(contentBytes: address.bytes[...]))
    }
}
