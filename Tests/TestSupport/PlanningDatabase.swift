package import IAMIdentifiers
package import Store
import Synchronization

/// A database that notes how the engine is going to find the rows of each statement.
package final class PlanningDatabase: Database {
    private let base: any Database
    private let noted = Mutex<[String: Set<String>]>([:])

    package init(_ base: any Database) { self.base = base }

    /// The steps of the plans since this was last asked, with the statements that take them.
    ///
    /// Source: SQLite, "EXPLAIN QUERY PLAN". <https://www.sqlite.org/eqp.html>
    package func steps() -> [String: Set<String>] {
        noted.withLock { noted in
            defer { noted = [:] }
            return noted
        }
    }

    package func read<Value: Sendable>(
        for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await base.read(for: account) { try body(Planning(base: $0, database: self)) }
    }

    @discardableResult package func write<Value: Sendable>(
        for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await base.write(for: account) { try body(Planning(base: $0, database: self)) }
    }

    private struct Planning: Transaction {
        let base: any Transaction
        let database: PlanningDatabase

        func rows(_ sql: SQL) throws(StoreError) -> [Row] {
            try plan(sql)
            return try base.rows(sql)
        }

        func execute(_ sql: SQL) throws(StoreError) -> Int {
            try plan(sql)
            return try base.execute(sql)
        }

        private func plan(_ sql: SQL) throws(StoreError) {
            let steps = try base.rows("EXPLAIN QUERY PLAN " + sql)
            for step in steps {
                let detail = try step.text("detail")
                _ = database.noted.withLock { $0[detail, default: []].insert(sql.text) }
            }
        }
    }
}
