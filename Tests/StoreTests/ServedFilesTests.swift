import Foundation
import Store
import StoreSQLite
import TestSupport
import Testing

/// What is acknowledged is in the files that the names lead to, and one server serves them.
@Suite struct ServedFilesTests {
    let temporary: TemporaryDirectory
    var directory: String { temporary.path + "/data" }

    init() throws { temporary = try TemporaryDirectory() }

    private func open(_ mode: SQLiteDatabase.Mode) async throws -> SQLiteDatabase {
        try await SQLiteDatabase.open(
            directory: directory, mode: mode, migrations: StoreConformance.migrations)
    }

    private static func insert(_ name: String, _ database: SQLiteDatabase) async throws {
        try await database.write { try $0.execute("INSERT INTO parent (name) VALUES (\(name))") }
    }

    static let names = ["", "/gatehouse.db", "/gatehouse.db-wal", "/gatehouse.db-shm"]

    @Test(
        "a write is not acknowledged once a file or the directory is gone, nor any later one",
        arguments: names + ["/gatehouse.lock"])
    func removed(_ name: String) async throws {
        let database = try await open(.server)
        try await Self.insert("a", database)
        #expect(await database.problem() == nil)
        let path = directory + name
        try FileManager.default.removeItem(atPath: path)
        let expected = StoreError.replaced(name.isEmpty ? directory + "/gatehouse.db" : path)
        await #expect(throws: expected) { try await Self.insert("b", database) }
        await #expect(throws: expected) { try await Self.insert("c", database) }
        await #expect(throws: expected) { try await database.read { _ in } }
        #expect(await database.problem() == expected)
        #expect(expected.isFinal)
    }

    @Test(
        "another file in the place is noticed too, by reads as well",
        arguments: names.dropFirst())
    func replaced(_ name: String) async throws {
        let database = try await open(.server)
        try await Self.insert("a", database)
        let path = directory + name
        let copy = try #require(FileManager.default.contents(atPath: path))
        try FileManager.default.removeItem(atPath: path)
        try copy.write(to: URL(filePath: path))
        await #expect(throws: StoreError.replaced(path)) { try await database.read { _ in } }
        await #expect(throws: StoreError.replaced(path)) { try await Self.insert("b", database) }
    }

    @Test("what came back into its place does not make a database whole again")
    func putBack() async throws {
        let database = try await open(.server)
        let path = directory + "/gatehouse.db"
        try FileManager.default.moveItem(atPath: path, toPath: path + ".away")
        #expect(await database.problem() == .replaced(path))
        try FileManager.default.moveItem(atPath: path + ".away", toPath: path)
        await #expect(throws: StoreError.replaced(path)) { try await Self.insert("b", database) }
    }

    @Test("a command beside the server notices, too")
    func beside() async throws {
        let server = try await open(.server)
        let command = try await open(.operator)
        let path = directory + "/gatehouse.db"
        try FileManager.default.removeItem(atPath: path)
        await #expect(throws: StoreError.replaced(path)) { try await Self.insert("b", command) }
        _ = server
    }

    @Test("without the lock's file there is still one server")
    func lock() async throws {
        let first = try await open(.server)
        try FileManager.default.removeItem(atPath: directory + "/gatehouse.lock")
        await #expect(throws: StoreError.locked(directory)) { try await open(.server) }
        _ = first
    }

    @Test("a file that others may read or write is refused", arguments: names.dropFirst())
    func exposed(_ name: String) async throws {
        let server = try await open(.server)
        try await Self.insert("a", server)
        let path = directory + name
        for mode in [0o640, 0o604, 0o620, 0o602, 0o677] {
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
            for way in [SQLiteDatabase.Mode.operator, .readOnly] {
                await #expect(throws: StoreError.exposed(path: path, mode: mode)) {
                    try await open(way)
                }
            }
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        _ = try await open(.operator)
        #expect(
            "\(StoreError.exposed(path: path, mode: 0o640))"
                == "the database file `\(path)` has mode 0640; run `chmod 600 \(path)`")
    }
}
