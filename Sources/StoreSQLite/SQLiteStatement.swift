import GRDB
import GRDBSQLite
import Glibc
import Store

/// A prepared statement at work, stepped by SQLite's own functions: no value is turned into one of
/// GRDB's on its way. It is reset at the end.
///
/// Source: SQLite, "Prepared Statement Object". <https://www.sqlite.org/c3ref/stmt.html>
struct SQLiteStatement: ~Copyable {
    private let handle: OpaquePointer
    private let columns: [String]

    init(_ statement: PreparedStatement) {
        handle = statement.handle
        columns = statement.columns
    }

    deinit {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    /// Every row of the result.
    borrowing func rows(binding values: [SQLValue]) throws -> [Store.Row] {
        try bind(values)
        let count = CInt(columns.count)
        var rows: [Store.Row] = []
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW:
                var values: [SQLValue] = []
                values.reserveCapacity(Int(count))
                for column in 0..<count { values.append(try value(at: column)) }
                rows.append(Row(columns: columns, values: values))
            case SQLITE_DONE: return rows
            default: throw failure()
            }
        }
    }

    /// The number in the first column of the first row.
    borrowing func integer() throws -> Int64 {
        guard sqlite3_step(handle) == SQLITE_ROW else { throw failure() }
        return sqlite3_column_int64(handle, 0)
    }

    /// Runs a statement for its effect. Rows that it gives are passed over.
    borrowing func run(binding values: [SQLValue] = []) throws {
        try bind(values)
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW: continue
            case SQLITE_DONE: return
            default: throw failure()
            }
        }
    }

    private borrowing func bind(_ values: [SQLValue]) throws {
        for (index, value) in values.enumerated() { try bind(value, at: CInt(index + 1)) }
    }

    private borrowing func bind(_ value: SQLValue, at index: CInt) throws {
        // SQLite copies what it is given.
        let transient = unsafeBitCast(
            OpaquePointer(bitPattern: -1), to: sqlite3_destructor_type.self)
        let result =
            switch value {
            case .null: sqlite3_bind_null(handle, index)
            case .integer(let integer): sqlite3_bind_int64(handle, index, integer)
            case .text(let text): try bind(text, at: index, transient)
            case .blob(let bytes):
                bytes.withUnsafeBytes { bytes in
                    // An empty array has no address, and would be taken for null.
                    bytes.isEmpty
                        ? sqlite3_bind_zeroblob(handle, index, 0)
                        : sqlite3_bind_blob(
                            handle, index, bytes.baseAddress, CInt(bytes.count), transient)
                }
            }
        guard result == SQLITE_OK else { throw failure() }
    }

    private borrowing func bind(
        _ text: String, at index: CInt, _ transient: sqlite3_destructor_type
    ) throws(StoreError) -> CInt {
        var text = text
        let result = text.withUTF8 { bytes -> CInt? in
            guard let start = bytes.baseAddress, !bytes.isEmpty else {
                return sqlite3_bind_text(handle, index, "", 0, transient)
            }
            guard memchr(start, 0, bytes.count) == nil else { return nil }
            return bytes.withMemoryRebound(to: CChar.self) {
                sqlite3_bind_text(handle, index, $0.baseAddress, CInt($0.count), transient)
            }
        }
        guard let result else { throw .nullCharacter }
        return result
    }

    private borrowing func value(at column: CInt) throws(StoreError) -> SQLValue {
        switch sqlite3_column_type(handle, column) {
        case SQLITE_NULL: return .null
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, column))
        case SQLITE_TEXT:
            let text = sqlite3_column_text(handle, column)
            let count = Int(sqlite3_column_bytes(handle, column))
            return .text(
                String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self))
        case SQLITE_BLOB:
            let bytes = sqlite3_column_blob(handle, column)
            let count = Int(sqlite3_column_bytes(handle, column))
            return .blob([UInt8](UnsafeRawBufferPointer(start: bytes, count: count)))
        default: throw .other("a result is a floating-point number")
        }
    }

    private borrowing func failure() -> DatabaseError {
        DatabaseError(of: sqlite3_db_handle(handle))
    }
}

extension DatabaseError {
    /// The last error of a connection.
    init(of connection: OpaquePointer?) {
        self.init(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
            message: sqlite3_errmsg(connection).map { String(cString: $0) })
    }
}

extension StoreError {
    /// A text that SQLite would take to its first U+0000 alone.
    static let nullCharacter = StoreError.invalidRow("text holds the character U+0000")
}
