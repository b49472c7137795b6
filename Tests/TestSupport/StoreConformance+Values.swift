import IAMIdentifiers
import Store
import Testing

extension StoreConformance {
    /// What goes in comes out, and in which order.
    static let values = [
        StoreConformance("values come back as they were stored") { database in
            let texts = [
                "", "a", "한글 ü 🔑", "line\nbreak\ttab", String(repeating: "x", count: 5_000),
            ]
            let numbers: [Int?] = [.min, -1, nil, 1, .max]
            let blobs: [[UInt8]?] = [[], [0], nil, Array(0...255), [0xFF, 0xFE]]
            for (index, text) in texts.enumerated() {
                let (number, blob) = (numbers[index], blobs[index])
                let back = try await database.write { transaction in
                    try transaction.rows(
                        "SELECT \(text) AS text, \(number) AS number, \(blob) AS blob")[0]
                }
                #expect(try back.text("text") == text)
                #expect(try back.integerIfPresent("number") == number)
                #expect(try back.blobIfPresent("blob") == blob)
            }
        },
        StoreConformance("values of eight megabytes come back as they were stored") { database in
            let note = String(repeating: "é", count: 4 << 20)
            let data = [UInt8](repeating: 0xA5, count: 8 << 20)
            try await database.write { transaction in
                try transaction.execute(
                    "INSERT INTO parent (name, note, data) VALUES ('a', \(note), \(data))")
            }
            let row = try await database.read { try $0.rows("SELECT * FROM parent")[0] }
            #expect(try row.text("note") == note)
            #expect(try row.blob("data") == data)
        },
        StoreConformance("values that look like SQL are only values") { database in
            let names = [
                "'; DROP TABLE parent; --", "\"", "' OR '1'='1", "$1", "?", "?1", ":name", "\\'",
                "%", "_", "NULL",
            ]
            try await database.write { transaction in
                for name in names { try insert(name, transaction) }
            }
            for name in names {
                let found = try await database.read { transaction in
                    try transaction.rows("SELECT name FROM parent WHERE name = \(name)")
                }
                #expect(try found.map { try $0.text("name") } == [name])
            }
            let stored = try await Self.names(database)
            #expect(stored.count == names.count)
        },
        StoreConformance("text is ordered by its bytes") { database in
            let names = [
                "", " ", "-", "/a/", "/a/b/", "/a0/", "A", "B", "Z", "_", "a", "b", "é", "가",
            ]
            try await database.write { transaction in
                for name in names.reversed() { try insert(name, transaction) }
            }
            let ordered = try await Self.names(database)
            #expect(ordered == names)
        },
        StoreConformance("lists bind their elements; the empty one matches nothing") { database in
            try await database.write { transaction in
                for name in ["a", "b", "c"] { try insert(name, transaction) }
            }
            for (list, matches) in [(SQL.list(["a", "c", "x"]), 2), (SQL.list([String]()), 0)] {
                let found = try await database.read { transaction in
                    try transaction.rows("SELECT name FROM parent WHERE name IN \(list)")
                }
                #expect(found.count == matches)
            }
        },
        StoreConformance("text with the character U+0000 is refused") { database in
            await #expect(throws: StoreError.self) {
                try await database.write { try insert("a\0b", $0) }
            }
            let names = try await Self.names(database)
            #expect(names.isEmpty)
        },
        StoreConformance("a column that is not there is named in the error") { database in
            let error = StoreError.unexpectedColumn(name: "y", expected: "text")
            await #expect(throws: error) {
                try await database.read { try $0.rows("SELECT 'x' AS x")[0].text("y") }
            }
        },
        StoreConformance("identifiers come back as they were stored") { database in
            let account = try #require(AccountID("012345678901"))
            let moment = Timestamp(microseconds: 1_790_000_000_123_456)
            let row = try await database.read { transaction in
                try transaction.rows(
                    """
                    SELECT \(account) AS account, \(moment) AS moment, \(true) AS flag,
                        \(ARN.root(of: account)) AS arn, \(EntityPath.root) AS path
                    """)[0]
            }
            #expect(try row.accountID("account") == account)
            #expect(try row.timestamp("moment") == moment)
            #expect(try row.boolean("flag"))
            #expect(try row.arn("arn") == ARN.root(of: account))
            #expect(try row.path("path") == .root)
        },
    ]
}
