/// Random UUIDs (RFC 9562, version 4), as requests and events are named by.
package enum UUIDText {
    /// A new one, in lower case: `d5a9a3c2-7a2e-4d6b-9f0e-2b8c1e4f6a70`.
    package static func random() -> String {
        let high = UInt64.random(in: 0...UInt64.max)
        let low = UInt64.random(in: 0...UInt64.max)
        let digits = Array(hex(high & ~0xF000 | 0x4000) + hex(low & ~(3 << 62) | 1 << 63))
        let ends = [0, 8, 12, 16, 20, 32]
        return zip(ends, ends.dropFirst()).map { String(digits[$0..<$1]) }.joined(separator: "-")
    }

    private static func hex(_ word: UInt64) -> String {
        let digits = String(word, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
