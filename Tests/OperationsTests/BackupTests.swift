import IAMIdentifiers
import IAMModel
import Store
import Synchronization
import TestRandom
import TestSupport
import Testing

@testable import Operations

/// Backups are of one moment, restored whole or not at all.
@Suite struct BackupTests {
    private static let now = Timestamp(seconds: 1_800_000_000)

    /// A backup in memory.
    private final class Bytes: BackupSink, BackupSource {
        private let state: Mutex<(bytes: [UInt8], offset: Int, isFinished: Bool)>

        init(_ bytes: [UInt8] = []) { state = Mutex((bytes, 0, false)) }

        func write(_ bytes: [UInt8]) { state.withLock { $0.bytes += bytes } }

        func finish() { state.withLock { $0.isFinished = true } }

        func read(atMost count: Int) -> [UInt8] {
            state.withLock { state in
                // In pieces of odd lengths, as a file may come.
                let end = min(state.bytes.count, state.offset + min(count, 4_099))
                defer { state.offset = end }
                return Array(state.bytes[state.offset..<end])
            }
        }

        var all: [UInt8] { state.withLock { $0.bytes } }
        var isFinished: Bool { state.withLock { $0.isFinished } }
    }

    private static func service(on engine: TestEngine) async throws -> TestService {
        let service = try await TestService(
            users: ["alice", "한글"], policies: ["alice": Policies.allow("*")], engine: engine)
        _ = try await service.run(IAM.CreateAccessKey.self, .init(userName: "alice"))
        await service.services.afterwards.flush()
        return service
    }

    private static func backup(of database: any Database) async throws -> [UInt8] {
        let bytes = Bytes()
        _ = try await Backup.write(of: database, at: now, to: bytes)
        #expect(bytes.isFinished)
        return bytes.all
    }

    private static let directions = [
        (TestEngine.sqlite, TestEngine.sqlite), (.sqlite, .ownedPostgreSQL),
        (.ownedPostgreSQL, .sqlite),
    ]

    @Test("what is restored is what was backed up, of either engine", arguments: directions)
    func isWhole(_ engines: (from: TestEngine, to: TestEngine)) async throws {
        let source = try await Self.service(on: engines.from).services.database
        let bytes = try await Self.backup(of: source)
        #expect(try Backup.check(Bytes(bytes)) == Migrations.all.count)
        let restored = try await engines.to.database()
        let summary = try await Backup.restore(Bytes(bytes), into: restored)
        #expect(try await StoreContents(of: restored) == StoreContents(of: source))
        #expect(summary.madeAt == Self.now)
        #expect(summary.proofs.map(\.table).sorted() == StoreContents.tables.sorted())
        // It is one that a server takes.
        _ = try await restored.read { try Migrator().version(in: $0) }
    }

    @Test("a backup that is made while others write is of one moment")
    func oneMoment() async throws {
        let service = try await Self.service(on: .sqlite)
        let database = service.services.database
        let backups = try await withThrowingTaskGroup(of: [UInt8]?.self) { group in
            group.addTask {
                for number in 0..<100 { try await service.makeUser("more\(number)") }
                return nil
            }
            for _ in 0..<5 { group.addTask { try await Self.backup(of: database) } }
            return try await group.reduce(into: [[UInt8]]()) {
                if let next = $1 { $0.append(next) }
            }
        }
        for bytes in backups {
            let restored = try await TestEngine.sqlite.database()
            _ = try await Backup.restore(Bytes(bytes), into: restored)
            let check = try await service.services.auditLog.check(
                TestService.accountID, in: restored)
            let (users, counted) = try await restored.read { transaction in
                let users = try transaction.rows("SELECT count(*) AS n FROM iam_user")
                let counts = try transaction.rows(
                    "SELECT n FROM entity_count WHERE kind = 'user'")
                return (try users[0].integer("n"), try counts[0].integer("n"))
            }
            #expect(check.faults == [] && users == counted)
        }
    }

    @Test("a backup that is cut or changed anywhere is not taken")
    func damaged() async throws {
        let bytes = try await Self.backup(of: Self.service(on: .sqlite).services.database)
        #expect(throws: Never.self) { try Backup.check(Bytes(bytes)) }
        var random = TestSeed.generator()
        for _ in 0..<200 {
            var changed = bytes
            let place = Int.random(in: 0..<bytes.count, using: &random)
            if random.next() % 3 == 0 {
                changed.removeSubrange(place...)
            } else if random.next() % 3 == 0 {
                changed.insert(UInt8.random(in: 0...255, using: &random), at: place)
            } else {
                changed[place] ^= UInt8.random(in: 1...255, using: &random)
            }
            #expect(throws: BackupFault.self) { try Backup.check(Bytes(changed)) }
        }
        #expect(throws: BackupFault.self) { try Backup.check(Bytes(bytes + [0])) }
        #expect(throws: BackupFault.notABackup) { try Backup.check(Bytes()) }
    }

