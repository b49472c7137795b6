/// A place in a policy's text, as an editor shows it.
package struct TextPosition: Hashable, Sendable {
    /// From 1. Lines end at a line feed.
    package let line: Int
    /// From 1, in Unicode scalars.
    package let column: Int

    /// The place of the byte at `offset`, which may be one past the last.
    init(offset: Int, in bytes: [UInt8]) {
        let before = bytes[..<min(offset, bytes.count)]
        let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        line = before.count { $0 == 0x0A } + 1
        column = before[lineStart...].count { !UTF8.isContinuation($0) } + 1
    }
}
