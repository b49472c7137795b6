import GRDB
import Glibc
package import IAMIdentifiers
package import Store
import Workers

/// The embedded engine: one SQLite file, or memory.
///
/// Reads run on a small pool of threads, each on its own connection and snapshot. Writes go
/// through ``GroupCommit`` to one connection. Neither blocks Swift's cooperative threads. What is
/// looked up by its key in a file is looked up on the calling thread, on a connection of
/// ``LookupConnections``. What an account lists is read by such a connection, too, on threads that
/// stand back behind all others.
package final class SQLiteDatabase: Store.Database {
    /// How many writes may wait for the writer; one more fails with ``StoreError/busy``.
    package static let waitingWritesLimit = 4096

    /// How many lists are read at once, and wait. As long as there is too little processor time for
    /// all, their threads get a third of what a thread gets that answers look-ups.
    static let listLimits = WorkerPool<AccountID>.Limits(
        threads: max(2, processors), runningPerKey: max(1, processors / 2),
        waiting: 4_096, waitingPerKey: 1_024, niceness: 5)
    private static let processors = sysconf(CInt(_SC_NPROCESSORS_ONLN))

    /// Nil in memory. They are closed before `connections`.
    private let lookups: LookupConnections?
    private let connections: any DatabaseWriter
    private let lists = WorkerPool<AccountID>(listLimits)
    private let elapsed: @Sendable () -> Duration
    private let writes: GroupCommit
    let condition: DatabaseCondition
    /// Held as long as the database is open, by a server.
    private let lock: DirectoryLock?
    /// What a server has done beside its requests.
    let upkeep: Upkeep?

    init(
        connections: any DatabaseWriter, lookups: LookupConnections? = nil,
        lock: DirectoryLock? = nil, files: ServedFiles? = nil,
        upkeep: Upkeep? = nil, waitingWritesLimit: Int = waitingWritesLimit,
        elapsed: @escaping @Sendable () -> Duration = Duration.sinceStart
    ) {
        self.connections = connections
        self.lookups = lookups
        self.lock = lock
        self.upkeep = upkeep
        self.elapsed = elapsed
        condition = DatabaseCondition(files: files)
        writes = GroupCommit(
            writer: connections, condition: condition, waitingLimit: waitingWritesLimit,
            elapsed: elapsed)
    }

    /// A database in memory, which ends with the value. All its work runs on one connection in
    /// turn.
    /// - Parameter elapsed: monotonic time. Tests fix it.
    package static func inMemory(
        migrations: [Migration] = Migrations.all, waitingWritesLimit: Int = waitingWritesLimit,
        elapsed: @escaping @Sendable () -> Duration = Duration.sinceStart
    ) async throws -> SQLiteDatabase {
        let database = SQLiteDatabase(
            connections: try DatabaseQueue(configuration: .gatehouse()),
            waitingWritesLimit: waitingWritesLimit, elapsed: elapsed)
        try await Migrator(migrations).migrate(database)
        return database
    }

    package func read<Value: Sendable>(
        for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        do {
            let value =
                if let account, let lookups {
                    try await list(for: account, lookups, body)
                } else {
                    try await connections.read { try SQLiteTransaction.run(on: $0, body) }
                }
            // A connection that was opened just now may have found another file in the place.
            if let loss = condition.loss() { throw loss }
            return value
        } catch {
            throw noted(error)
        }
    }

    /// Reads when it is the account's turn. The time that it takes is counted as the account's.
    private func list<Value: Sendable>(
        for account: AccountID, _ lookups: LookupConnections,
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        let place = GatePlace.held
        return try await lists.run(for: account) { [elapsed] _ in
            let start = elapsed()
            defer { place?.charge(elapsed() - start) }
            return try lookups.snapshot(body)
        }
    }

    package func lookUp<Value: Sendable>(
        for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        // In memory there is one connection, and whoever waits for it waits for its writes.
        guard let lookups else { return try await read(body) }
        do {
            let value = try lookups.snapshot(body)
            if let loss = condition.lossOfDatabase() { throw loss }
            return value
        } catch {
            throw noted(error)
        }
    }

    /// What is told of an error of a read, which is remembered if it says that the file is broken.
    private func noted(_ error: any Error) -> any Error {
        let error = error is DatabaseError ? StoreError(sqlite: error) : error
        condition.note(error)
        return condition.loss() ?? error
    }

    @discardableResult package func write<Value: Sendable>(
        for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        let place = GatePlace.held
        return try await GatePlace.givenUp {
            try await withCheckedThrowingContinuation { continuation in
                writes.submit(PendingWrite(for: account, of: place, body, answering: continuation))
            }
        }
    }

    /// Looks at the known condition, checks the files' names, and reads. If the last writes were
    /// not kept, one more is tried, at most twice a second, so that an idle database notices when
    /// there is space again.
    package func problem() async -> StoreError? {
        if condition.isTimeForTrial() { _ = try? await write(Self.trial) }
        if let problem = condition.problem() { return problem }
        do {
            try await read { _ in }
            return nil
        } catch {
            return error as? StoreError ?? .other("\(error)")
        }
    }

    /// Writes some pages and changes nothing. A test with one row would succeed when there is space
    /// for little more than that row.
    private static func trial(_ transaction: any Transaction) throws {
        let name = String(repeating: "trial ", count: 10_000)
        try transaction.execute(
            "INSERT INTO schema_migration (number, name, digest) VALUES (0, \(name), 0)")
        try transaction.execute("DELETE FROM schema_migration WHERE number = 0")
    }

    /// Waits for what runs, then closes the file, with all of it in the one file. Whatever is asked
    /// of the database afterwards fails.
    /// - Throws: ``StoreError`` when something keeps it open; then nothing is lost, and the next
    ///   opening reads what lies beside the file.
    package func close() throws {
        upkeep?.stop()
        lookups?.close()
        do {
            if lock != nil { try connections.writeWithoutTransaction { try $0.unmarkServed() } }
            try connections.unsafeReentrantWrite { try $0.keepJournalIfServed() }
            // The last connection to go puts the journal into the file, and only a writer can.
            (connections as? DatabasePool)?.invalidateReadOnlyConnections()
            try connections.close()
        } catch { throw StoreError(sqlite: error) }
    }

    deinit {
        upkeep?.stop()
        // After `close()` this fails, and there is nothing left to be done.
        try? connections.unsafeReentrantWrite { try $0.keepJournalIfServed() }
    }

    /// How many groups of writes were committed since opening.
    package var commits: Int { writes.commits }

    package var load: DatabaseLoad {
        DatabaseLoad(
            system: "sqlite", waitingReads: lists.waitingCount, waitingWrites: waitingWrites)
    }

    /// How many writes wait for the writer now.
    package var waitingWrites: Int { writes.waitingCount }

    /// Runs work on the writer's connection, between two groups of writes.
    func onWriter(_ work: @escaping @Sendable (GRDB.Database) throws -> Void) async throws {
        try await withCheckedThrowingContinuation { continuation in
            connections.asyncWriteWithoutTransaction { connection in
                continuation.resume(
                    with: Result { try work(connection) }.mapError { StoreError(sqlite: $0) })
            }
        }
    }
}
