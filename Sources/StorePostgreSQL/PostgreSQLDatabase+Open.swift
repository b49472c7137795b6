import IAMIdentifiers
package import Store

extension PostgreSQLDatabase {
    /// Connects, and brings the schema up to date.
    ///
    /// The migrations are one node's work: it has the lock of the server's own writes, and others
    /// wait for it. A node of an earlier version that serves goes on.
    /// - Parameters:
    ///   - isReadOnly: for a command that only reads, and changes no schema.
    ///   - takesUnfinishedCopy: whether to open a store that is only being copied.
    ///   - look: looks at a database that has the program's schema, before anything is changed.
    /// - Throws: a ``StoreError`` that says what is wrong in one line; what `look` throws.
    package static func open(
        _ address: DatabaseAddress, isReadOnly: Bool = false,
        migrations: [Migration] = Migrations.all, takesUnfinishedCopy: Bool = false,
        limits: Limits = Limits(),
        checking look: @escaping @Sendable (any Transaction) throws -> Void = { _ in }
    ) async throws -> PostgreSQLDatabase {
        let migrator = Migrator(migrations, takesUnfinishedCopy: takesUnfinishedCopy)
        let schema = PostgreSQLDatabase(address, .ofMigrations, Limits())
        defer { schema.close() }
        let version = try await schema.lookUp { transaction in
            try check(transaction)
            let version = try isMade(transaction) ? migrator.version(in: transaction) : 0
            if version == migrator.newest { try look(transaction) }
            return version
        }
        if version < migrator.newest {
            guard !isReadOnly else {
                throw StoreError.olderVersion(found: version, known: migrator.newest)
            }
            do {
                try await schema.write { try makeType($0) }
                try await migrator.migrate(schema)
            } catch StoreError.readOnly {
                throw StoreError.other(
                    "its schema is that of an earlier version, or empty, and this user may not "
                        + "change it; run `gatehouse schema` with the URL of its owner first")
            }
        }
        return PostgreSQLDatabase(address, .ofRequests, limits)
    }

    /// The oldest version of PostgreSQL that the tests are run with.
    private static let oldestServer = 15

    /// Whether the server is new enough, and the database one in which text is compared by its
    /// bytes, and kept as UTF-8.
    private static func check(_ transaction: any Transaction) throws {
        let row = try transaction.rows(
            """
            SELECT 'B' < 'a' AND 'z' < 'é' AS is_by_bytes,
                current_setting('server_encoding') AS encoding,
                current_setting('server_version') AS version,
                CAST(current_setting('server_version_num') AS bigint) AS number
            """)[0]
        guard try row.integer("number") >= oldestServer * 10_000 else {
            throw StoreError.other(
                "its server is PostgreSQL \(try row.text("version")); "
                    + "\(oldestServer) or later is needed")
        }
        guard try row.boolean("is_by_bytes"), try row.text("encoding").isExactly("UTF8") else {
            throw StoreError.other(
                "text is not ordered by its bytes; make the database with "
                    + "`createdb --template template0 --encoding UTF8 --locale C NAME`")
        }
    }

    private static func isMade(_ transaction: any Transaction) throws(StoreError) -> Bool {
        try transaction.rows(
            "SELECT to_regclass('schema_migration') IS NOT NULL AS made")[0].boolean("made")
    }

    /// Gives PostgreSQL's type for bytes the name that SQLite has for it, which a migration uses.
    private static func makeType(_ transaction: any Transaction) throws(StoreError) {
        let known = try transaction.rows("SELECT to_regtype('blob') IS NOT NULL AS known")
        if try !known[0].boolean("known") { try transaction.execute("CREATE DOMAIN blob AS bytea") }
    }
}
