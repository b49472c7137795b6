import Crypto
import IAMIdentifiers
import Synchronization

/// Seals what is recorded, so that nobody who lacks the data keys can change a record, or make one,
/// without its being found out; and signs what others than the server are to check.
///
/// A seal is a version byte (1), the eight bytes of the data key's ID, and an HMAC-SHA-256 by a key
/// that is derived from the data key: 41 bytes. A record stays sealed by the key of its day.
package struct RecordSealer: Sendable {
    private static let version: UInt8 = 1
    private static let idLength = 8

    private struct Keys: Sendable {
        let seal: SymmetricKey
        let signature: Curve25519.Signing.PrivateKey

        init(from key: DataKey) {
            seal = RecordSealer.derive("records/seal", from: key)
            signature = RecordSealer.signingKey(from: key)
        }
    }

    /// The keys that were derived, by the IDs of the data keys.
    private final class DerivedKeys: Sendable {
        private let keys = Mutex<[String: Keys]>([:])

        func of(_ key: DataKey) -> Keys {
            keys.withLock { keys in
                if let known = keys[key.id] { return known }
                let derived = Keys(from: key)
                keys[key.id] = derived
                return derived
            }
        }
    }

    private let ring: KeyRing
    private let derived = DerivedKeys()

    package init(_ sealer: Sealer) { ring = sealer.ring }

    private static func derive(_ purpose: String, from key: DataKey) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: key.key, info: Array(purpose.utf8), outputByteCount: 32)
    }

    private static func signingKey(from key: DataKey) -> Curve25519.Signing.PrivateKey {
        let seed = derive("records/signature", from: key).withUnsafeBytes { Array($0) }
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
            preconditionFailure("any 32 bytes are a key of Ed25519")
        }
        return key
    }

    /// - Throws: ``SealingError/unknownKey(id:)`` when the data key has no usable ID.
    package func seal(_ bytes: [UInt8]) throws(SealingError) -> [UInt8] {
        let current = ring.now.current
        guard let id = Hexadecimal.bytes(of: current.id), id.count == Self.idLength else {
            throw .unknownKey(id: current.id)
        }
        let key = derived.of(current).seal
        return [Self.version] + id + HMAC<SHA256>.authenticationCode(for: bytes, using: key)
    }

    /// Whether these bytes were sealed so, by a data key that is known.
    package func isSeal(_ seal: [UInt8], of bytes: [UInt8]) -> Bool {
        guard seal.first == Self.version,
            let key = ring.now.all[
                Hexadecimal.text(of: seal.dropFirst().prefix(Self.idLength))]
        else {
            return false
        }
        return HMAC<SHA256>.isValidAuthenticationCode(
            seal.dropFirst(1 + Self.idLength), authenticating: bytes,
            using: derived.of(key).seal)
    }

    /// Signs bytes with the newest key, by Ed25519.
    package func sign(_ bytes: [UInt8]) throws -> [UInt8] {
        Array(try derived.of(ring.now.current).signature.signature(for: bytes))
    }

    /// By which others can check what is signed now.
    package func publicKey() -> [UInt8] {
        Array(derived.of(ring.now.current).signature.publicKey.rawRepresentation)
    }

    /// Whether this server, or one before it with the same data keys, signed these bytes.
    /// - Parameter publicKey: by which it says that it did.
    package func hasSigned(
        _ bytes: [UInt8], _ signature: [UInt8], publicKey: [UInt8]
    ) -> Bool {
        ring.now.all.values.map(derived.of).contains { key in
            Array(key.signature.publicKey.rawRepresentation) == publicKey
                && key.signature.publicKey.isValidSignature(signature, for: bytes)
        }
    }
}
