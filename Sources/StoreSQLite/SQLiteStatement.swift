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
        var result = ResultSet.Builder(columns: columns)
        while true {
            switch sqlite3_step(handle) {
            case SQLITE_ROW:
                for column in 0..<CInt(columns.count) { try read(column, into: &result) }
            case SQLITE_DONE: return result.rows()
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

    /// Reads a value of the row that was stepped to.
    private borrowing func read(
        _ column: CInt, into result: inout ResultSet.Builder
    ) throws(StoreError) {
        switch sqlite3_column_type(handle, column) {
        case SQLITE_NULL: result.appendNull()
        case SQLITE_INTEGER: result.append(integer: sqlite3_column_int64(handle, column))
        case SQLITE_TEXT:
            let text = UnsafeRawPointer(sqlite3_column_text(handle, column))
            let size = Int(sqlite3_column_bytes(handle, column))
            result.append(text: UnsafeRawBufferPointer(start: text, count: size))
        case SQLITE_BLOB:
            let bytes = sqlite3_column_blob(handle, column)
            let size = Int(sqlite3_column_bytes(handle, column))
            result.append(blob: UnsafeRawBufferPointer(start: bytes, count: size))
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
