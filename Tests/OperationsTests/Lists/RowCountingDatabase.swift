import IAMIdentifiers
import Store
import Synchronization

/// A database that counts the rows that it gave.
final class RowCountingDatabase: Database {
    private let base: any Database
    private let count = Mutex(0)

    init(_ base: any Database) { self.base = base }

    /// The rows given since the last time that this was asked.
    func rows() -> Int {
        count.withLock { count in
            defer { count = 0 }
            return count
        }
    }

    func read<Value: Sendable>(
        for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await base.read(for: account) { try body(Counting(base: $0, database: self)) }
    }

    func write<Value: Sendable>(
        for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await base.write(for: account) { try body(Counting(base: $0, database: self)) }
    }

    private struct Counting: Transaction {
        let base: any Transaction
        let database: RowCountingDatabase

        func rows(_ sql: SQL) throws(StoreError) -> [Row] {
            let rows = try base.rows(sql)
            database.count.withLock { $0 += rows.count }
            return rows
        }

        func execute(_ sql: SQL) throws(StoreError) -> Int { try base.execute(sql) }
    }
}