    @Test("a backup of a newer version is refused with a sentence")
    func newer() throws {
        let bytes = Bytes()
        var writer = try BackupWriter(bytes)
        let schema = Migrations.all.count + 1
        try writer.frame("H", BackupFormat.Header(madeAt: Self.now, schema: schema).json)
        try writer.finish()
        let fault = BackupFault.newer(schema: schema, known: schema - 1)
        #expect(throws: fault) { try Backup.check(Bytes(bytes.all)) }
        #expect(fault.description.contains("restore it with the version that made it"))
    }

    @Test("a backup of an older version is restored as it was, and brought up to date")
    func older() async throws {
        let before = Array(Migrations.all.prefix(20))
        let tables: [StoredTable] = ["data_key", "account", "audit_event"].compactMap(
            StoredTable.named)
        let old = try await TestEngine.sqlite.database(migrations: before)
        try await old.write { transaction in
            try transaction.execute(
                """
                INSERT INTO audit_event (account_id, event_id, at, event_name, record)
                VALUES ('111111111111', 'a', 1, 'CreateUser', '{}')
                """)
        }
        let bytes = Bytes()
        try await old.read { transaction in
            var writer = try BackupWriter(bytes)
            try writer.frame("H", BackupFormat.Header(madeAt: Self.now, schema: 20).json)
            for table in tables { _ = try Backup.write(table, transaction, &writer) }
            try writer.finish()
        }
        #expect(try Backup.check(Bytes(bytes.all)) == 20)
        let restored = try await TestEngine.sqlite.database(migrations: before)
        #expect(try await Backup.restore(Bytes(bytes.all), into: restored).rows == 1)
        try await Migrator().migrate(restored)
        let count = try await restored.read {
            try AuditEventTable($0).countOutsideChain(of: AccountID("111111111111")!)
        }
        #expect(count == 1)
    }

    @Test("a store that was served is not restored into, and keeps what it has")
    func notEmpty() async throws {
        let bytes = try await Self.backup(of: Self.service(on: .sqlite).services.database)
        let other = try await Self.service(on: .sqlite).services.database
        let before = try await StoreContents(of: other)
        await #expect(throws: BackupFault.notEmpty(table: "account")) {
            try await Backup.restore(Bytes(bytes), into: other)
        }
        #expect(try await StoreContents(of: other) == before)
        _ = try await other.read { try Migrator().version(in: $0) }
    }

    @Test("whichever statement fails, no server takes what was restored so far")
    func failing() async throws {
        let bytes = try await Self.backup(of: Self.service(on: .sqlite).services.database)
        var statement = 1
        var hasFailed = true
        while hasFailed {
            let base = try await TestEngine.sqlite.database()
            let failing = FailingDatabase(base, failingAt: statement)
            do {
                _ = try await Backup.restore(Bytes(bytes), into: failing)
            } catch {
                if try await !base.read({ try AccountTable($0).isEmpty() }) {
                    await #expect(throws: StoreError.unfinishedCopy) {
                        try await base.read { try Migrator().version(in: $0) }
                    }
                }
            }
            hasFailed = failing.hasFailed
            statement += 5
        }
        #expect(statement > 100)
    }

    @Test("rows that are other than the backup says are found")
    func differs() async throws {
        let bytes = Bytes()
        var writer = try BackupWriter(bytes)
        try writer.frame(
            "H", BackupFormat.Header(madeAt: Self.now, schema: Migrations.all.count).json)
        try writer.frame(
            "P", BackupFormat.json(TableProof(table: "account", rows: 1, digest: "00")))
        try writer.finish()
        let restored = try await TestEngine.sqlite.database()
        await #expect(throws: BackupFault.differs(table: "account")) {
            try await Backup.restore(Bytes(bytes.all), into: restored)
        }
        await #expect(throws: StoreError.unfinishedCopy) {
            try await restored.read { try Migrator().version(in: $0) }
        }
    }

    @Test("values come back as they were, and what is none is not read")
    func values() {
        for value in [
            SQLValue.null, .integer(.min), .integer(-1), .integer(.max), .text(""),
            .text("e\u{301}"), .blob([]), .blob([0, 255]),
        ] {
            var bytes = (value.framed + [7])[...]
            #expect(SQLValue(framed: &bytes) == value && bytes == [7])
        }
        for wrong in [
            [], [0], [4] + [UInt8](repeating: 0, count: 8), [0, 0, 0, 0, 0, 0, 0, 0, 1, 1],
            [1, 0, 0, 0, 0, 0, 0, 0, 1, 1], [2, 0, 0, 0, 0, 0, 0, 0, 1, 0xFF],
            [2, 0, 0, 0, 0, 0, 0, 0, 1, 0], [3, 0xFF, 0, 0, 0, 0, 0, 0, 1, 1],
            [3, 0, 0, 0, 0, 0, 0, 0, 2, 1],
        ] as [[UInt8]] {
            var bytes = wrong[...]
            #expect(SQLValue(framed: &bytes) == nil)
        }
    }
}
