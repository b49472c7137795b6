import IAMIdentifiers

/// Random UUIDs (RFC 9562, version 4), as requests and events are named by.
package enum UUIDText {
    /// A new one, in lower case: `d5a9a3c2-7a2e-4d6b-9f0e-2b8c1e4f6a70`.
    package static func random() -> String {
        var random = SystemRandomNumberGenerator()
        return self.random(using: &random)
    }

    package static func random(using random: inout some RandomNumberGenerator) -> String {
        let high = UInt64.random(in: 0...UInt64.max, using: &random) & ~0xF000 | 0x4000
        let low = UInt64.random(in: 0...UInt64.max, using: &random) & ~(3 << 62) | 1 << 63
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
