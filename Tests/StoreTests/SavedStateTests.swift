import IAMIdentifiers
import Store
import StoreSQLite
import TestSupport
import Testing

@Suite struct SavedStateTests {
    private static func names(_ database: SQLiteDatabase) async throws -> [String] {
        try await database.read { transaction in
            try transaction.rows("SELECT name FROM parent ORDER BY name").map {
                try $0.text("name")
            }
        }
    }

    @Test func aSavedStateComesBackAgainAndAgain() async throws {
        let database = try await SQLiteDatabase.inMemory(migrations: StoreConformance.migrations)
        try await database.write { try $0.execute("INSERT INTO parent (name) VALUES ('first')") }
        let first = try await database.savedState()
        for _ in 0..<3 {
            try await database.write { transaction in
                try transaction.execute("INSERT INTO parent (name) VALUES ('second')")
                try transaction.execute("DELETE FROM parent WHERE name = 'first'")
            }
            try await database.restore(first)
            #expect(try await Self.names(database) == ["first"])
        }
    }

    @Test func noOneSeesHalfOfARestoredState() async throws {
        let database = try await SQLiteDatabase.inMemory(migrations: StoreConformance.migrations)
        let empty = try await database.savedState()
        try await withThrowingTaskGroup { group in
            for number in 0..<50 {
                group.addTask {
                    try await database.write { transaction in
                        for half in ["a", "b"] {
                            let name = "\(number)\(half)"
                            try transaction.execute("INSERT INTO parent (name) VALUES (\(name))")
                        }
                    }
                }
                group.addTask { try await database.restore(empty) }
                group.addTask {
                    let count = try await Self.names(database).count
                    #expect(count.isMultiple(of: 2))
                }
            }
            try await group.waitForAll()
        }
        try await database.restore(empty)
        #expect(try await Self.names(database).isEmpty)
    }

    @Test func aMarkGivenAfterRestoringIsNew() async throws {
        let account = try #require(AccountID("111111111111"))
        let database = try await SQLiteDatabase.inMemory(migrations: StoreConformance.migrations)
        let first = try await database.savedState()
        var marks: Set<ChangeMark> = []
        for _ in 0..<3 {
            let mark = try await database.write { transaction in
                try transaction.recordChange(of: account, at: Timestamp(seconds: 0), what: "Test")
                return try transaction.changeMark(of: account)
            }
            #expect(mark.sequence == 1)
            #expect(marks.insert(mark).inserted)
            try await database.restore(first)
        }
    }
}
