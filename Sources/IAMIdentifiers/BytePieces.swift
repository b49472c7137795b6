/// The stretches of bytes between separators, one after the other and none copied: between two
/// separators lies an empty one, and behind the last one, too.
@usableFromInline
package struct BytePieces: Sequence, IteratorProtocol {
    @usableFromInline let separator: UInt8
    /// Nil at the end.
    @usableFromInline var rest: ArraySlice<UInt8>?

    @inlinable
    init(_ bytes: ArraySlice<UInt8>, between separator: UInt8) {
        self.separator = separator
        rest = bytes
    }

    @inlinable
    package mutating func next() -> ArraySlice<UInt8>? {
        guard let bytes = rest else { return nil }
        guard let end = bytes.firstIndex(of: separator) else {
            rest = nil
            return bytes
        }
        rest = bytes[(end + 1)...]
        return bytes[..<end]
    }
}

extension ArraySlice<UInt8> {
    /// The pieces between the separators, which are one byte of ASCII.
    @inlinable
    package func pieces(between separator: Unicode.Scalar) -> BytePieces {
        BytePieces(self, between: UInt8(ascii: separator))
    }
}
