import IAMIdentifiers
import Operations
import Store
import Synchronization
import TestSupport
import Testing

/// The records that follow a request: bounded, in order, and never dropped.
@Suite struct DeferredWritesTests {
    private func event(_ number: Int) -> AuditEventTable.Event {
        .init(
            account: TestService.accountID, id: "event-\(number)",
            at: Timestamp(seconds: Int64(number)), name: "ListUsers", record: "{}")
    }

    private func stored(_ service: TestService) async throws -> [String] {
        try await service.services.database.read {
            try AuditEventTable($0).latest(of: TestService.accountID, limit: 5_000).map(\.id)
        }
    }

    @Test("a full buffer is written by the request that fills it")
    func full() async throws {
        let service = try await TestService()
        let writes = DeferredWrites(
            database: service.services.database, auditLog: service.services.auditLog,
            logger: service.services.logger)
        for number in 1..<DeferredWrites.capacity { try await writes.append(event(number)) }
        #expect(try await stored(service).isEmpty)
        try await writes.append(event(DeferredWrites.capacity))
        #expect(try await stored(service).count == DeferredWrites.capacity)
    }

    @Test("what a failing store did not keep is kept by the next flush, once")
    func failing() async throws {
        let log = LogRecorder()
        let service = try await TestService()
        let failing = FailingDatabase(service.services.database, failingAt: 2)
        let writes = DeferredWrites(
            database: failing, auditLog: service.services.auditLog,
            logger: log.logger)
        for number in 1...3 { try await writes.append(event(number)) }
        await writes.flush()
        #expect(try await stored(service).isEmpty)
        #expect(log.lines.count == 1)
        try await writes.append(event(4))
        await writes.flush()
        #expect(try await stored(service).sorted() == (1...4).map { "event-\($0)" })
    }

    @Test("records that a lost store may have kept are kept once, and the account's chain goes on")
    func uncertain() async throws {
        let service = try await TestService()
        let store = LosingDatabase(service.services.database)
        let writes = DeferredWrites(
            database: store, auditLog: service.services.auditLog,
            logger: service.services.logger)
        for number in 1...3 { try await writes.append(event(number)) }
        await writes.flush()
        #expect(try await stored(service).sorted() == (1...3).map { "event-\($0)" })
        // It fails before it keeps anything: what is uncertain stays so.
        store.loses = .before
        try await writes.append(event(4))
        await writes.flush()
        store.loses = nil
        try await writes.append(event(5))
        await writes.flush()
        #expect(try await stored(service).sorted() == (1...5).map { "event-\($0)" })
        let check = try await service.services.auditLog.check(
            TestService.accountID, in: service.services.database)
        #expect(check.faults.isEmpty)
    }

    /// A store that is lost when it commits.
    private final class LosingDatabase: Database {
        enum Moment { case before, after }

        private let inner: any Database
        private let state = Mutex<Moment?>(.after)

        init(_ inner: any Database) { self.inner = inner }

        var loses: Moment? {
            get { state.withLock { $0 } }
            set { state.withLock { $0 = newValue } }
        }

        func read<Value: Sendable>(
            for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
        ) async throws -> Value { try await inner.read(for: account, body) }

        func write<Value: Sendable>(
            for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
        ) async throws -> Value {
            if loses == .before { throw StoreError.unreachable("lost") }
            let value = try await inner.write(for: account, body)
            if loses == .after { throw StoreError.uncertain("lost") }
            return value
        }
    }

