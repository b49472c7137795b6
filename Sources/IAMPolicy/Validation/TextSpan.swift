/// A part of a text.
///
/// Source: IAM Access Analyzer API Reference, Span and Position.
/// <https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_Span.html>
package struct TextSpan: Hashable, Sendable {
    /// A place between two characters, which are Unicode scalars.
    package struct Place: Hashable, Sendable {
        /// From 1. Lines end at a line feed.
        package let line: Int
        /// From 0, within the line.
        package let column: Int
        /// From 0, within the text.
        package let offset: Int
    }

    package let start: Place
    /// After the last character.
    package let end: Place
}

extension TextSpan {
    /// The places of bytes in `text`, which is UTF-8, found in one walk however many they are.
    static func places(of offsets: some Sequence<Int>, in text: [UInt8]) -> [Int: Place] {
        var places: [Int: Place] = [:]
        var line = 1
        var column = 0
        var count = 0
        var next = 0
        for offset in Set<Int>(offsets).sorted() {
            for byte in text[next..<offset] where !UTF8.isContinuation(byte) {
                count += 1
                column += 1
                if byte == 0x0A { (line, column) = (line + 1, 0) }
            }
            next = offset
            places[offset] = Place(line: line, column: column, offset: count)
        }
        return places
    }
}
