/// Base32: capital letters and 2 to 7. It is the alphabet of unique IDs, of access key IDs and of
/// the seeds of authenticator apps.
///
/// Source: RFC 4648, section 6. <https://www.rfc-editor.org/rfc/rfc4648#section-6>
package enum Base32 {
    static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    /// `bytes` in capital letters, without padding.
    package static func encoded(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        var buffer: UInt32 = 0
        var bits: UInt32 = 0
        for byte in bytes {
            buffer = (buffer << 8 | UInt32(byte)) & 0xFFFF
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(alphabet[Int(buffer >> bits & 31)])
            }
        }
        if bits > 0 { text.append(alphabet[Int(buffer << (5 - bits) & 31)]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes of a text. Letters may be of either case, and padding may be left out.
    /// - Returns: nil for any other character, for padding that is too long or too short, and for
    ///   bits that are set and belong to no byte.
    package static func decoded(_ text: some StringProtocol) -> [UInt8]? {
        var bytes: [UInt8] = []
        var buffer: UInt32 = 0
        var bits: UInt32 = 0
        var digits = 0
        var paddings = 0
        for character in text.utf8 {
            if character == UInt8(ascii: "=") {
                paddings += 1
                continue
            }
            let isSmall = UInt8(ascii: "a")...UInt8(ascii: "z") ~= character
            guard paddings == 0, let value = value(of: isSmall ? character & ~0x20 : character)
            else { return nil }
            digits += 1
            buffer = (buffer << 5 | UInt32(value)) & 0xFFFF
            bits += 5
            guard bits >= 8 else { continue }
            bits -= 8
            bytes.append(UInt8(truncatingIfNeeded: buffer >> bits))
        }
        // One, three and six digits hold no whole number of bytes. Padding fills eight.
        guard ![1, 3, 6].contains(digits % 8), buffer & (1 << bits - 1) == 0,
            paddings == 0 || paddings == (8 - digits % 8) % 8
        else { return nil }
        return bytes
    }

    /// `count` random characters.
    package static func random(_ count: Int, using random: inout some RandomNumberGenerator)
        -> String
    {
        var bits: UInt64 = 0
        let characters = (0..<count).map { place -> UInt8 in
            // Twelve characters take 60 of the 64 bits that are drawn at once.
            bits = place % 12 == 0 ? random.next() : bits >> 5
            return alphabet[Int(bits & 31)]
        }
        return String(decoding: characters, as: UTF8.self)
    }

    /// The 5-bit value of a character, or nil for one outside the alphabet.
    static func value(of character: UInt8) -> UInt64? {
        alphabet.firstIndex(of: character).map(UInt64.init)
    }
}
