import IAMIdentifiers

/// What a file of data compiled into the binary was made of, as its first line says.
package struct DataSource: Sendable {
    /// The packages and their versions, as `moto 5.2.5, iam-floyd 0.851.0`.
    package let name: String
    /// The day of the data, as `2026-09-30`.
    package let date: String
    /// Where the bytes behind the line begin.
    private let end: Int

    /// - Parameter bytes: the whole file. They are part of the program, so a missing line ends it.
    init(_ bytes: UnsafeRawBufferPointer) {
        let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
        let fields = String(decoding: line, as: UTF8.self).parts(at: "\t")
        precondition(fields.count == 2, "the data in this program have no source")
        name = fields[0]
        date = fields[1]
        end = line.endIndex + 1
    }

    /// What follows the line in the same file.
    func rest(of bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: bytes[end...])
    }
}
