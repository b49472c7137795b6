import Crypto
import Foundation
package import IAMIdentifiers

/// The password of a credential for one service, which AWS makes and shows once.
package struct ServicePassword: Sendable {
    /// What the service is given.
    package let secret: Secret

    /// 256 random bits in base64, as in AWS's examples.
    ///
    /// Source: AWS CLI Command Reference, create-service-specific-credential, "Examples".
    /// <https://docs.aws.amazon.com/cli/latest/reference/iam/create-service-specific-credential.html>
    package static func random(using random: inout some RandomNumberGenerator) -> ServicePassword {
        ServicePassword(secret: Secret(bits(using: &random)))
    }

    /// A key for the API of a service: letters that say whose, then the name and 256 random bits
    /// in base64, so that the key alone names its owner.
    /// - Parameter prefix: as `ABSK`; empty for none.
    package static func apiKey(
        _ prefix: String, of name: String, using random: inout some RandomNumberGenerator
    ) -> ServicePassword {
        let inner = "\(name):\(bits(using: &random))"
        return ServicePassword(secret: Secret(prefix + Base64.standard.encoded(Array(inner.utf8))))
    }

    /// What the store keeps: SHA-256 in hexadecimal digits. No salt and no slow function: 256
    /// random bits cannot be guessed.
    package var hash: String {
        Hexadecimal.text(of: SHA256.hash(data: Data(secret.reveal().utf8)))
    }

    private static func bits(using random: inout some RandomNumberGenerator) -> String {
        Base64.standard.encoded(
            (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) })
    }
}
