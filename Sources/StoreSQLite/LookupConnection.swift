import GRDB
import GRDBSQLite
import Store
import Synchronization

/// A connection that reads, used by whichever thread has taken it, without a queue in between.
final class LookupConnection: Sendable {
    private let statements: Mutex<Statements>

    /// - Throws: `DatabaseError`.
    init(path: String) throws {
        statements = Mutex(try Statements(path: path))
    }

    /// Runs `body` on a snapshot of its own.
    /// - Throws: what `body` throws; `DatabaseError`.
    func snapshot<Value: Sendable>(
        _ body: @Sendable (any Transaction) throws -> Value
    ) throws -> Value {
        try statements.withLock { statements in
            try SQLiteStatement(statements.statement("BEGIN")).run()
            defer {
                // There is nothing to be kept. After an error SQLite may have ended it already.
                try? SQLiteStatement(statements.statement("COMMIT")).run()
            }
            try statements.forgetWhatHasChanged()
            return try SQLiteTransaction.run(on: statements, with: statements.memory, body)
        }
    }

    /// Whether no snapshot is left open, so that another can begin.
    var isFree: Bool { statements.withLock { $0.isFree } }

    /// The statements that a connection has prepared. It is closed with them.
    private final class Statements: StatementSource {
        /// More than the texts of all statements that look something up.
        private static let limit = 512

        let memory = SnapshotMemory()
        /// SQLite's number for the state that `memory` is of.
        private var state: Int64?
        private let queue: DatabaseQueue
        private let connection: OpaquePointer
        private var prepared: [String: PreparedStatement] = [:]

        init(path: String) throws {
            queue = try DatabaseQueue(
                path: path, configuration: .gatehouse(isReadOnly: true, keepsJournal: true))
            connection = queue.unsafeRead { $0.sqliteConnection! }  // it is open
        }

        deinit { finalizeAll() }

        func statement(_ text: String) throws -> PreparedStatement {
            if let statement = prepared[text] { return statement }
            if prepared.count >= Self.limit { finalizeAll() }
            var handle: OpaquePointer?
            let result = sqlite3_prepare_v3(
                connection, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
            guard result == SQLITE_OK, let handle else { throw DatabaseError(of: connection) }
            let columns = (0..<sqlite3_column_count(handle)).map {
                String(cString: sqlite3_column_name(handle, $0))
            }
            let statement = PreparedStatement(handle: handle, columns: columns)
            prepared[text] = statement
            return statement
        }

        var isFree: Bool { sqlite3_get_autocommit(connection) != 0 }

        /// Forgets what was read before another state. Also begins the snapshot.
        ///
        /// The number is another one when any other connection has committed, of this process or
        /// of another. This connection never writes.
        ///
        /// Source: SQLite, "PRAGMA data_version".
        /// <https://www.sqlite.org/pragma.html#pragma_data_version>
        func forgetWhatHasChanged() throws {
            let now = try SQLiteStatement(statement("PRAGMA data_version")).integer()
            if state != now { memory.forget() }
            state = now
        }

        private func finalizeAll() {
            for statement in prepared.values { sqlite3_finalize(statement.handle) }
            prepared = [:]
        }
    }
}

/// The connections that look something up, as many as threads have done so at once.
final class LookupConnections: Sendable {
    private struct State {
        var free: [LookupConnection] = []
        var isClosed = false
    }

    private let path: String
    private let state = Mutex(State())

    /// - Parameter path: of the database's file. It is opened when something is looked up.
    init(path: String) { self.path = path }

    /// Runs `body` on a snapshot, on the calling thread.
    /// - Throws: what `body` throws; `DatabaseError`; ``StoreError`` after ``close()``.
    func snapshot<Value: Sendable>(
        _ body: @Sendable (any Transaction) throws -> Value
    ) throws -> Value {
        let free = try state.withLock { state throws -> LookupConnection? in
            guard !state.isClosed else { throw StoreError.other("the database is closed") }
            return state.free.popLast()
        }
        let connection = try free ?? LookupConnection(path: path)
        defer { giveBack(connection) }
        return try connection.snapshot(body)
    }

    /// A connection whose snapshot could not be ended is closed by nobody's having it.
    private func giveBack(_ connection: LookupConnection) {
        guard connection.isFree else { return }
        state.withLock { if !$0.isClosed { $0.free.append(connection) } }
    }

    /// Closes those that are free, and the others when they are.
    func close() {
        state.withLock { $0 = State(isClosed: true) }
    }
}
