/// A place in a policy's text, as an editor shows it.
package struct TextPosition: Hashable, Sendable {
    /// From 1. Lines end at a line feed.
    package let line: Int
    /// From 1, in Unicode scalars.
    package let column: Int

    /// The place of the byte at `offset`, which may be one past the last.
    init(offset: Int, in bytes: [UInt8]) {
        self = Self.positions(of: [offset], in: bytes)[0]
    }

    private init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    /// The places of the bytes at `offsets`, which rise, in one walk through the text.
    static func positions(of offsets: [Int], in bytes: [UInt8]) -> [TextPosition] {
        var line = 1
        var column = 1
        var next = 0
        return offsets.map { offset in
            for byte in bytes[next..<offset] {
                if byte == 0x0A {
                    line += 1
                    column = 1
                } else if !UTF8.isContinuation(byte) {
                    column += 1
                }
            }
            next = offset
            return TextPosition(line: line, column: column)
        }
    }
}
