import Crypto
package import IAMIdentifiers

/// Seals the secrets that the store keeps, and opens them again. There is at most one for each row,
/// which are few enough for one key.
///
/// A sealed value is a version byte (1), the eight bytes of the data key's ID, and what
/// ``AuthenticatedCipher`` makes. It opens only for the row it was sealed for, so that a value
/// copied to another row is worthless.
package struct Sealer: Sendable {
    private static let version: UInt8 = 1
    private static let headerLength = 9

    /// The keys, which copies of this value share.
    package let ring: KeyRing

    var current: DataKey { ring.now.current }

    /// - Parameters:
    ///   - current: seals.
    ///   - older: open what they sealed once.
    package init(current: DataKey, older: [DataKey] = []) {
        ring = KeyRing(current: current, others: older)
    }

    /// Seals bytes for a row, named by a text that is the same at opening.
    package func seal(_ bytes: [UInt8], for row: String) throws -> [UInt8] {
        let current = current
        guard let id = Hexadecimal.bytes(of: current.id), id.count == Self.headerLength - 1 else {
            throw SealingError.unknownKey(id: current.id)
        }
        return try AuthenticatedCipher.seal(
            bytes, with: current.key, header: [Self.version] + id, context: row)
    }

    /// Whether the key that seals now sealed this, as far as its first bytes say.
    package func isSealedByCurrentKey(_ sealed: [UInt8]) -> Bool {
        sealed.count >= Self.headerLength && sealed[0] == Self.version
            && Hexadecimal.text(of: sealed[1..<Self.headerLength]).isExactly(current.id)
    }

    /// Seals a secret's text for a row.
    package func seal(_ secret: Secret, for row: String) throws -> [UInt8] {
        try seal(Array(secret.reveal().utf8), for: row)
    }

    /// The bytes that were sealed for this row.
    package func open(_ sealed: [UInt8], for row: String) throws(SealingError) -> [UInt8] {
        guard sealed.count >= Self.headerLength, sealed[0] == Self.version else { throw .malformed }
        let id = Hexadecimal.text(of: sealed[1..<Self.headerLength])
        guard let key = ring.now.all[id] else { throw .unknownKey(id: id) }
        return try AuthenticatedCipher.open(
            sealed, with: key.key, headerLength: Self.headerLength, context: row)
    }

    /// 64 bits that stand for a text, the same each time. Without the data key they tell nothing
    /// of it.
    /// - Parameter purpose: texts of different purposes are not to be compared.
    package func fingerprint(of text: String, for purpose: String) -> UInt64 {
        let key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: current.key, info: Array("fingerprint/\(purpose)".utf8),
            outputByteCount: 32)
        return HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key).prefix(8)
            .reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The secret that was sealed for this row.
    package func openSecret(_ sealed: [UInt8], for row: String) throws(SealingError) -> Secret {
        let bytes = try open(sealed, for: row)
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .malformed }
        return Secret(text)
    }
}