    @Test("past what can be remembered while the store takes nothing, no more is promised")
    func limit() async throws {
        let service = try await TestService()
        let writes = DeferredWrites(
            database: AbsentDatabase(), auditLog: service.services.auditLog,
            logger: service.services.logger)
        for number in 0..<DeferredWrites.limit { try await writes.append(event(number)) }
        await #expect(throws: IAMError.serviceUnavailable) {
            try await writes.append(event(DeferredWrites.limit))
        }
    }

    @Test("long records count by their bytes")
    func longRecords() async throws {
        let long = AuditEventTable.Event(
            account: TestService.accountID, id: "long", at: Timestamp(seconds: 1),
            name: "ListUsers",
            record: String(repeating: "a", count: DeferredWrites.byteCapacity))
        let service = try await TestService()
        let kept = DeferredWrites(
            database: service.services.database, auditLog: service.services.auditLog,
            logger: service.services.logger)
        try await kept.append(long)
        #expect(try await stored(service) == ["long"])
        let writes = DeferredWrites(
            database: AbsentDatabase(), auditLog: service.services.auditLog,
            logger: service.services.logger)
        for _ in 0..<DeferredWrites.byteLimit / DeferredWrites.byteCapacity {
            try await writes.append(long)
        }
        await #expect(throws: IAMError.serviceUnavailable) { try await writes.append(event(1)) }
    }

    @Test("while the store takes nothing, no request tries within a pause; pauses grow to a limit")
    func pauses() async throws {
        let clock = MonotonicClock()
        let log = LogRecorder()
        let store = FullDatabase()
        let service = try await TestService()
        let writes = DeferredWrites(
            database: store, auditLog: service.services.auditLog,
            logger: log.logger, now: { [clock] in clock.now() })
        var number = 0
        func answer(_ requests: Int) async throws {
            for _ in 0..<requests {
                number += 1
                try await writes.append(event(number))
            }
        }
        try await answer(DeferredWrites.capacity + 500)
        #expect(store.tries == 1)
        var tries = 1
        for milliseconds in [500, 1_000, 2_000, 4_000, 8_000, 8_000] {
            clock.advance(by: .milliseconds(milliseconds - 1))
            try await answer(50)
            #expect(store.tries == tries)
            clock.advance(by: .milliseconds(1))
            try await answer(50)
            tries += 1
            #expect(store.tries == tries)
        }
        #expect(log.lines.count == 1)
        #expect(log.lines[0].contains("the disk is full"))
        store.isFull = false
        await writes.flush()
        #expect(log.lines.count == 2)
        #expect(log.lines[1].contains("written again"))
    }

    /// A clock that a test moves.
    private final class MonotonicClock: Sendable {
        private let instant = Mutex(ContinuousClock.now)

        func now() -> ContinuousClock.Instant { instant.withLock { $0 } }
        func advance(by duration: Duration) { instant.withLock { $0 += duration } }
    }

    /// A store whose disk is full, and that counts how often it is asked to write.
    private final class FullDatabase: Database {
        private let state = Mutex((isFull: true, tries: 0))

        var tries: Int { state.withLock { $0.tries } }
        var isFull: Bool {
            get { state.withLock { $0.isFull } }
            set { state.withLock { $0.isFull = newValue } }
        }

        func read<Value: Sendable>(
            for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
        ) async throws -> Value { throw StoreError.full }

        func write<Value: Sendable>(
            for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
        ) async throws -> Value {
            state.withLock { $0.tries += 1 }
            guard !isFull else { throw StoreError.full }
            return try body(Taking())
        }

        private struct Taking: Transaction {
            func rows(_ sql: SQL) throws(StoreError) -> [Row] { [] }
            func execute(_ sql: SQL) throws(StoreError) -> Int { 1 }
        }
    }

    /// A store that takes nothing.
    private struct AbsentDatabase: Database {
        func read<Value: Sendable>(
            for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
        ) async throws -> Value { throw StoreError.other("absent") }

        func write<Value: Sendable>(
            for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
        ) async throws -> Value { throw StoreError.other("absent") }
    }

    @Test("the latest use of a key is the one that is kept")
    func lastUse() async throws {
        let service = try await TestService()
        let prepared = try await PreparedAccount(service)
        let writes = service.services.afterwards
        for (seconds, region) in [(20, "eu-west-1"), (30, "us-east-1")] {
            await writes.use(
                of: prepared.key,
                .init(at: Timestamp(seconds: Int64(seconds)), service: "iam", region: region))
        }
        await writes.flush()
        await writes.use(
            of: prepared.key,
            .init(at: Timestamp(seconds: 10), service: "sts", region: "eu-west-1"))
        await writes.flush()
        let key = try await service.services.database.read {
            try AccessKeyTable($0).find(prepared.key)
        }
        #expect(
            key?.lastUse
                == .init(at: Timestamp(seconds: 30), service: "iam", region: "us-east-1"))
    }

    @Test("a writer that is told to end writes what waits, and ends")
    func ending() async throws {
        let service = try await TestService()
        let writes = service.services.afterwards
        try await writes.append(event(1))
        let running = Task { await writes.run() }
        running.cancel()
        await running.value
        #expect(try await stored(service) == ["event-1"])
    }
}
