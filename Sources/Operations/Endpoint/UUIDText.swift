package import IAMIdentifiers

/// UUIDs of RFC 9562, in lower case: `d5a9a3c2-7a2e-4d6b-9f0e-2b8c1e4f6a70`.
package enum UUIDText {
    /// A new random one: version 4.
    package static func random() -> String {
        var random = SystemRandomNumberGenerator()
        return self.random(using: &random)
    }

    package static func random(using random: inout some RandomNumberGenerator) -> String {
        text(
            version: 4, UInt64.random(in: 0...UInt64.max, using: &random),
            UInt64.random(in: 0...UInt64.max, using: &random))
    }

    /// A new one that begins with a moment, so that texts are in the order of time: version 7, with
    /// a fraction of the millisecond in place of the first random bits. 62 random bits follow.
    ///
    /// Source: RFC 9562, section 5.7, and section 6.2, method 3.
    package static func ordered(
        at moment: Timestamp, using random: inout some RandomNumberGenerator
    ) -> String {
        let (milliseconds, rest) = moment.microseconds.flooredDivision(by: 1_000)
        let fraction = UInt64(rest) * 4_096 / 1_000
        return text(
            version: 7, UInt64(bitPattern: milliseconds) << 16 | fraction,
            UInt64.random(in: 0...UInt64.max, using: &random))
    }

    /// - Parameter version: four bits, which take the place of those in the first word.
    private static func text(version: UInt64, _ high: UInt64, _ low: UInt64) -> String {
        let high = high & ~0xF000 | version << 12
        let low = low & ~(3 << 62) | 1 << 63
        return String(unsafeUninitializedCapacity: 36) { text in
            var place = 0
            for index in 0..<32 {
                if index == 8 || index == 12 || index == 16 || index == 20 {
                    text[place] = UInt8(ascii: "-")
                    place += 1
                }
                let word = index < 16 ? high : low
                let digit = UInt8(truncatingIfNeeded: word >> UInt64(60 - index % 16 * 4)) & 0xF
                text[place] = Hexadecimal.digit(digit, ten: UInt8(ascii: "a"))
                place += 1
            }
            return place
        }
    }
}
