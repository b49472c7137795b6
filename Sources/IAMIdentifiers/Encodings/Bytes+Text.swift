extension [UInt8] {
    /// Adds the bytes of a text, in one piece.
    @inlinable
    package mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append(contentsOf: $0) }
    }

    /// Adds the bytes of a text with what stands for some of them in a notation. What lies between
    /// two of these, which is nearly always all, is added in one piece.
    /// - Parameters:
    ///   - needsEscape: whether something may stand for a byte, or for what begins with it. It is
    ///     not asked about the bytes of a plain text.
    ///   - escape: adds what stands for the first bytes of a rest, and tells how many those are.
    @inlinable
    package mutating func append(
        _ text: String, escaping needsEscape: (UInt8) -> Bool,
        by escape: (Slice<UnsafeBufferPointer<UInt8>>, inout [UInt8]) -> Int
    ) {
        var text = text
        text.withUTF8 { text in
            if text.isPlain { return append(contentsOf: text) }
            var rest = text[...]
            while let place = rest.firstIndex(where: needsEscape) {
                append(contentsOf: UnsafeBufferPointer(rebasing: rest[..<place]))
                rest = rest[(place + escape(rest[place...], &self))...]
            }
            append(contentsOf: UnsafeBufferPointer(rebasing: rest))
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether all bytes are of ASCII, none below 0x20, and none one of the marks `"`, `&`, `<`,
    /// `>` and `\`: what no notation of ours writes in another way. Nearly all names, IDs, ARNs and
    /// moments are of such bytes, and eight are looked at in one step.
    @usableFromInline var isPlain: Bool {
        let bytes = UnsafeRawBufferPointer(self)
        var special: UInt64 = 0
        guard count >= 8 else {
            for byte in bytes {
                // Seven spaces beside it.
                special |= Self.specialBytes(in: 0x2020_2020_2020_2000 | UInt64(byte))
            }
            return special == 0
        }
        var place = 0
        while place + 8 < count {
            special |= Self.specialBytes(
                in: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            place += 8
        }
        // The last eight, of which some may have been looked at.
        special |= Self.specialBytes(
            in: bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
        return special == 0
    }

    /// A bit that is set if one of eight bytes is not plain; 0 if all are.
    ///
    /// To take 1 from a byte sets its highest bit only if it was 0 or more than 0x80. What is
    /// borrowed from the next byte may set a bit that should not be, but only beside one that
    /// should.
    private static func specialBytes(in word: UInt64) -> UInt64 {
        func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }
        func zeros(in word: UInt64) -> UInt64 { (word &- all(1)) & ~word }
        let low = (word &- all(0x20)) & ~word
        // `"` and `&` differ in one bit, `<` and `>` in another.
        let marks =
            zeros(in: (word | all(0x04)) ^ all(UInt8(ascii: "&")))
            | zeros(in: (word | all(0x02)) ^ all(UInt8(ascii: ">")))
            | zeros(in: word ^ all(UInt8(ascii: "\\")))
        return (word | low | marks) & all(0x80)
    }
}
