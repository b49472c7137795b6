import Crypto
import Foundation
import IAMIdentifiers

/// The SHA-256 of a ``RandomToken``: finds what the token stands for, and does not give it away.
///
/// No salt and no slow function: 256 random bits cannot be guessed.
package struct TokenHash: Hashable, Sendable, CustomStringConvertible {
    /// 64 hexadecimal digits, as the store keeps them.
    package let description: String

    package init(of token: RandomToken) {
        let digest = SHA256.hash(data: Data(token.secret.reveal().utf8))
        description = Hexadecimal.text(of: digest)
    }

    /// A hash as the store keeps it.
    package init(stored text: String) { description = text }
}
