import GRDB
import GRDBSQLite

/// A connection that keeps the statements it has prepared, and finds one by its text.
protocol StatementSource {
    /// - Throws: `DatabaseError` when the text is no statement.
    func statement(_ text: String) throws -> PreparedStatement
}

/// A statement that a connection keeps.
struct PreparedStatement {
    let handle: OpaquePointer
    /// The names of the columns of its result.
    let columns: [String]
}

extension GRDB.Database: StatementSource {
    func statement(_ text: String) throws -> PreparedStatement {
        let statement = try cachedStatement(sql: text)
        return PreparedStatement(
            handle: statement.sqliteStatement, columns: statement.columnNames)
    }

    /// Runs a statement without values and without a result, such as `COMMIT`.
    func run(_ text: String) throws {
        try SQLiteStatement(statement(text)).run()
    }
}
