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

    @Test("what followed the first two reads of a write goes along with them the next time")
    func goesAlong() async throws {
        let database = try await TestEngine.ownedPostgreSQL.database(
            migrations: StoreConformance.migrations)
        // A statement that leaves a trace of having been executed.
        let next: SQL = "SELECT nextval('executions') AS n"
        try await database.write { transaction in
            try transaction.execute("CREATE SEQUENCE executions")
        }
        func write(_ key: String, reads: Bool) async throws -> Int? {
            try await database.write(for: Self.alice) { transaction in
                _ = try transaction.rows("SELECT 1 AS one")
                _ = try transaction.rows("SELECT size FROM parent WHERE name = \(key)")
                let n = reads ? try transaction.rows(next)[0].integer("n") : nil
                try transaction.execute("UPDATE parent SET size = 1")
                return n
            }
        }
        #expect(try await write("\u{E9}", reads: true) == 1)
        // It is executed and not asked for; and not for one whose key has other bytes.
        #expect(try await write("\u{E9}", reads: false) == nil)
        #expect(try await write("e\u{301}", reads: false) == nil)
        #expect(try await write("e\u{301}", reads: true) == 3)
        #expect(try await write("\u{E9}", reads: true) == 4)
    }
}
