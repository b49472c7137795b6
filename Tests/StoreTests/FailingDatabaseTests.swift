import Store
import StoreSQLite
import TestSupport
import Testing

@Suite struct FailingDatabaseTests {
    @Test(arguments: 1...3)
    func aFailureAtAnyStatementLeavesNothing(_ number: Int) async throws {
        let database = try await SQLiteDatabase.inMemory(migrations: StoreConformance.migrations)
        let failing = FailingDatabase(database, failingAt: number)
        await #expect(throws: StoreError.other("injected")) {
            try await failing.write { transaction in
                for name in ["a", "b", "c"] {
                    do throws(StoreError) {
                        try transaction.execute("INSERT INTO parent (name) VALUES (\(name))")
                    } catch {}
                }
            }
        }
        #expect(failing.hasFailed)
        let rows = try await database.read { try $0.rows("SELECT name FROM parent") }
        #expect(rows.isEmpty)
    }

    @Test func withoutAFailureAllIsKept() async throws {
        let database = try await SQLiteDatabase.inMemory(migrations: StoreConformance.migrations)
        let failing = FailingDatabase(database, failingAt: 2)
        try await failing.write { try $0.execute("INSERT INTO parent (name) VALUES ('a')") }
        #expect(!failing.hasFailed)
    }
}
