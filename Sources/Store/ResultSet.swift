/// The rows that a statement gives, in two stretches of memory however many they are. A text or a
/// number of it is made when it is asked for.
package final class ResultSet: Sendable {
    /// A value, or where it lies in the bytes.
    struct Cell {
        enum Kind: UInt8 { case null, integer, text, blob }

        let kind: Kind
        /// How many bytes it has.
        var size: Int32 = 0
        /// The integer, or the first of the bytes.
        var number: Int64 = 0
    }

    let columns: [String]
    let cells: [Cell]
    let bytes: [UInt8]

    private init(_ columns: [String], _ cells: [Cell], _ bytes: [UInt8]) {
        self.columns = columns
        self.cells = cells
        self.bytes = bytes
    }

    /// Takes the values of a result as an engine reads them: row by row, from the first column to
    /// the last.
    package struct Builder {
        private let columns: [String]
        private var cells: [Cell] = []
        private var bytes: [UInt8] = []

        package init(columns: [String]) { self.columns = columns }

        package mutating func appendNull() { append(Cell(kind: .null)) }

        package mutating func append(integer: Int64) {
            append(Cell(kind: .integer, number: integer))
        }

        package mutating func append(text: UnsafeRawBufferPointer) { append(text, .text) }

        package mutating func append(blob: UnsafeRawBufferPointer) { append(blob, .blob) }

        /// A value of another result.
        package mutating func append(_ value: SQLValue) {
            switch value {
            case .null: appendNull()
            case .integer(let number): append(integer: number)
            case .text(var text): text.withUTF8 { append(text: UnsafeRawBufferPointer($0)) }
            case .blob(let bytes): bytes.withUnsafeBytes { append(blob: $0) }
            }
        }

        private mutating func append(_ value: UnsafeRawBufferPointer, _ kind: Cell.Kind) {
            append(Cell(kind: kind, size: Int32(value.count), number: Int64(bytes.count)))
            bytes.append(contentsOf: value)
        }

        private mutating func append(_ cell: Cell) {
            if cells.isEmpty {
                // Most results are one row.
                cells.reserveCapacity(columns.count)
                bytes.reserveCapacity(Self.usualSize)
            }
            cells.append(cell)
        }

        /// What the texts of a row have, in bytes, as a rule.
        private static let usualSize = 200

        package consuming func rows() -> [Row] {
            guard !cells.isEmpty else { return [] }
            let result = ResultSet(columns, cells, bytes)
            return stride(from: 0, to: cells.count, by: columns.count).map {
                Row(result, firstCell: $0)
            }
        }
    }
}
