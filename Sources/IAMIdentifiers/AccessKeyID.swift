/// The public half of an access key, such as `AKIA2OGYBAH6EXAMPLE7`.
///
/// New IDs carry their account: sixteen base32 characters after the four letters are eighty bits,
/// the first set, the next forty the account's number, the remaining thirty-nine random.
///
/// Source: AWS STS API Reference, GetAccessKeyInfo: an access key ID leads to its account.
/// <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html>
package struct AccessKeyID: Hashable, Sendable, CustomStringConvertible {
    /// What a key is, by its first four letters.
    package enum Kind: String, Sendable {
        /// The long-term key of a root user or an IAM user.
        case longTerm = "AKIA"
        /// The temporary key of a session.
        case temporary = "ASIA"
    }

    package let description: String

    /// An ID from its text, or nil unless it is 16 to 128 letters, digits or underscores.
    package init?(_ text: String) {
        guard (16...128).contains(text.utf8.count), text.utf8.allSatisfy(Self.isAllowed) else {
            return nil
        }
        description = text
    }

    /// A new random ID in `account`.
    package init(
        _ kind: Kind, in account: AccountID, using random: inout some RandomNumberGenerator
    ) {
        // 41 bits of flag and account, then 39 of randomness: eighty bits, sixteen characters.
        let head = (1 << 40) | account.number
        let tail = UInt64.random(in: 0..<(1 << 39), using: &random)
        let high = head >> 1  // the first 40 bits
        let low = ((head & 1) << 39) | tail  // the last 40
        let characters = [high, low].flatMap { word in
            stride(from: 35, through: 0, by: -5).map {
                Base32.alphabet[Int((word >> UInt64($0)) & 31)]
            }
        }
        description = kind.rawValue + String(decoding: characters, as: UTF8.self)
    }

    /// What the key is, or nil for an ID of another making.
    package var kind: Kind? { Kind(rawValue: String(description.prefix(4))) }

    /// The account an ID carries, or nil for an ID that was not made that way.
    package var account: AccountID? {
        let body = description.utf8.dropFirst(4)
        guard body.count == 16 else { return nil }
        var bits: UInt64 = 0  // the first 45 bits hold the flag and the account's 40
        for character in body.prefix(9) {
            guard let value = Base32.value(of: character) else { return nil }
            bits = bits << 5 | value
        }
        guard body.allSatisfy({ Base32.value(of: $0) != nil }), bits >> 44 == 1 else { return nil }
        return AccountID(number: (bits >> 4) & ((1 << 40) - 1))
    }

    private static func isAllowed(_ character: UInt8) -> Bool {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
