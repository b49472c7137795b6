package import Store
import Testing

/// What every engine must do, as cases that each get an empty database of their own with
/// ``migrations`` applied. An engine's tests run them all.
package struct StoreConformance: Sendable, CustomTestStringConvertible {
    package let testDescription: String
    private let body: @Sendable (any Database) async throws -> Void

    init(_ sentence: String, _ body: @escaping @Sendable (any Database) async throws -> Void) {
        testDescription = sentence
        self.body = body
    }

    /// Runs the case on an empty database.
    package func check(_ database: any Database) async throws {
        try await body(database)
    }

    package static let all = values + transactions + concurrency + changes

    package static let migrations = [
        Migration(
            number: 1, name: "conformance",
            statements: [
                """
                CREATE TABLE parent (
                    name text NOT NULL PRIMARY KEY,
                    size bigint CHECK (size >= 0),
                    note text,
                    data bytea
                )
                """,
                """
                CREATE TABLE child (
                    parent text NOT NULL REFERENCES parent,
                    number bigint NOT NULL,
                    UNIQUE (parent, number)
                )
                """,
            ])
    ]

    /// The names of all parents, in order.
    package static func names(_ database: any Database) async throws -> [String] {
        try await database.read { transaction in
            try transaction.rows("SELECT name FROM parent ORDER BY name").map {
                try $0.text("name")
            }
        }
    }

    package static func insert(_ name: String, _ transaction: any Transaction) throws(StoreError) {
        try transaction.execute("INSERT INTO parent (name) VALUES (\(name))")
    }
}

/// An error of a test's own, which the store passes on as it is.
package struct Interruption: Error, Equatable {
    package init() {}
}
