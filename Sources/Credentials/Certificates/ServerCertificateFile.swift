package import IAMIdentifiers
import SwiftASN1
import X509

/// What is uploaded of a server certificate, checked: the certificate, its private key and the
/// certificates of who signed it.
///
/// Source: IAM User Guide, "Manage server certificates in IAM": the certificate has to be valid at
/// the time of the upload, the private key has no passphrase, and all three are PEM.
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_server-certs.html>
package struct ServerCertificateFile: Sendable {
    package let validUntil: Timestamp

    /// Certificates of one chain. Each costs the check of a signature.
    package static let mostChained = 10

    /// - Parameters:
    ///   - body: the certificate.
    ///   - chain: who signed it, who signed that, and so on; nil for none, which the API allows for
    ///     every certificate.
    package init(
        body: String, privateKey: Secret, chain: String?, at now: Timestamp
    ) throws(CertificateFault) {
        let certificate = try PEMCertificate(body)
        try certificate.check(at: now)
        guard certificate.has(try Self.key(privateKey)) else { throw .otherKey }
        if let chain { try Self.check(chain, of: certificate) }
        validUntil = certificate.validUntil
    }

    /// The private key of a text. OpenSSL writes the name of a key's curve in front of it.
    private static func key(_ text: Secret) throws(CertificateFault) -> Certificate.PrivateKey {
        let blocks: [PEMBlock]
        do { blocks = try PEMBlock.read(text.reveal(), atMost: 2) } catch {
            switch error {
            case .encrypted: throw .encryptedKey
            case .malformed, .tooMany, .tooLong: throw .unreadableKey
            }
        }
        let keys = blocks.filter { !$0.label.isExactly("EC PARAMETERS") }
        guard keys.count == 1 else { throw .unreadableKey }
        guard !keys[0].label.isExactly("ENCRYPTED PRIVATE KEY") else { throw .encryptedKey }
        do {
            return try Certificate.PrivateKey(
                pemDocument: PEMDocument(type: keys[0].label, derBytes: keys[0].bytes))
        } catch { throw .unreadableKey }
    }

    /// The chain begins with the certificate that signed the first one, and need not end with a
    /// root.
    ///
    /// Source: an answer of AWS's, "The certificate chain must start with the immediate signing
    /// certificate, followed by any intermediaries in order.", to chains that do not.
    /// <https://github.com/go-acme/lego/issues/304>
    private static func check(
        _ chain: String, of certificate: PEMCertificate
    ) throws(CertificateFault) {
        let blocks: [PEMBlock]
        do { blocks = try PEMBlock.read(chain, atMost: mostChained) } catch {
            switch error {
            case .tooMany: throw .longChain
            case .malformed, .tooLong, .encrypted: throw .brokenChain(index: 0)
            }
        }
        guard !blocks.isEmpty else { throw .brokenChain(index: 0) }
        var last = certificate
        for (index, block) in blocks.enumerated() {
            let next: PEMCertificate
            do { next = try PEMCertificate(block) } catch { throw .brokenChain(index: index) }
            guard last.isSigned(by: next) else { throw .brokenChain(index: index - 1) }
            last = next
        }
    }
}
