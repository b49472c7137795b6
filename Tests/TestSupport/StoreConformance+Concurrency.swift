import Store
import Testing

extension StoreConformance {
    /// Many at once.
    static let concurrency = [
        StoreConformance("a thousand concurrent writes are all kept") { database in
            try await withThrowingTaskGroup { group in
                for number in 0..<1_000 {
                    group.addTask { try await database.write { try insert("\(number)", $0) } }
                }
                try await group.waitForAll()
            }
            let names = try await Self.names(database)
            #expect(Set(names) == Set((0..<1_000).map(String.init)))
        },
        StoreConformance("writes do not lose each other's changes") { database in
            try await database.write { transaction in
                try transaction.execute("INSERT INTO parent (name, size) VALUES ('a', 0)")
            }
            try await withThrowingTaskGroup { group in
                for _ in 0..<200 {
                    group.addTask {
                        try await database.write { transaction in
                            let size = try transaction.rows("SELECT size FROM parent")[0]
                                .integer("size")
                            try transaction.execute("UPDATE parent SET size = \(size + 1)")
                        }
                    }
                }
                try await group.waitForAll()
            }
            let row = try await database.read { try $0.rows("SELECT size FROM parent")[0] }
            #expect(try row.integer("size") == 200)
        },
        StoreConformance("a write that fails takes back nothing but itself") { database in
            let kept = await withTaskGroup(of: Int?.self) { group in
                for number in 0..<300 {
                    group.addTask {
                        try? await database.write { transaction in
                            try insert("\(number)", transaction)
                            if number % 3 == 0 { throw Interruption() }
                            if number % 3 == 1 { try insert("\(number)", transaction) }
                            return number
                        }
                    }
                }
                return await group.reduce(into: Set<String>()) { set, number in
                    if let number { set.insert("\(number)") }
                }
            }
            #expect(kept.count == 100)
            let names = try await Self.names(database)
            #expect(Set(names) == kept)
        },
        StoreConformance("readers see whole writes only") { database in
            try await withThrowingTaskGroup { group in
                for number in 0..<100 {
                    group.addTask {
                        try await database.write { transaction in
                            try insert("\(number)a", transaction)
                            try insert("\(number)b", transaction)
                        }
                    }
                    group.addTask {
                        try await database.read { transaction in
                            let sql: SQL = "SELECT count(*) AS n FROM parent"
                            let first = try transaction.rows(sql)[0].integer("n")
                            let second = try transaction.rows(sql)[0].integer("n")
                            #expect(first == second)
                            #expect(first.isMultiple(of: 2))
                        }
                    }
                }
                try await group.waitForAll()
            }
        },
        StoreConformance("what a write answered is seen by every later read") { database in
            try await withThrowingTaskGroup { group in
                for number in 0..<200 {
                    group.addTask {
                        let name = "\(number)"
                        try await database.write { try insert(name, $0) }
                        let rows = try await database.read { transaction in
                            try transaction.rows("SELECT 1 AS x FROM parent WHERE name = \(name)")
                        }
                        #expect(rows.count == 1)
                    }
                }
                try await group.waitForAll()
            }
        },
    ]
}
