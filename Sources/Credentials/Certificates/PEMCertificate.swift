import Crypto
import Foundation
package import IAMIdentifiers
import SwiftASN1
import X509

/// An X.509 certificate in PEM, as far as IAM looks at one: its times, its key, who signed it.
package struct PEMCertificate: Sendable {
    private let certificate: Certificate
    private let der: [UInt8]

    /// - Parameter text: one block of PEM.
    package init(_ text: String) throws(CertificateFault) {
        let blocks: [PEMBlock]
        do { blocks = try PEMBlock.read(text, atMost: 1) } catch { throw .notPEM }
        guard let block = blocks.first else { throw .notPEM }
        try self.init(block)
    }

    init(_ block: PEMBlock) throws(CertificateFault) {
        guard block.label.isExactly("CERTIFICATE") else { throw .notPEM }
        do { certificate = try Certificate(derEncoded: block.bytes) } catch { throw .unreadable }
        der = block.bytes
    }

    /// The SHA-256 of the certificate's bytes, in hexadecimal digits: the same for any two texts of
    /// one certificate.
    package var digest: String { Hexadecimal.text(of: SHA256.hash(data: der)) }

    package var validFrom: Timestamp { Timestamp(certificate.notValidBefore) }
    package var validUntil: Timestamp { Timestamp(certificate.notValidAfter) }

    /// - Throws: ``CertificateFault/notYetValid`` or ``CertificateFault/expired``.
    package func check(at now: Timestamp) throws(CertificateFault) {
        guard validFrom <= now else { throw .notYetValid }
        guard now <= validUntil else { throw .expired }
    }

    /// Whether another certificate is that of who issued this one: it has the issuer's name, and
    /// its key made the signature.
    func isSigned(by issuer: PEMCertificate) -> Bool {
        certificate.issuer == issuer.certificate.subject
            && issuer.certificate.publicKey.isValidSignature(
                certificate.signature, for: certificate)
    }

    /// Whether a private key is that of the certificate.
    func has(_ key: Certificate.PrivateKey) -> Bool { certificate.publicKey == key.publicKey }
}

extension Timestamp {
    fileprivate init(_ date: Date) { self.init(seconds: Int64(date.timeIntervalSince1970)) }
}
