import Crypto
import Foundation
package import IAMIdentifiers
import SwiftASN1
import TestRandom
import X509

/// An X.509 certificate of the tests with its private key, which may sign others.
package struct TestCertificate: Sendable {
    package let pem: String
    /// PEM of PKCS #8.
    package let privateKey: Secret
    private let key: P256.Signing.PrivateKey
    private let name: DistinguishedName

    /// - Parameters:
    ///   - name: its common name.
    ///   - seed: what its key is made from; its name for nil.
    ///   - issuer: who signs it; itself for nil.
    ///   - serial: tells certificates of one key apart.
    package init(
        _ name: String, keyFrom seed: String? = nil, signedBy issuer: TestCertificate? = nil,
        serial: Int = 1,
        from: Timestamp = Timestamp(seconds: 1_600_000_000),
        until: Timestamp = Timestamp(seconds: 2_000_000_000)
    ) throws {
        var random = TestSeed.generator(seed ?? name)
        // Numbers of 255 bits are below the order of the curve.
        let bytes = (0..<32).map { UInt8.random(in: 0...($0 == 0 ? 127 : 255), using: &random) }
        key = try P256.Signing.PrivateKey(rawRepresentation: bytes)
        self.name = try DistinguishedName { CommonName(name) }
        let certificate = try Certificate(
            version: .v3, serialNumber: .init(serial), publicKey: .init(key.publicKey),
            notValidBefore: Date(timeIntervalSince1970: Double(from.seconds)),
            notValidAfter: Date(timeIntervalSince1970: Double(until.seconds)),
            issuer: issuer?.name ?? self.name, subject: self.name,
            signatureAlgorithm: .ecdsaWithSHA256, extensions: .init(),
            issuerPrivateKey: .init(issuer?.key ?? key))
        pem = try certificate.serializeAsPEM().pemString + "\n"
        privateKey = Secret(key.pemRepresentation + "\n")
    }
}
