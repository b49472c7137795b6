import Foundation
import Store
import StoreSQLite
import TestSupport
import Testing

/// A copy of a data directory has all of it, or is refused.
@Suite struct CopiedDatabaseTests {
    let temporary: TemporaryDirectory
    var original: String { temporary.path + "/data" }
    var copy: String { temporary.path + "/copy" }
    var missing: StoreError {
        .damaged("its journal `\(copy)/gatehouse.db-wal`, which holds the last changes, is missing")
    }

    init() throws { temporary = try TemporaryDirectory() }

    private func open(
        _ directory: String, _ mode: SQLiteDatabase.Mode = .server
    ) async throws -> SQLiteDatabase {
        try await SQLiteDatabase.open(
            directory: directory, mode: mode, migrations: StoreConformance.migrations)
    }

    private func insert(_ name: String, _ database: SQLiteDatabase) async throws {
        try await database.write { try $0.execute("INSERT INTO parent (name) VALUES (\(name))") }
    }

    private func names(_ database: SQLiteDatabase) async throws -> [String] {
        try await database.read { transaction in
            try transaction.rows("SELECT name FROM parent ORDER BY name").map {
                try $0.text("name")
            }
        }
    }

    /// Copies these files of the original, or as many as there are.
    private func copy(_ names: String...) throws {
        let files = FileManager.default
        try? files.removeItem(atPath: copy)
        try files.createDirectory(atPath: copy, withIntermediateDirectories: false)
        for name in names where files.fileExists(atPath: original + "/" + name) {
            try files.copyItem(atPath: original + "/" + name, toPath: copy + "/" + name)
        }
    }

    @Test("from a running server the file alone is refused, from the first moment on")
    func fileAlone() async throws {
        let database = try await open(original)
        for count in 0..<3 {
            try copy("gatehouse.db")
            for mode in [SQLiteDatabase.Mode.server, .operator, .readOnly] {
                await #expect(throws: missing) { try await open(copy, mode) }
            }
            #expect(throws: missing) {
                try SQLiteDatabase.look(into: copy, migrations: StoreConformance.migrations) { _ in
                }
            }
            try await insert("\(count)", database)
        }
        let isMade = FileManager.default.createFile(
            atPath: copy + "/gatehouse.db-wal", contents: nil,
            attributes: [.posixPermissions: 0o600])
        #expect(isMade)
        await #expect(throws: missing) { try await open(copy) }
    }

    @Test("with its journal it is whole")
    func withJournal() async throws {
        let database = try await open(original)
        try await insert("a", database)
        try copy("gatehouse.db", "gatehouse.db-wal")
        #expect(try await names(open(copy)) == ["a"])
    }

    @Test("after a stop the file alone is whole, and can be served and copied again")
    func afterStop() async throws {
        for name in ["a", "b", "c"] {
            do {
                let database = try await open(original)
                try await insert(name, database)
                try database.close()
            }
            try copy("gatehouse.db")
        }
        #expect(try await names(open(copy)) == ["a", "b", "c"])
    }

    @Test("what a command wrote where no server runs is in the file alone")
    func afterCommand() async throws {
        try await insert("a", open(original, .operator))
        try copy("gatehouse.db")
        #expect(try await names(open(copy)) == ["a"])
    }

    @Test("a command after a server that was killed leaves the journal where it is")
    func commandAfterKill() async throws {
        try await insert("a", open(original))  // never closed
        try await insert("b", open(original, .operator))
        #expect(FileManager.default.fileExists(atPath: original + "/gatehouse.db-wal"))
        #expect(try await names(open(original)) == ["a", "b"])
    }

    @Test("a directory that has lost its database is no new one")
    func lostDatabase() async throws {
        try await open(original).close()
        try FileManager.default.removeItem(atPath: original + "/gatehouse.db")
        let path = original + "/gatehouse.db"
        for mode in [SQLiteDatabase.Mode.server, .operator] {
            await #expect(throws: StoreError.damaged("`\(path)`, which was here, is gone")) {
                try await open(original, mode)
            }
        }
        #expect(!FileManager.default.fileExists(atPath: path))
        try FileManager.default.removeItem(atPath: original + "/gatehouse.lock")
        #expect(try await names(open(original)).isEmpty)
    }

    @Test("a page that nobody asks for is found broken while the server runs")
    func upkeep() async throws {
        do {
            let database = try await open(original)
            try await database.write { transaction in
                for number in 0..<2_000 {
                    let name = "\(number) " + String(repeating: "x", count: 200)
                    try transaction.execute("INSERT INTO parent (name) VALUES (\(name))")
                }
            }
            try database.close()
        }
        let file = original + "/gatehouse.db"
        var bytes = try #require(FileManager.default.contents(atPath: file))
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: URL(filePath: file))
        let database = try await open(original)
        var problem: StoreError?
        while problem == nil {
            problem = await database.problem()
            await Task.yield()
        }
        let page = bytes.count / 2 / 4096 + 1
        #expect(problem == .damaged("page \(page) of the file is not as it was written"))
    }
}
