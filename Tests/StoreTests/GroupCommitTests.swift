import Dispatch
import Store
import StoreSQLite
import TestSupport
import Testing

@Suite struct GroupCommitTests {
    let temporary: TemporaryDirectory
    let database: SQLiteDatabase

    init() async throws {
        temporary = try TemporaryDirectory()
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
            migrations: StoreConformance.migrations + [deferred])
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
