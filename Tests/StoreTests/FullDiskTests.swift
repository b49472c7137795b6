import Store
import StoreSQLite
import TestSupport
import Testing

/// A database that may not grow, as on a disk without space.
@Suite struct FullDiskTests {
    let temporary: TemporaryDirectory
    let database: SQLiteDatabase

    init() async throws {
        temporary = try TemporaryDirectory()
        database = try await SQLiteDatabase.open(
            directory: temporary.path + "/data", mode: .server,
            migrations: StoreConformance.migrations)
    }

    /// Lets the database have no page more than it has.
    private func takeSpace() async throws {
        try await database.write { _ = try $0.rows("PRAGMA max_page_count = 1") }
    }

    private func giveSpace() async throws {
        try await database.write { _ = try $0.rows("PRAGMA max_page_count = 100000") }
    }

    private func insert(_ name: String, bytes: Int) async throws {
        let data = [UInt8](repeating: 1, count: bytes)
        try await database.write { transaction in
            try transaction.execute("INSERT INTO parent (name, data) VALUES (\(name), \(data))")
        }
    }

    private func count() async throws -> Int {
        try await database.read { try $0.rows("SELECT count(*) AS n FROM parent") }[0].integer("n")
    }

    @Test("a write without space fails as one, and the database says so until a write is kept")
    func full() async throws {
        try await takeSpace()
        await #expect(throws: StoreError.full) { try await insert("large", bytes: 100_000) }
        #expect(await database.problem() == .full)
        #expect(try await count() == 0)
        try await giveSpace()
        #expect(await database.problem() == nil)
        try await insert("large", bytes: 100_000)
        #expect(try await count() == 1)
    }
}
