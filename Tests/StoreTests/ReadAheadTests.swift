import IAMIdentifiers
import Store
import TestRandom
import TestSupport
import Testing

/// What a write on PostgreSQL reads ahead is what it would have read itself.
@Suite struct ReadAheadTests {
    private static let alice = AccountID("111111111111")!  // twelve digits

    /// One statement of a write.
    private enum Step {
        case read(String)
        case count
        case change(String, size: Int)
        case changeLater(String, size: Int)
        case addOrFind(String)
    }

    /// Does the steps.
    /// - Returns: what each that reads has read.
    private static func run(
        _ steps: [Step], _ transaction: any Transaction
    ) throws -> [String] {
        try steps.map { step in
            switch step {
            case .read(let name):
                let rows = try transaction.rows(
                    "SELECT size FROM parent WHERE name = \(name)")
                return try rows.map { "\(try $0.integer("size"))" }.joined()
            case .count:
                return "\(try transaction.rows("SELECT count(*) AS n FROM parent")[0].integer("n"))"
            case .change(let name, let size):
                return "\(try transaction.execute(update(name, size)))"
            case .changeLater(let name, let size):
                try transaction.executeLater(update(name, size))
                return ""
            case .addOrFind(let name):
                let rows = try transaction.rows(
                    """
                    INSERT INTO parent (name, size) VALUES (\(name), 0)
                    ON CONFLICT DO NOTHING RETURNING size
                    """)
                return "\(rows.count)"
            }
        }
    }

    private static func update(_ name: String, _ size: Int) -> SQL {
        "UPDATE parent SET size = \(size) WHERE name = \(name)"
    }

    @Test("writes that begin alike read what they read on an engine that reads nothing ahead")
    func sameAnswers() async throws {
        var random = TestSeed.generator()
        // Two that are equal as texts, of other bytes: é, and e with an accent.
        let names = ["a", "b", "c", "\u{E9}", "e\u{301}"]
        let writes = (0..<200).map { _ in
            // Most begin with the same statements.
            var steps = [Step.count, .read(random.next() % 4 == 0 ? "b" : "a")]
            for _ in 0..<Int.random(in: 1...10, using: &random) {
                let name = names.randomElement(using: &random) ?? "a"
                let size = Int.random(in: 0...1_000, using: &random)
                switch Int.random(in: 0..<12, using: &random) {
                case 0: steps.append(.change(name, size: size))
                case 1: steps.append(.changeLater(name, size: size))
                case 2: steps.append(.addOrFind(name))
                case 3: steps.append(.count)
                default: steps.append(.read(name))
                }
            }
            return steps
        }
        var answers: [[[String]]] = []
        for engine in [TestEngine.postgreSQL, .sqlite] {
            let database = try await engine.database(migrations: StoreConformance.migrations)
            var read: [[String]] = []
            for steps in writes {
                read.append(try await database.write(for: Self.alice) { try Self.run(steps, $0) })
            }
            answers.append(read)
        }
        #expect(answers[0] == answers[1])
    }

    /// A way to write into a new database. Each write reads the rows of some names, then perhaps a
    /// statement that counts how often it was executed, and then changes something.
    private static func traced() async throws -> (
        _ names: [String], _ reads: Bool
    ) async throws -> Int? {
        let database = try await TestEngine.ownedPostgreSQL.database(
            migrations: StoreConformance.migrations)
        try await database.write { transaction in
            try transaction.execute("CREATE SEQUENCE executions")
        }
        return { names, reads in
            try await database.write(for: alice) { transaction in
                for name in names {
                    _ = try transaction.rows("SELECT size FROM parent WHERE name = \(name)")
                }
                let n =
                    reads
                    ? try transaction.rows("SELECT nextval('executions') AS n")[0].integer("n")
                    : nil
                try transaction.execute("UPDATE parent SET size = 1")
                return n
            }
        }
    }

    @Test("what followed a read goes along with it the next time")
    func goesAlong() async throws {
        let write = try await Self.traced()
        #expect(try await write(["a"], true) == 1)
        // It is executed and not asked for; and not for a name of other bytes.
        #expect(try await write(["a"], false) == nil)
        #expect(try await write(["b"], false) == nil)
        #expect(try await write(["a"], true) == 3)
        #expect(try await write(["\u{E9}"], true) == 4)
        #expect(try await write(["e\u{301}"], false) == nil)
        #expect(try await write(["e\u{301}"], true) == 5)
    }

    @Test("writes that go on otherwise are told apart by where they part")
    func parts() async throws {
        let write = try await Self.traced()
        #expect(try await write(["a", "b"], true) == 1)
        #expect(try await write(["a", "c", "d"], true) == 2)
        // After "a" nobody knows which it is; after "c" what follows is known.
        #expect(try await write(["a"], false) == nil)
        #expect(try await write(["a", "c"], false) == nil)
        #expect(try await write(["a", "b"], true) == 4)
    }
}
