import Crypto
import IAMIdentifiers

/// A key that seals values. It is stored itself, sealed by the ``MasterKey``.
package struct DataKey: Sendable, Identifiable {
    /// Sixteen hexadecimal digits, stored beside the sealed key and within what it sealed.
    package let id: String
    let key: SymmetricKey

    /// A new random key.
    package static func random() -> DataKey {
        DataKey(
            id: Hexadecimal.text(of: (0..<8).map { _ in UInt8.random(in: .min ... .max) }),
            key: SymmetricKey(size: .bits256))
    }

    init(id: String, key: SymmetricKey) {
        self.id = id
        self.key = key
    }
}
