import Dispatch
import IAMIdentifiers
import Store
import StoreSQLite
import TestSupport
import Testing

@Suite struct GroupCommitTests {
    let temporary: TemporaryDirectory
    let database: SQLiteDatabase

    /// The clock stands still, so that whoever came stays there however long a test takes.
    init() async throws {
        temporary = try TemporaryDirectory()
        let clock = TestClock()
        let deferred = Migration(
            number: 2, name: "deferred",
            statements: [
                """
                CREATE TABLE promise (
                    parent text NOT NULL REFERENCES parent DEFERRABLE INITIALLY DEFERRED
                )
                """
            ])
        database = try await SQLiteDatabase.open(
            directory: temporary.path, mode: .server,
            migrations: StoreConformance.migrations + [deferred], elapsed: { clock.elapsed })
    }

    /// Runs `body` while the writer is held, so that what it starts waits together.
    private func whileWriterIsHeld(_ body: () async throws -> Void) async throws {
        let isHeld = AsyncStream.makeStream(of: Void.self)
        let release = DispatchSemaphore(value: 0)
        async let holder: Void = database.write { _ in
            isHeld.continuation.finish()
            release.wait()
        }
        for await _ in isHeld.stream {}
        try await body()
        release.signal()
        try await holder
    }

    /// Runs one statement and says how it failed, or nil.
    private static func outcome(
        of statement: SQL, in database: SQLiteDatabase
    ) async -> StoreError? {
        do {
            try await database.write { try $0.execute(statement) }
            return nil
        } catch {
            return error as? StoreError ?? .other("\(error)")
        }
    }

