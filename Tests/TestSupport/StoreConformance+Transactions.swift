import Store
import Testing

extension StoreConformance {
    /// All or nothing, and what the constraints say.
    static let transactions = [
        StoreConformance("a write that throws leaves nothing") { database in
            await #expect(throws: Interruption()) {
                try await database.write { transaction in
                    try insert("a", transaction)
                    throw Interruption()
                }
            }
            let names = try await Self.names(database)
            #expect(names.isEmpty)
        },
        StoreConformance("an error of the store that was caught ends the transaction") { database in
            await #expect(throws: StoreError.self) {
                try await database.write { transaction in
                    try insert("a", transaction)
                    do throws(StoreError) { try insert("a", transaction) } catch {}
                }
            }
            let names = try await Self.names(database)
            #expect(names.isEmpty)
        },
        StoreConformance("a statement that fails later fails its write, and no other") { database in
            try await database.write { try insert("a", $0) }
            let error = StoreError.duplicate(table: "parent", columns: ["name"])
            for number in 1...20 {
                await #expect(throws: error) {
                    try await database.write { transaction in
                        try insert("lost \(number)", transaction)
                        try transaction.executeLater("INSERT INTO parent (name) VALUES ('a')")
                    }
                }
                try await database.write { try insert("kept \(number)", $0) }
            }
            let names = try await Self.names(database)
            #expect(Set(names) == Set(["a"] + (1...20).map { "kept \($0)" }))
        },
        StoreConformance("statements that fail later fail their writes alone, many at once") {
            database in
            try await database.write { try insert("a", $0) }
            let kept = await withTaskGroup(of: String?.self) { group in
                for number in 0..<200 {
                    group.addTask {
                        try? await database.write { transaction in
                            try insert("\(number)", transaction)
                            guard number % 4 == 0 else { return "\(number)" }
                            try transaction.executeLater("INSERT INTO parent (name) VALUES ('a')")
                            return nil
                        }
                    }
                }
                return await group.reduce(into: Set<String>()) { set, name in
                    if let name { set.insert(name) }
                }
            }
            #expect(kept.count == 150)
            let names = try await Self.names(database)
            #expect(Set(names) == kept.union(["a"]))
        },
        StoreConformance("a write sees what it wrote") { database in
            let count = try await database.write { transaction in
                try insert("a", transaction)
                return try transaction.rows("SELECT name FROM parent").count
            }
            #expect(count == 1)
        },
        StoreConformance("a read cannot write") { database in
            await #expect(throws: StoreError.readOnly("the database")) {
                try await database.read { try insert("a", $0) }
            }
            let names = try await Self.names(database)
            #expect(names.isEmpty)
        },
        StoreConformance("a duplicate names its table and columns") { database in
            try await database.write { transaction in
                try insert("a", transaction)
                try transaction.execute("INSERT INTO child (parent, number) VALUES ('a', 1)")
            }
            await #expect(throws: StoreError.duplicate(table: "parent", columns: ["name"])) {
                try await database.write { try insert("a", $0) }
            }
            let error = StoreError.duplicate(table: "child", columns: ["parent", "number"])
            await #expect(throws: error) {
                try await database.write { transaction in
                    try transaction.execute("INSERT INTO child (parent, number) VALUES ('a', 1)")
                }
            }
        },
        StoreConformance("foreign keys hold in both directions") { database in
            await #expect(throws: StoreError.foreignKey) {
                try await database.write { transaction in
                    try transaction.execute("INSERT INTO child (parent, number) VALUES ('x', 1)")
                }
            }
            try await database.write { transaction in
                try insert("a", transaction)
                try transaction.execute("INSERT INTO child (parent, number) VALUES ('a', 1)")
            }
            await #expect(throws: StoreError.foreignKey) {
                try await database.write { try $0.execute("DELETE FROM parent") }
            }
        },
        StoreConformance("missing and forbidden values are invalid rows") { database in
            for statement: SQL in [
                "INSERT INTO parent (name) VALUES (NULL)",
                "INSERT INTO parent (name, size) VALUES ('a', -1)",
            ] {
                let error = await #expect(throws: StoreError.self) {
                    try await database.write { try $0.execute(statement) }
                }
                guard case .invalidRow = error else {
                    Issue.record("\(String(describing: error))")
                    continue
                }
            }
        },
        StoreConformance("an expected conflict is no error, and changed rows are counted") {
            database in
            try await database.write { transaction in
                let sql: SQL = "INSERT INTO parent (name) VALUES ('a') ON CONFLICT DO NOTHING"
                #expect(try transaction.execute(sql) == 1)
                #expect(try transaction.execute(sql) == 0)
                try insert("b", transaction)
                #expect(try transaction.execute("UPDATE parent SET size = 1") == 2)
                let gone = try transaction.rows(
                    "DELETE FROM parent WHERE name = 'a' RETURNING name, size")
                #expect(try gone.map { try $0.text("name") } == ["a"])
                #expect(try transaction.execute("DELETE FROM parent WHERE name = 'x'") == 0)
            }
        },
        StoreConformance("migrations apply once; the unknown and the edited are refused") {
            database in
            try await Migrator(migrations).migrate(database)
            let version = try await database.read { try Migrator(migrations).version(in: $0) }
            #expect(version == 1)
            await #expect(throws: StoreError.newerVersion(found: 1, known: 0)) {
                try await Migrator([]).migrate(database)
            }
            await #expect(throws: StoreError.changedMigration(number: 1)) {
                try await Migrator([Migration(number: 1, name: "other", statements: [])])
                    .migrate(database)
            }
        },
        StoreConformance("a migration that fails leaves nothing") { database in
            let broken = Migration(
                number: 2, name: "broken",
                statements: [
                    "CREATE TABLE half (x bigint)", "INSERT INTO parent (name) VALUES (NULL)",
                ])
            await #expect(throws: StoreError.self) {
                try await Migrator(migrations + [broken]).migrate(database)
            }
            await #expect(throws: StoreError.self) {
                try await database.read { try $0.rows("SELECT x FROM half") }
            }
            let version = try await database.read { try Migrator(migrations).version(in: $0) }
            #expect(version == 1)
        },
    ]
}
