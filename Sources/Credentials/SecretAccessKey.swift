import Foundation
package import IAMIdentifiers

/// The secret half of an access key.
package enum SecretAccessKey {
    /// A new one: 240 random bits as forty characters of `A–Z a–z 0–9 + /`.
    package static func random(using random: inout some RandomNumberGenerator) -> Secret {
        let bytes = (0..<30).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        return Secret(Data(bytes).base64EncodedString())
    }
}
