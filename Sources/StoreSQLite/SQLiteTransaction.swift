import GRDB
import GRDBSQLite
import IAMIdentifiers
import Store

/// A transaction on one SQLite connection, valid while its closure runs.
///
/// After an error nothing more is executed, as PostgreSQL has it, so that code cannot come to
/// depend on SQLite's going on.
final class SQLiteTransaction: Transaction {
    private let connection: any StatementSource
    private let memory: SnapshotMemory?
    private var failure: StoreError?

    private init(_ connection: any StatementSource, _ memory: SnapshotMemory?) {
        self.connection = connection
        self.memory = memory
    }

    /// Runs `body` on a connection, and fails if a statement of it failed and it went on.
    static func run<Value>(
        on connection: any StatementSource, with memory: SnapshotMemory? = nil,
        _ body: (any Transaction) throws -> Value
    ) throws -> Value {
        let transaction = SQLiteTransaction(connection, memory)
        let value = try body(transaction)
        if let failure = transaction.failure { throw failure }
        return value
    }

    /// The connection's, which holds as long as nothing at all was committed.
    func memory(of account: AccountID) -> SnapshotMemory? { memory }

    func rows(_ sql: Store.SQL) throws(StoreError) -> [Store.Row] {
        try running { () throws in
            try SQLiteStatement(connection.statement(sql.text)).rows(binding: sql.values)
        }
    }

    @discardableResult func execute(_ sql: Store.SQL) throws(StoreError) -> Int {
        try running { () throws in
            let statement = try connection.statement(sql.text)
            try SQLiteStatement(statement).run(binding: sql.values)
            return Int(sqlite3_changes(sqlite3_db_handle(statement.handle)))
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
}
