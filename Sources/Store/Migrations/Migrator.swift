/// Brings a database to the schema that the program knows.
///
/// Applied migrations are recorded in `schema_migration`. That table and the change log are the
/// store's own: they are there before the first migration.
package struct Migrator: Sendable {
    private let migrations: [Migration]
    /// Whether a store is taken into which another is only being copied.
    private let takesUnfinishedCopy: Bool

    package init(_ migrations: [Migration] = Migrations.all, takesUnfinishedCopy: Bool = false) {
        self.migrations = migrations
        self.takesUnfinishedCopy = takesUnfinishedCopy
    }

    /// Applies what is missing, each migration in a transaction of its own.
    /// - Throws: ``StoreError/newerVersion(found:known:)`` or
    ///   ``StoreError/changedMigration(number:)``; then nothing was changed.
    package func migrate(_ database: some Database) async throws {
        var version = try await database.write { transaction in
            for statement in Self.ownTables { try transaction.execute(statement) }
            return try self.version(in: transaction)
        }
        while version < migrations.count {
            version = try await database.write { transaction in
                // Asked again: another process may have been here in between.
                let version = try self.version(in: transaction)
                guard version < migrations.count else { return version }
                try apply(migrations[version], in: transaction)
                return version + 1
            }
        }
    }

    /// The number of the last migration that was applied, 0 for none.
    /// - Throws: as ``migrate(_:)``; ``StoreError/unfinishedCopy``; ``StoreError/other(_:)`` when
    ///   there is no such record.
    package func version(in transaction: any Transaction) throws(StoreError) -> Int {
        guard try takesUnfinishedCopy ? true : !Self.isUnfinishedCopy(transaction) else {
            throw .unfinishedCopy
        }
        let applied = try transaction.rows(
            "SELECT number, digest FROM schema_migration WHERE number > 0 ORDER BY number")
        for (index, row) in applied.enumerated() {
            let number = try row.integer("number")
            guard number <= migrations.count else {
                let newest = try applied[applied.count - 1].integer("number")
                throw .newerVersion(found: newest, known: migrations.count)
            }
            guard number == index + 1, try row.integer("digest") == migrations[index].digest else {
                throw .changedMigration(number: number)
            }
        }
        return applied.count
    }

    /// Whether another store is only being copied into this one. What is there already may lack
    /// what forbids, so nobody serves it: a migration that there is not, with the number 0, says so
    /// to every version of the program.
    package static func isUnfinishedCopy(
        _ transaction: any Transaction
    ) throws(StoreError) -> Bool {
        try !transaction.rows("SELECT 1 AS n FROM schema_migration WHERE number = 0").isEmpty
    }

    /// Marks the store as one into which another is being copied.
    package static func beginCopy(_ transaction: any Transaction) throws(StoreError) {
        try transaction.execute(
            """
            INSERT INTO schema_migration (number, name, digest)
            VALUES (0, 'another store is being copied into this one', 0)
            """)
    }

    /// Takes the mark away.
    package static func endCopy(_ transaction: any Transaction) throws(StoreError) {
        try transaction.execute("DELETE FROM schema_migration WHERE number = 0")
    }

    /// The number of the newest migration.
    package var newest: Int { migrations.count }

    private func apply(
        _ migration: Migration, in transaction: any Transaction
    ) throws(StoreError) {
        for statement in migration.statements { try transaction.execute(SQL(text: statement)) }
        try transaction.execute(
            """
            INSERT INTO schema_migration (number, name, digest)
            VALUES (\(migration.number), \(migration.name), \(migration.digest))
            """)
    }

    private static let ownTables: [SQL] = [
        """
        CREATE TABLE IF NOT EXISTS schema_migration (
            number bigint NOT NULL PRIMARY KEY,
            name text NOT NULL,
            digest bigint NOT NULL
        )
        """,
        """
        CREATE TABLE IF NOT EXISTS change_log (
            account_id text NOT NULL,
            sequence bigint NOT NULL,
            nonce bigint NOT NULL,
            at bigint NOT NULL,
            what text NOT NULL,
            PRIMARY KEY (account_id, sequence)
        )
        """,
    ]
}
