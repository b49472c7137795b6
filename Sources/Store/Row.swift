package import IAMIdentifiers

/// One row of a result. Columns are asked for by name; asking for one that is not there, or as
/// another type than it has, throws ``StoreError/unexpectedColumn(name:expected:)``.
package struct Row: Sendable {
    private let result: ResultSet
    private let firstCell: Int

    init(_ result: ResultSet, firstCell: Int) {
        self.result = result
        self.firstCell = firstCell
    }

    package func text(_ column: String) throws(StoreError) -> String {
        try value(column, "text") { $0.text($1) }
    }

    package func integer(_ column: String) throws(StoreError) -> Int {
        try value(column, "an integer") { $0.integer($1) }
    }

    /// 1 is true and 0 false; other numbers are an unexpected column.
    package func boolean(_ column: String) throws(StoreError) -> Bool {
        try value(column, "0 or 1") { $0.boolean($1) }
    }

    package func timestamp(_ column: String) throws(StoreError) -> Timestamp {
        try value(column, "microseconds since 1970") { $0.timestamp($1) }
    }

    package func blob(_ column: String) throws(StoreError) -> [UInt8] {
        try value(column, "bytes") { $0.blob($1) }
    }

    package func textIfPresent(_ column: String) throws(StoreError) -> String? {
        try valueIfPresent(column, "text or null") { $0.text($1) }
    }

    package func integerIfPresent(_ column: String) throws(StoreError) -> Int? {
        try valueIfPresent(column, "an integer or null") { $0.integer($1) }
    }

    package func booleanIfPresent(_ column: String) throws(StoreError) -> Bool? {
        try valueIfPresent(column, "0, 1 or null") { $0.boolean($1) }
    }

    package func timestampIfPresent(_ column: String) throws(StoreError) -> Timestamp? {
        try valueIfPresent(column, "microseconds since 1970 or null") { $0.timestamp($1) }
    }

    package func blobIfPresent(_ column: String) throws(StoreError) -> [UInt8]? {
        try valueIfPresent(column, "bytes or null") { $0.blob($1) }
    }

    /// The account ID in a column.
    package func accountID(_ column: String) throws(StoreError) -> AccountID {
        try value(column, "an account ID") { $0.text($1).flatMap { AccountID($0) } }
    }

    /// The unique ID in a column.
    package func uniqueID(_ column: String) throws(StoreError) -> UniqueID {
        UniqueID(stored: try text(column))
    }

    /// The access key ID in a column.
    package func accessKeyID(_ column: String) throws(StoreError) -> AccessKeyID {
        try value(column, "an access key ID") { $0.text($1).flatMap { AccessKeyID($0) } }
    }

    /// The ARN in a column.
    package func arn(_ column: String) throws(StoreError) -> ARN {
        try value(column, "an ARN") { $0.text($1).flatMap { ARN($0) } }
    }

    /// The path in a column.
    package func path(_ column: String) throws(StoreError) -> EntityPath {
        EntityPath(stored: try text(column))
    }

    /// A value of any type.
    func value(_ column: String) throws(StoreError) -> SQLValue {
        guard let index = columns.firstIndex(of: column) else {
            throw .unexpectedColumn(name: column, expected: "a value")
        }
        return values[index]
    }

    private func value<Value>(
        _ column: String, _ expected: String, _ convert: (Row, ResultSet.Cell) -> Value?
    ) throws(StoreError) -> Value {
        guard let value = try valueIfPresent(column, expected, convert) else {
            throw .unexpectedColumn(name: column, expected: expected)
        }
        return value
    }

    private func valueIfPresent<Value>(
        _ column: String, _ expected: String, _ convert: (Row, ResultSet.Cell) -> Value?
    ) throws(StoreError) -> Value? {
        guard let cell = cell(column) else {
            throw .unexpectedColumn(name: column, expected: expected)
        }
        if cell.kind == .null { return nil }
        guard let value = convert(self, cell) else {
            throw .unexpectedColumn(name: column, expected: expected)
        }
        return value
    }

    private func cell(_ column: String) -> ResultSet.Cell? {
        let length = column.utf8.count
        // Most names of a result differ in length, which is told at once.
        for index in result.columns.indices where result.columns[index].utf8.count == length {
            if result.columns[index] == column { return result.cells[firstCell + index] }
        }
        return nil
    }

    private func bytes<Value>(
        of cell: ResultSet.Cell, _ body: (UnsafeBufferPointer<UInt8>) -> Value
    ) -> Value {
        result.bytes.withUnsafeBufferPointer { bytes in
            let start = Int(cell.number)
            return body(UnsafeBufferPointer(rebasing: bytes[start..<start + Int(cell.size)]))
        }
    }

    private func text(_ cell: ResultSet.Cell) -> String? {
        guard cell.kind == .text else { return nil }
        return bytes(of: cell) { String(decoding: $0, as: UTF8.self) }
    }

    private func integer(_ cell: ResultSet.Cell) -> Int? {
        cell.kind == .integer ? Int(cell.number) : nil
    }

    private func boolean(_ cell: ResultSet.Cell) -> Bool? {
        switch integer(cell) {
        case 0: false
        case 1: true
        default: nil
        }
    }

    private func timestamp(_ cell: ResultSet.Cell) -> Timestamp? {
        cell.kind == .integer ? Timestamp(microseconds: cell.number) : nil
    }

    private func blob(_ cell: ResultSet.Cell) -> [UInt8]? {
        cell.kind == .blob ? bytes(of: cell) { [UInt8]($0) } : nil
    }
}

extension Row: Equatable, CustomStringConvertible {
    /// Whether the columns have the same names and the same values.
    package static func == (left: Row, right: Row) -> Bool {
        left.columns == right.columns && left.values == right.values
    }

    /// All values with their names.
    package var description: String {
        zip(columns, values).map { "\($0): \($1)" }.joined(separator: ", ")
    }

    /// The names of the columns, in their order.
    package var columns: [String] { result.columns }

    /// The values of the columns, in their order.
    package var values: [SQLValue] {
        result.cells[firstCell..<firstCell + result.columns.count].map { cell in
            switch cell.kind {
            case .null: .null
            case .integer: .integer(cell.number)
            case .text: .text(text(cell) ?? "")
            case .blob: .blob(blob(cell) ?? [])
            }
        }
    }
}
