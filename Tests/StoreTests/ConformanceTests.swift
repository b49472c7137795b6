import Store
import StoreSQLite
import TestSupport
import Testing

@Suite struct ConformanceTests {
    @Test(arguments: TestEngine.all, StoreConformance.all)
    func onEveryEngine(_ engine: TestEngine, _ conformance: StoreConformance) async throws {
        try await conformance.check(engine.database(migrations: StoreConformance.migrations))
    }

    @Test(arguments: StoreConformance.all)
    func onSQLiteInAFile(_ conformance: StoreConformance) async throws {
        let directory = try TemporaryDirectory()
        try await conformance.check(
            SQLiteDatabase.open(
                directory: directory.path, mode: .server, migrations: StoreConformance.migrations))
    }
}

@Suite struct TestEngineTests {
    @Test("tests run on SQLite unless another engine is named")
    func byDefault() throws {
        #expect(try TestEngine.named(nil).name == "sqlite")
        for engine in TestEngine.all {
            #expect(try TestEngine.named(engine.name).name == engine.name)
        }
    }

    @Test("a name that is no engine's is refused with the names of those there are")
    func unknown() throws {
        let error = TestEngine.UnknownEngine(name: "oracle", known: TestEngine.all.map(\.name))
        #expect(throws: error) { try TestEngine.named("oracle") }
        #expect(error.description.contains("sqlite"))
    }
}
