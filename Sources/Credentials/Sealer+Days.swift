import Crypto
package import IAMIdentifiers

/// Values that leave with an answer and come back, such as a ticket. Clients decide how many there
/// are, and with random nonces one key can seal only a limited number. So each day has a key of its
/// own.
///
/// 2³² values a day are 49,700 a second, which is beyond what one data key's servers answer.
///
/// A sealed value is a version byte (2), the eight bytes of the data key's ID, the day as four
/// bytes, and what ``AuthenticatedCipher`` makes.
///
/// Source: NIST SP 800-38D, section 8.3; for the key, RFC 5869.
/// <https://nvlpubs.nist.gov/nistpubs/Legacy/SP/nistspecialpublication800-38d.pdf>
extension Sealer {
    private static let versionOfDays: UInt8 = 2
    private static let headerLengthOfDays = 13

    /// Seals bytes under the key of a moment's day.
    /// - Parameter context: what they are for, the same at opening.
    package func seal(
        _ bytes: [UInt8], for context: String, at now: Timestamp
    ) throws -> [UInt8] {
        let current = current
        guard let id = Hexadecimal.bytes(of: current.id), id.count == 8 else {
            throw SealingError.unknownKey(id: current.id)
        }
        let day = Self.day(of: now)
        let header =
            [Self.versionOfDays] + id
            + (0..<4).map { UInt8(truncatingIfNeeded: day >> (24 - 8 * $0)) }
        return try AuthenticatedCipher.seal(
            bytes, with: Self.key(of: day, current), header: header, context: context)
    }

    /// The bytes that were sealed on one of the last days.
    /// - Parameter days: how many days back a value opens. A value from tomorrow opens too, since
    ///   clocks differ.
    package func open(
        _ sealed: [UInt8], for context: String, at now: Timestamp, within days: Int
    ) throws(SealingError) -> [UInt8] {
        guard sealed.count >= Self.headerLengthOfDays, sealed[0] == Self.versionOfDays else {
            throw .malformed
        }
        let id = Hexadecimal.text(of: sealed[1..<9])
        guard let key = ring.now.all[id] else { throw .unknownKey(id: id) }
        let day = sealed[9..<Self.headerLengthOfDays].reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
        let age = Int64(Self.day(of: now)) - Int64(day)
        guard (-1...Int64(days)).contains(age) else { throw .outOfDate }
        return try AuthenticatedCipher.open(
            sealed, with: Self.key(of: day, key), headerLength: Self.headerLengthOfDays,
            context: context)
    }

    /// Days since 1970, by UTC.
    private static func day(of moment: Timestamp) -> UInt32 {
        UInt32(clamping: moment.seconds / 86_400)
    }

    private static func key(of day: UInt32, _ key: DataKey) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: key.key, info: Array("day/\(day)".utf8), outputByteCount: 32)
    }
}
