package import IAMIdentifiers
package import Store
import Workers

/// A database on a PostgreSQL server, which several nodes may share.
///
/// A read is one snapshot of what is committed when its first statement runs, so that it sees every
/// change that any node has acknowledged before it began. Writes go through ``WriteLines``. Nothing
/// here runs on Swift's cooperative threads: libpq's calls wait.
package final class PostgreSQLDatabase: Database {
    /// How much is done at once.
    package struct Limits: Sendable {
        /// Connections for what is looked up, for lists, and for writes.
        package var lookups = 8
        package var lists = 4
        package var writes = 8
        /// How many writes may wait; one more fails with ``StoreError/busy``.
        package var waitingWrites = 4_096

        package init() {}
    }

    private let pool: ConnectionPool
    private let lookups: WorkerPool<Int>
    private let lists: WorkerPool<AccountID?>
    private let writes: WriteLines

    /// - Parameter address: of a database that has the schema.
    init(_ address: DatabaseAddress, _ sessions: SessionLimits, _ limits: Limits) {
        pool = ConnectionPool(address, sessions)
        lookups = WorkerPool(
            .init(
                threads: limits.lookups, runningPerKey: limits.lookups, waiting: 16_384,
                waitingPerKey: 16_384, niceness: 0))
        lists = WorkerPool(
            .init(
                threads: limits.lists, runningPerKey: max(1, limits.lists / 2), waiting: 4_096,
                waitingPerKey: 1_024, niceness: 0))
        writes = WriteLines(
            pool, connections: limits.writes, waitingLimit: limits.waitingWrites)
    }

    package func read<Value: Sendable>(
        for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        let place = GatePlace.held
        return try await asStoreErrors {
            try await lists.run(for: account) { [pool] _ in
                let start = Duration.sinceStart()
                defer { place?.charge(.sinceStart() - start) }
                return try pool.use { try Self.snapshot(for: account, in: $0, body) }
            }
        }
    }

    package func lookUp<Value: Sendable>(
        for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await asStoreErrors {
            try await lookups.run(for: 0) { [pool] _ in
                try pool.use { try Self.snapshot(for: account, in: $0, body) }
            }
        }
    }

    /// Runs `body` on a snapshot. The account's mark is read in it first: if it is the one under
    /// which something was remembered of the account, that holds.
    private static func snapshot<Value>(
        for account: AccountID?, in session: Session, _ body: (any Transaction) throws -> Value
    ) throws -> Value {
        try session.begin("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        // There is nothing to be kept, so nobody waits for the end.
        defer { session.leave("ROLLBACK") }
        do {
            let memory = try account.map { account in
                let mark = try ChangeMark(session.run(ChangeMark.query(of: account)).rows)
                return (account: account, of: session.memories.memory(of: account, at: mark))
            }
            return try PostgreSQLTransaction.run(in: session, with: memory, body)
        } catch {
            guard let loss = session.loss else { throw error }
            throw ServerError(loss, .connectionLost)
        }
    }

    @discardableResult package func write<Value: Sendable>(
        for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        let place = GatePlace.held
        return try await GatePlace.givenUp {
            try await withCheckedThrowingContinuation { continuation in
                writes.submit(WaitingWrite(for: account, of: place, body, answering: continuation))
            }
        }
    }

    private func asStoreErrors<Value>(
        _ body: () async throws -> Value
    ) async throws -> Value {
        do {
            return try await body()
        } catch is WorkerPoolError {
            throw StoreError.busy
        } catch let error as ServerError {
            throw error.reason
        }
    }

    package var load: DatabaseLoad {
        DatabaseLoad(
            system: "postgresql", waitingReads: lookups.waitingCount + lists.waitingCount,
            waitingWrites: writes.waitingCount, connections: pool.connections)
    }

    /// Closes the connections. Whatever is asked of the database afterwards fails.
    package func close() { pool.close() }
}

extension PostgreSQLDatabase {
    /// Writes some pages and changes nothing.
    private static func trial(_ transaction: any Transaction) throws {
        // The server cannot make them shorter.
        let bytes = (0..<65_536).map { _ in UInt8.random(in: 0...255) }
        try transaction.execute(
            "INSERT INTO data_key (key_id, sealed, created_at) VALUES ('trial', \(bytes), 0)")
        try transaction.execute("DELETE FROM data_key WHERE key_id = 'trial'")
    }

    package var sharedClock: SharedClock? {
        SharedClock(
            "SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS bigint) AS now")
    }

    /// Reads. If the last writes were not kept, one more is tried, at most twice a second.
    package func problem() async -> StoreError? {
        if writes.refusal.isTimeForTrial() { _ = try? await write(Self.trial) }
        if let refusal = writes.refusal.reason { return refusal }
        do {
            try await lookUp { _ = try $0.rows("SELECT 1 AS one") }
            return nil
        } catch {
            return error as? StoreError ?? .other("\(error)")
        }
    }
}
