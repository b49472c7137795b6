import IAMIdentifiers
import Store
import StoreSQLite
import TestSupport
import Testing

/// What is looked up on the calling thread is what a read would have found.
@Suite struct LookUpTests {
    private func count(_ transaction: any Transaction) throws -> Int {
        try transaction.rows("SELECT count(*) AS n FROM parent")[0].integer("n")
    }

    @Test(
        "a look-up sees what was committed before it, in a file and in memory",
        arguments: [true, false])
    func seesWhatIsCommitted(_ isInFile: Bool) async throws {
        let directory = try TemporaryDirectory()
        let database =
            isInFile
            ? try await SQLiteDatabase.open(
                directory: directory.path, mode: .server, migrations: StoreConformance.migrations)
            : try await SQLiteDatabase.inMemory(migrations: StoreConformance.migrations)
        for number in 1...20 {
            try await database.write { transaction in
                try transaction.execute("INSERT INTO parent (name) VALUES (\("name \(number)"))")
            }
            #expect(try await database.lookUp(count) == number)
        }
    }

    @Test("a look-up that writes is refused, and nothing is written")
    func refusals() async throws {
        let directory = try TemporaryDirectory()
        let database = try await SQLiteDatabase.open(
            directory: directory.path, mode: .server, migrations: StoreConformance.migrations)
        let error = await #expect(throws: StoreError.self) {
            try await database.lookUp { try $0.execute("INSERT INTO parent (name) VALUES ('a')") }
        }
        guard case .readOnly? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try await database.read(count) == 0)
    }

    @Test("a hundred lists of one account do not hold up a list of another")
    func lists() async throws {
        let directory = try TemporaryDirectory()
        let database = try await SQLiteDatabase.open(
            directory: directory.path, mode: .server, migrations: StoreConformance.migrations)
        let one = AccountID("111111111111")!  // twelve digits
        let other = AccountID("222222222222")!  // twelve digits
        let gate = Gate()
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<100 {
                group.addTask {
                    try await database.read(for: one) { transaction in
                        gate.wait()
                        return try count(transaction)
                    }
                }
            }
            await gate.entered()
            #expect(try await database.read(for: other, count) == 0)
            gate.open()
            for try await number in group { #expect(number == 0) }
        }
    }

    @Test("many at once find a connection each, while long reads hold theirs")
    func atOnce() async throws {
        let directory = try TemporaryDirectory()
        let database = try await SQLiteDatabase.open(
            directory: directory.path, mode: .server, migrations: StoreConformance.migrations)
        let gates = (0..<4).map { _ in Gate() }
        try await withThrowingTaskGroup(of: Int.self) { group in
            for gate in gates {
                group.addTask {
                    try await database.read { _ in
                        gate.wait()
                        return 0
                    }
                }
            }
            for gate in gates { await gate.entered() }
            for _ in 0..<100 { group.addTask { try await database.lookUp(count) } }
            for _ in 0..<100 { _ = try await group.next() }
            for gate in gates { gate.open() }
            while try await group.next() != nil {}
        }
    }

    private static let account = AccountID("111111111111")!  // twelve digits

    /// What a look-up remembers for the next.
    private final class Note: SnapshotPart {
        var text = ""
    }

    @Test("what was read is remembered until anybody commits anything, in this process or another")
    func memory() async throws {
        let directory = try TemporaryDirectory()
        let database = try await SQLiteDatabase.open(
            directory: directory.path, mode: .server, migrations: StoreConformance.migrations)
        let other = try await SQLiteDatabase.open(
            directory: directory.path, mode: .operator, migrations: StoreConformance.migrations)
        for number in 1...20 {
            try await database.lookUp {
                try #require($0.memory(of: Self.account)).part(Note.self).text = "read"
            }
            let remembered = try await database.lookUp {
                $0.memory(of: Self.account)?.part(Note.self).text
            }
            #expect(remembered == "read")
            try await (number.isMultiple(of: 2) ? database : other).write { transaction in
                try transaction.execute("INSERT INTO parent (name) VALUES (\("name \(number)"))")
            }
            let forgotten = try await database.lookUp {
                $0.memory(of: Self.account)?.part(Note.self).text
            }
            #expect(forgotten == "")
        }
    }

    @Test("a write and a long read see what is there, and remember nothing")
    func noMemory() async throws {
        let directory = try TemporaryDirectory()
        let database = try await SQLiteDatabase.open(
            directory: directory.path, mode: .server, migrations: StoreConformance.migrations)
        #expect(try await database.read { $0.memory(of: Self.account) == nil })
        #expect(try await database.write { $0.memory(of: Self.account) == nil })
    }
}
