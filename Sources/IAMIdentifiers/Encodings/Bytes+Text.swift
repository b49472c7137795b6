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
    ///   - needsEscape: whether something may stand for a byte, or for what begins with it.
    ///   - escape: adds what stands for the first bytes of a rest, and tells how many those are.
    @inlinable
    package mutating func append(
        _ text: String, escaping needsEscape: (UInt8) -> Bool,
        by escape: (Slice<UnsafeBufferPointer<UInt8>>, inout [UInt8]) -> Int
    ) {
        var text = text
        text.withUTF8 { text in
            var rest = text[...]
            while let place = rest.firstIndex(where: needsEscape) {
                append(contentsOf: UnsafeBufferPointer(rebasing: rest[..<place]))
                rest = rest[(place + escape(rest[place...], &self))...]
            }
            append(contentsOf: UnsafeBufferPointer(rebasing: rest))
        }
    }
}

extension String {
    /// Texts one after the other, in memory that is asked for once.
    /// - Parameter separator: an ASCII character, which stands between each two of them.
    init(_ parts: [String], between separator: UInt8) {
        let size = parts.reduce(Swift.max(0, parts.count - 1)) { $0 + $1.utf8.count }
        self.init(unsafeUninitializedCapacity: size) { text in
            var rest = text[...]
            for index in parts.indices {
                if index > 0 {
                    rest[rest.startIndex] = separator
                    rest = rest.dropFirst()
                }
                var part = parts[index]
                let end = part.withUTF8 { rest.update(fromContentsOf: $0) }
                rest = rest[end...]
            }
            return size
        }
    }
}
