package import IAMIdentifiers
package import Store
import Synchronization

/// A database whose n-th statement fails, reads and writes counted together from 1.
///
/// It fails once, and what came before in the same transaction is rolled back.
package final class FailingDatabase: Database {
    private struct State {
        var statements = 0
        let failingStatement: Int
    }

    private let base: any Database
    private let error: StoreError
    private let state: Mutex<State>

    package init(
        _ base: any Database, failingAt statement: Int = .max,
        with error: StoreError = .other("injected")
    ) {
        self.base = base
        self.error = error
        state = Mutex(State(failingStatement: statement))
    }

    /// Counts anew, and fails again at this statement.
    package func fail(at statement: Int) {
        state.withLock { $0 = State(failingStatement: statement) }
    }

    /// Whether the failure has happened: false when fewer statements were run.
    package var hasFailed: Bool { state.withLock { $0.statements >= $0.failingStatement } }

    package func read<Value: Sendable>(
        for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await base.read(for: account) { try self.run(body, in: $0) }
    }

    @discardableResult package func write<Value: Sendable>(
        for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await base.write(for: account) { try self.run(body, in: $0) }
    }

    private func run<Value>(
        _ body: (any Transaction) throws -> Value, in transaction: any Transaction
    ) throws -> Value {
        let failing = FailingTransaction(base: transaction, database: self)
        let value = try body(failing)
        if let failure = failing.failure { throw failure }
        return value
    }

    /// Counts a statement.
    fileprivate func nextStatement() throws(StoreError) {
        let fails = state.withLock { state in
            state.statements += 1
            return state.statements == state.failingStatement
        }
        if fails { throw error }
    }
}

private final class FailingTransaction: Transaction {
    private let base: any Transaction
    private let database: FailingDatabase
    private(set) var failure: StoreError?

    init(base: any Transaction, database: FailingDatabase) {
        self.base = base
        self.database = database
    }

    func rows(_ sql: SQL) throws(StoreError) -> [Row] {
        try admit()
        return try base.rows(sql)
    }

    func execute(_ sql: SQL) throws(StoreError) -> Int {
        try admit()
        return try base.execute(sql)
    }

    private func admit() throws(StoreError) {
        if let failure { throw failure }
        do {
            try database.nextStatement()
        } catch {
            failure = error
            throw error
        }
    }
}
