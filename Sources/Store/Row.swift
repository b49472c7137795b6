package import IAMIdentifiers

/// One row of a result. Columns are asked for by name; asking for one that is not there, or as
/// another type than it has, throws ``StoreError/unexpectedColumn(name:expected:)``.
package struct Row: Sendable, Equatable {
    private let columns: [String]
    private let values: [SQLValue]

    /// - Parameters:
    ///   - columns: the names, shared by all rows of a result.
    ///   - values: as many values.
    package init(columns: [String], values: [SQLValue]) {
        self.columns = columns
        self.values = values
    }

    package func text(_ column: String) throws(StoreError) -> String {
        try value(column, "text", Self.text)
    }

    package func integer(_ column: String) throws(StoreError) -> Int {
        try value(column, "an integer", Self.integer)
    }

    /// 1 is true and 0 false; other numbers are an unexpected column.
    package func boolean(_ column: String) throws(StoreError) -> Bool {
        try value(column, "0 or 1", Self.boolean)
    }

    package func timestamp(_ column: String) throws(StoreError) -> Timestamp {
        try value(column, "microseconds since 1970", Self.timestamp)
    }

    package func blob(_ column: String) throws(StoreError) -> [UInt8] {
        try value(column, "bytes", Self.blob)
    }

    package func textIfPresent(_ column: String) throws(StoreError) -> String? {
        try valueIfPresent(column, "text or null", Self.text)
    }

    package func integerIfPresent(_ column: String) throws(StoreError) -> Int? {
        try valueIfPresent(column, "an integer or null", Self.integer)
    }

    package func booleanIfPresent(_ column: String) throws(StoreError) -> Bool? {
        try valueIfPresent(column, "0, 1 or null", Self.boolean)
    }

    package func timestampIfPresent(_ column: String) throws(StoreError) -> Timestamp? {
        try valueIfPresent(column, "microseconds since 1970 or null", Self.timestamp)
    }

    package func blobIfPresent(_ column: String) throws(StoreError) -> [UInt8]? {
        try valueIfPresent(column, "bytes or null", Self.blob)
    }

    /// The account ID in a column.
    package func accountID(_ column: String) throws(StoreError) -> AccountID {
        try value(column, "an account ID") { Self.text($0).flatMap { AccountID($0) } }
    }

    /// The unique ID in a column.
    package func uniqueID(_ column: String) throws(StoreError) -> UniqueID {
        UniqueID(stored: try text(column))
    }

    /// The access key ID in a column.
    package func accessKeyID(_ column: String) throws(StoreError) -> AccessKeyID {
        try value(column, "an access key ID") { Self.text($0).flatMap { AccessKeyID($0) } }
    }

    /// The ARN in a column.
    package func arn(_ column: String) throws(StoreError) -> ARN {
        try value(column, "an ARN") { Self.text($0).flatMap { ARN($0) } }
    }

    /// The path in a column.
    package func path(_ column: String) throws(StoreError) -> EntityPath {
        EntityPath(stored: try text(column))
    }

    private func value<Value>(
        _ column: String, _ expected: String, _ convert: (SQLValue) -> Value?
    ) throws(StoreError) -> Value {
        guard let index = columns.firstIndex(of: column), let value = convert(values[index]) else {
            throw .unexpectedColumn(name: column, expected: expected)
        }
        return value
    }

    private func valueIfPresent<Value>(
        _ column: String, _ expected: String, _ convert: (SQLValue) -> Value?
    ) throws(StoreError) -> Value? {
        if let index = columns.firstIndex(of: column), case .null = values[index] { return nil }
        return try value(column, expected, convert)
    }

    private static func text(_ value: SQLValue) -> String? {
        if case .text(let text) = value { text } else { nil }
    }

    private static func integer(_ value: SQLValue) -> Int? {
        if case .integer(let integer) = value { Int(integer) } else { nil }
    }

    private static func boolean(_ value: SQLValue) -> Bool? {
        switch value {
        case .integer(0): false
        case .integer(1): true
        default: nil
        }
    }

    private static func timestamp(_ value: SQLValue) -> Timestamp? {
        integer(value).map { Timestamp(microseconds: Int64($0)) }
    }

    private static func blob(_ value: SQLValue) -> [UInt8]? {
        if case .blob(let bytes) = value { bytes } else { nil }
    }
}
