import GRDB
import GRDBSQLite
import Store

/// A prepared statement that reads, stepped by SQLite's own functions: no value is turned into one
/// of GRDB's on its way.
///
/// Source: SQLite, "Prepared Statement Object". <https://www.sqlite.org/c3ref/stmt.html>
struct SQLiteStatement: ~Copyable {
    private let handle: OpaquePointer

    /// - Parameter statement: one of GRDB's cache, which keeps it. It is reset at the end.
    init(_ statement: Statement) { handle = statement.sqliteStatement }

    deinit {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    /// Every row of the result.
    borrowing func rows(binding values: [SQLValue], columns: [String]) throws -> [Store.Row] {
        for (index, value) in values.enumerated() { try bind(value, at: CInt(index + 1)) }
        let count = sqlite3_column_count(handle)
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

    /// Runs a statement without values and without a result.
    borrowing func run() throws {
        guard sqlite3_step(handle) == SQLITE_DONE else { throw failure() }
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
        guard !text.utf8.contains(0) else { throw .nullCharacter }
        var text = text
        return text.withUTF8 { bytes in
            bytes.isEmpty
                ? sqlite3_bind_text(handle, index, "", 0, transient)
                : bytes.withMemoryRebound(to: CChar.self) {
                    sqlite3_bind_text(handle, index, $0.baseAddress, CInt($0.count), transient)
                }
        }
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
        let connection = sqlite3_db_handle(handle)
        return DatabaseError(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
            message: sqlite3_errmsg(connection).map { String(cString: $0) })
    }
}

extension StoreError {
    /// A text that SQLite would take to its first U+0000 alone.
    static let nullCharacter = StoreError.invalidRow("text holds the character U+0000")
}
