import Store
import StoreSQLite
import Testing
import TestSupport

@Suite struct SQLiteConformanceTests {
    @Test(arguments: StoreConformance.all)
    func inMemory(_ conformance: StoreConformance) async throws {
        try await conformance.check(
            SQLiteDatabase.inMemory(migrations: StoreConformance.migrations))
    }

    @Test(arguments: StoreConformance.all)
    func inAFile(_ conformance: StoreConformance) async throws {
        let directory = try TemporaryDirectory()
        try await conformance.check(
            SQLiteDatabase.open(
                directory: directory.path, mode: .server, migrations: StoreConformance.migrations))
    }
}
