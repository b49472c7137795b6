import Foundation
import GRDB
import Store

/// A transaction on one SQLite connection, valid while its closure runs.
///
/// After an error nothing more is executed, as PostgreSQL has it, so that code cannot come to
/// depend on SQLite's going on.
final class SQLiteTransaction: Transaction {
    private let connection: GRDB.Database
    private var failure: StoreError?

    private init(_ connection: GRDB.Database) {
        self.connection = connection
    }

    /// Runs `body` on a connection, and fails if a statement of it failed and it went on.
    static func run<Value>(
        on connection: GRDB.Database, _ body: (any Transaction) throws -> Value
    ) throws -> Value {
        let transaction = SQLiteTransaction(connection)
        let value = try body(transaction)
        if let failure = transaction.failure { throw failure }
        return value
    }

    /// Runs `body` on a snapshot of its own, on a connection that only reads.
    static func snapshot<Value>(
        on connection: GRDB.Database, _ body: (any Transaction) throws -> Value
    ) throws -> Value {
        try SQLiteStatement(connection.cachedStatement(sql: "BEGIN")).run()
        defer {
            // There is nothing to be kept. After an error SQLite may have ended it already.
            try? SQLiteStatement(connection.cachedStatement(sql: "COMMIT")).run()
        }
        return try run(on: connection, body)
    }

    func rows(_ sql: Store.SQL) throws(StoreError) -> [Store.Row] {
        try running { () throws in
            let statement = try connection.cachedStatement(sql: sql.text)
            let columns = statement.columnNames
            if statement.isReadonly {
                return try SQLiteStatement(statement).rows(binding: sql.values, columns: columns)
            }
            // GRDB has to know what is written.
            let cursor = try GRDB.Row.fetchCursor(prepared(sql))
            var rows: [Store.Row] = []
            while let row = try cursor.next() {
                rows.append(Row(columns: columns, values: try row.databaseValues.map(Self.value)))
            }
            return rows
        }
    }

    @discardableResult func execute(_ sql: Store.SQL) throws(StoreError) -> Int {
        try running { () throws in
            try prepared(sql).execute()
            return connection.changesCount
        }
    }

    private func running<Value>(_ work: () throws -> Value) throws(StoreError) -> Value {
        if let failure { throw failure }
        do {
            return try work()
        } catch {
            let reason = StoreError(sqlite: error)
            failure = reason
            throw reason
        }
    }

    private func prepared(_ sql: Store.SQL) throws -> Statement {
        let statement = try connection.cachedStatement(sql: sql.text)
        // As optional values: those that are not go through a key path, which is slow.
        try statement.setArguments(
            StatementArguments(
                sql.values.map { (value) -> (any DatabaseValueConvertible)? in
                    try Self.databaseValue(value)
                }))
        return statement
    }

    private static func databaseValue(_ value: SQLValue) throws(StoreError) -> DatabaseValue {
        switch value {
        case .null: return .null
        case .integer(let integer): return integer.databaseValue
        case .text(let text):
            // GRDB passes text as a C string, which would end at U+0000.
            guard !text.utf8.contains(0) else { throw .nullCharacter }
            return text.databaseValue
        case .blob(let bytes): return Data(bytes).databaseValue
        }
    }

    private static func value(_ value: DatabaseValue) throws(StoreError) -> SQLValue {
        switch value.storage {
        case .null: .null
        case .int64(let integer): .integer(integer)
        case .string(let text): .text(text)
        case .blob(let data): .blob([UInt8](data))
        case .double: throw .other("a result is a floating-point number")
        }
    }
}