    /// Runs each statement in a write of its own, all of them waiting when the writer becomes free.
    private func outcomes(ofGroup statements: [SQL]) async throws -> [StoreError?] {
        try await withThrowingTaskGroup(of: StoreError?.self) { group in
            try await whileWriterIsHeld {
                for statement in statements {
                    let waiting = database.waitingWrites
                    group.addTask { [database] in
                        await Self.outcome(of: statement, in: database)
                    }
                    while database.waitingWrites == waiting { await Task.yield() }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    private func parents(_ database: SQLiteDatabase) async throws -> Int {
        try await database.read { try $0.rows("SELECT name FROM parent").count }
    }

    @Test func writesThatWaitShareOneCommit() async throws {
        let before = database.commits
        let outcomes = try await outcomes(
            ofGroup: (0..<100).map { "INSERT INTO parent (name) VALUES (\("\($0)"))" })
        #expect(outcomes.allSatisfy { $0 == nil })
        #expect(database.commits - before == 2)  // the holder's, and the group's
        #expect(try await parents(database) == 100)
    }

    private static let one = AccountID("111111111111")!  // twelve digits
    private static let other = AccountID("222222222222")!  // twelve digits

    /// Writes a row for each account in order, all of them waiting when the writer becomes free.
    /// - Returns: the rows' accounts in the order in which they were written, and the commits.
    private func order(of accounts: [AccountID]) async throws -> ([String], commits: Int) {
        let before = database.commits
        try await withThrowingTaskGroup(of: Void.self) { group in
            try await whileWriterIsHeld {
                for (number, account) in accounts.enumerated() {
                    let waiting = database.waitingWrites
                    group.addTask { [database] in
                        _ = try await database.write(for: account) {
                            try $0.execute(
                                """
                                INSERT INTO parent (name, size)
                                VALUES (\("\(account) \(number)"),
                                    (SELECT count(*) FROM parent))
                                """)
                        }
                    }
                    while database.waitingWrites == waiting { await Task.yield() }
                }
            }
            try await group.waitForAll()
        }
        let rows = try await database.read {
            try $0.rows("SELECT name FROM parent ORDER BY size").map { try $0.text("name") }
        }
        return (rows.map { String($0.prefix(12)) }, database.commits - before - 1)
    }

    @Test("an account that writes much does not hold up another that comes later")
    func accountsInTurn() async throws {
        let accounts = Array(repeating: Self.one, count: 40) + [Self.other]
        let (order, commits) = try await order(of: accounts)
        // The second account's only write is the second of all, and its commit has few others.
        #expect(order.firstIndex(of: Self.other.description) == 1)
        #expect(order.count == 41)
        #expect(commits > 2)
    }

    @Test("an account with many writes rests while others are there, and all are done in the end")
    func rest() async throws {
        let clock = TestClock()
        let database = try await SQLiteDatabase.inMemory(
            migrations: StoreConformance.migrations, elapsed: { clock.elapsed })
        try await withThrowingTaskGroup(of: Void.self) { group in
            try await database.write(for: Self.other) { _ in }
            // The first takes 20 ms, and more of its account wait behind it.
            let gate = Gate()
            group.addTask {
                try await database.write(for: Self.one) { _ in
                    gate.wait()
                    clock.advance(by: .milliseconds(20))
                }
            }
            await gate.entered()
            for _ in 0..<8 {
                let waiting = database.waitingWrites
                group.addTask { try await database.write(for: Self.one) { _ in } }
                while database.waitingWrites == waiting { await Task.yield() }
            }
            gate.open()
            try await group.next()
            // As long as the clock stands, it rests, and the writer is free for others.
            for _ in 0..<20 { try await database.write(for: Self.other) { _ in } }
            #expect(database.waitingWrites == 8)
            clock.advance(by: .milliseconds(100))
            try await group.waitForAll()
        }
    }

    @Test("a large group of one account ends early when another account comes")
    func interruptedGroup() async throws {
        let isRunning = DispatchSemaphore(value: 0)
        let mayGoOn = DispatchSemaphore(value: 0)
        let before = database.commits
        try await withThrowingTaskGroup(of: Int.self) { group in
            try await whileWriterIsHeld {
                for number in 0..<40 {
                    let waiting = database.waitingWrites
                    group.addTask { [database] in
                        try await database.write(for: Self.one) { transaction in
                            if number == 0 {
                                isRunning.signal()
                                mayGoOn.wait()
                            }
                            try transaction.execute(
                                "INSERT INTO parent (name) VALUES (\("one \(number)"))")
                            return 0
                        }
                    }
                    while database.waitingWrites == waiting { await Task.yield() }
                }
            }
            // The group runs, and only now the other account comes.
            await withCheckedContinuation { continuation in
                DispatchQueue.global().async {
                    isRunning.wait()
                    continuation.resume()
                }
            }
            group.addTask { [database] in
                try await database.write(for: Self.other) {
                    try $0.rows("SELECT name FROM parent").count
                }
            }
            while database.waitingWrites == 0 { await Task.yield() }
            mayGoOn.signal()
            var seen = 0
            for try await count in group { seen = max(seen, count) }
            // It found what one short group had written, and no more than its turn let in.
            #expect((2...4).contains(seen))
        }
        #expect(database.commits - before >= 3)
        #expect(try await parents(database) == 40)
    }

    @Test("one account may not have all places of those who wait")
    func waitingLimitOfAnAccount() async throws {
        let database = try await SQLiteDatabase.inMemory(
            migrations: StoreConformance.migrations, waitingWritesLimit: 8)
        let isHeld = DispatchSemaphore(value: 0)
        let release = DispatchSemaphore(value: 0)
        async let holder: Void = database.write { _ in
            isHeld.signal()
            release.wait()
        }
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                isHeld.wait()
                continuation.resume()
            }
        }
        await withTaskGroup(of: StoreError?.self) { group in
            for _ in 0..<2 {
                let waiting = database.waitingWrites
                group.addTask { await Self.outcome(for: Self.one, in: database) }
                while database.waitingWrites == waiting { await Task.yield() }
            }
            #expect(await Self.outcome(for: Self.one, in: database) == .busy)
            let waiting = database.waitingWrites
            group.addTask { await Self.outcome(for: Self.other, in: database) }
            while database.waitingWrites == waiting { await Task.yield() }
            release.signal()
            for await outcome in group { #expect(outcome == nil) }
        }
        try await holder
    }

    private static func outcome(
        for account: AccountID, in database: SQLiteDatabase
    ) async -> StoreError? {
        do {
            try await database.write(for: account) { _ in }
            return nil
        } catch {
            return error as? StoreError ?? .other("\(error)")
        }
    }

    @Test func aWriteThatFailsLeavesItsGroupAlone() async throws {
        let outcomes = try await outcomes(
            ofGroup: [
                "INSERT INTO parent (name) VALUES ('a')",
                "INSERT INTO child (parent, number) VALUES ('nobody', 1)",
                "INSERT INTO parent (name) VALUES ('b')",
            ])
        #expect(outcomes.count { $0 == nil } == 2)
        #expect(outcomes.contains(.foreignKey))
        #expect(try await parents(database) == 2)
    }

    @Test func aCommitThatFailsFailsTheWholeGroup() async throws {
        let outcomes = try await outcomes(
            ofGroup: [
                "INSERT INTO parent (name) VALUES ('a')",
                "INSERT INTO promise (parent) VALUES ('nobody')",
                "INSERT INTO parent (name) VALUES ('b')",
            ])
        #expect(outcomes == [.foreignKey, .foreignKey, .foreignKey])
        #expect(try await parents(database) == 0)
        let next = await Self.outcome(of: "INSERT INTO parent (name) VALUES ('c')", in: database)
        #expect(next == nil)
    }

    @Test func theErrorThatEndsAGroupIsToldToAllOfIt() async throws {
        // No page more than there is.
        try await database.write { _ = try $0.rows("PRAGMA max_page_count = 1") }
        let data = [UInt8](repeating: 1, count: 100_000)
        let outcomes = try await outcomes(
            ofGroup: [
                "INSERT INTO parent (name) VALUES ('a')",
                "INSERT INTO parent (name, data) VALUES ('b', \(data))",
                "INSERT INTO parent (name) VALUES ('c')",
            ])
        #expect(outcomes == [.full, .full, .full])
        #expect(try await parents(database) == 0)
    }

    @Test func moreWritesThanMayWaitAreRefused() async throws {
        let database = try await SQLiteDatabase.inMemory(
            migrations: StoreConformance.migrations, waitingWritesLimit: 4)
        let outcomes = await withTaskGroup(of: StoreError?.self) { group in
            for number in 0..<500 {
                group.addTask {
                    await Self.outcome(
                        of: "INSERT INTO parent (name) VALUES (\("\(number)"))", in: database)
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(try await parents(database) == outcomes.count { $0 == nil })
        #expect(outcomes.allSatisfy { $0 == nil || $0 == .busy })
    }

    @Test func aReadKeepsItsSnapshotWhileWritesGoOn() async throws {
        let hasRead = AsyncStream.makeStream(of: Void.self)
        let goOn = DispatchSemaphore(value: 0)
        async let counts = database.read { transaction in
            let sql: SQL = "SELECT count(*) AS n FROM parent"
            let before = try transaction.rows(sql)[0].integer("n")
            hasRead.continuation.finish()
            goOn.wait()
            return [before, try transaction.rows(sql)[0].integer("n")]
        }
        for await _ in hasRead.stream {}
        try await database.write { try $0.execute("INSERT INTO parent (name) VALUES ('a')") }
        goOn.signal()
        #expect(try await counts == [0, 0])
    }
}
