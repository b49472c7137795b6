import Foundation
import Store
import StoreSQLite
import TestSupport
import Testing

@Suite struct SQLiteOpeningTests {
    let temporary: TemporaryDirectory
    var directory: String { temporary.path + "/deep/data" }
    var file: String { directory + "/" + SQLiteDatabase.fileName }

    init() throws { temporary = try TemporaryDirectory() }

    private func open(
        _ mode: SQLiteDatabase.Mode, migrations: [Migration] = StoreConformance.migrations
    ) async throws -> SQLiteDatabase {
        try await SQLiteDatabase.open(directory: directory, mode: mode, migrations: migrations)
    }

    private func insert(_ name: String, _ database: SQLiteDatabase) async throws {
        try await database.write { transaction in
            try transaction.execute("INSERT INTO parent (name) VALUES (\(name))")
        }
    }

    private func names(_ database: SQLiteDatabase) async throws -> [String] {
        try await database.read { transaction in
            try transaction.rows("SELECT name FROM parent ORDER BY name").map {
                try $0.text("name")
            }
        }
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func whatWasWrittenIsThereAfterReopening() async throws {
        try await insert("a", open(.server))
        #expect(try await names(open(.server)) == ["a"])
    }

    @Test func directoryAndFilesAreTheOwnersAlone() async throws {
        let database = try await open(.server)
        try await insert("a", database)
        #expect(try mode(directory) == 0o700)
        for name in try FileManager.default.contentsOfDirectory(atPath: directory) {
            #expect(try mode(directory + "/" + name) == 0o600, "\(name)")
        }
        _ = database
    }

    @Test(arguments: [("synchronous", 2), ("foreign_keys", 1)])
    func writesAreDurableAndChecked(_ pragma: String, _ value: Int) async throws {
        let pragmas: [String: SQL] = [
            "synchronous": "PRAGMA synchronous", "foreign_keys": "PRAGMA foreign_keys",
        ]
        let sql = try #require(pragmas[pragma])
        let row = try await open(.server).write { try $0.rows(sql)[0] }
        #expect(try row.integer(pragma) == value)
    }

    /// A temporary file would hold what the database holds, beside it.
    @Test func whatASavepointWouldTakeBackIsWrittenToNoFile() async throws {
        let row = try await open(.server).write { try $0.rows("PRAGMA temp_store")[0] }
        #expect(try row.integer("temp_store") == 2, "MEMORY")
    }

    @Test func theJournalIsWrittenAhead() async throws {
        let row = try await open(.server).read { try $0.rows("PRAGMA journal_mode")[0] }
        #expect(try row.text("journal_mode") == "wal")
    }

    @Test func aSecondServerIsRefusedUntilTheFirstIsGone() async throws {
        do {
            let first = try await open(.server)
            await #expect(throws: StoreError.locked(directory)) { try await open(.server) }
            try await insert("a", first)
        }
        #expect(try await names(open(.server)) == ["a"])
    }

    @Test func theOperatorWritesBesideAServerAndBothSeeItAtOnce() async throws {
        let server = try await open(.server)
        let `operator` = try await open(.operator)
        for number in 0..<20 {
            try await insert("s\(number)", server)
            try await insert("o\(number)", `operator`)
            #expect(try await names(server).count == 2 * number + 2)
            #expect(try await names(`operator`).count == 2 * number + 2)
        }
    }

    @Test func theOperatorAndAServerWritingAtOnceLoseNothing() async throws {
        let databases = [try await open(.server), try await open(.operator)]
        try await withThrowingTaskGroup { group in
            for number in 0..<200 {
                group.addTask { try await insert("\(number)", databases[number % 2]) }
            }
            try await group.waitForAll()
        }
        #expect(try await names(databases[0]).count == 200)
    }

    @Test func theOperatorMakesADatabaseWhereThereIsNone() async throws {
        try await insert("a", open(.operator))
        #expect(try await names(open(.server)) == ["a"])
    }

    @Test func theOperatorDoesNotUpgradeUnderARunningServer() async throws {
        let server = try await open(.server)
        let more =
            StoreConformance.migrations + [
                Migration(number: 2, name: "more", statements: ["CREATE TABLE more (x bigint)"])
            ]
        await #expect(throws: StoreError.locked(directory)) {
            try await open(.operator, migrations: more)
        }
        await #expect(throws: StoreError.olderVersion(found: 1, known: 2)) {
            try await open(.readOnly, migrations: more)
        }
        try await insert("a", server)
    }

    @Test func readingOnlyMakesNothing() async throws {
        await #expect(throws: StoreError.notFound(file)) { try await open(.readOnly) }
        #expect(!FileManager.default.fileExists(atPath: directory))
    }

    @Test func readingOnlyDoesNotWrite() async throws {
        try await insert("a", open(.server))
        let reader = try await open(.readOnly)
        #expect(try await names(reader) == ["a"])
        await #expect(throws: StoreError.self) { try await insert("b", reader) }
    }

    @Test func closingLeavesAllDataInOneFile() async throws {
        let database = try await open(.server)
        try await insert("a", database)
        #expect(try await names(database) == ["a"])
        try database.close()
        #expect(!FileManager.default.fileExists(atPath: file + "-wal"))
        await #expect(throws: StoreError.self) { try await insert("b", database) }
        await #expect(throws: StoreError.self) { try await names(database) }
    }

    @Test(arguments: ["data", "100% of #1?"])
    func lookingLeavesNoFilesBeside(_ name: String) async throws {
        let directory = temporary.path + "/" + name
        let migrations = StoreConformance.migrations
        #expect(try SQLiteDatabase.look(into: directory, migrations: migrations) { _ in 1 } == nil)
        #expect(!FileManager.default.fileExists(atPath: directory))
        do {
            let database = try await SQLiteDatabase.open(
                directory: directory, mode: .server, migrations: migrations)
            try await insert("a", database)
            #expect(try look(into: directory) == 1)
        }
        let before = try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
        #expect(try look(into: directory) == 1)
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory).sorted() == before)
    }

    private func look(into directory: String) throws -> Int? {
        try SQLiteDatabase.look(into: directory, migrations: StoreConformance.migrations) {
            try $0.rows("SELECT count(*) AS n FROM parent")[0].integer("n")
        }
    }

    @Test(arguments: [SQLiteDatabase.Mode.server, .operator, .readOnly])
    func aNewerDatabaseIsRefusedUnchanged(_ mode: SQLiteDatabase.Mode) async throws {
        try await insert("a", open(.server))
        let before = FileManager.default.contents(atPath: file)
        await #expect(throws: StoreError.newerVersion(found: 1, known: 0)) {
            try await open(mode, migrations: [])
        }
        #expect(FileManager.default.contents(atPath: file) == before)
    }

    @Test(arguments: [SQLiteDatabase.Mode.server, .operator, .readOnly])
    func aFileThatIsNoDatabaseIsRefusedUnchanged(_ mode: SQLiteDatabase.Mode) async throws {
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true)
        let bytes = Data(repeating: 0x41, count: 10_000)
        try bytes.write(to: URL(filePath: file))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        let error = await #expect(throws: StoreError.self) { try await open(mode) }
        guard case .damaged = error else { throw try #require(error) }
        #expect(FileManager.default.contents(atPath: file) == bytes)
    }

    @Test func aTornDatabaseIsRefused() async throws {
        do {
            let database = try await open(.server)
            try await insert("a", database)
            try database.close()
        }
        let bytes = try #require(FileManager.default.contents(atPath: file))
        var torn = bytes
        torn.replaceSubrange(
            100..<bytes.count, with: Data(repeating: 0xFF, count: bytes.count - 100))
        try torn.write(to: URL(filePath: file))
        let error = await #expect(throws: StoreError.self) { try await open(.server) }
        guard case .damaged = error else { throw try #require(error) }
    }

    @Test func anotherProgramsDatabaseIsRefused() async throws {
        let database = try await open(.server)
        try await database.write { try $0.execute("PRAGMA application_id = 7") }
        try database.close()
        await #expect(throws: StoreError.damaged("`\(file)` is not a database of gatehouse")) {
            try await open(.readOnly)
        }
    }

    @Test(arguments: ["/sys/kernel", "/sys/kernel/gatehouse"])
    func aDirectoryThatCannotBeWrittenIsRefused(_ directory: String) async {
        let error = await #expect(throws: StoreError.self) {
            try await SQLiteDatabase.open(directory: directory, mode: .server)
        }
        guard case .readOnly = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func theProgramsOwnMigrationsApply() async throws {
        let database = try await open(.server, migrations: Migrations.all)
        let version = try await database.read { try Migrator().version(in: $0) }
        #expect(version == Migrations.all.count)
    }
}
