import IAMIdentifiers
import Store
import StoreSQLite
import TestSupport
import Testing

/// What was written under an earlier schema is there under the next.
@Suite struct MigrationTests {
    @Test("the boundaries of users become rows of their own")
    func permissionsBoundaries() async throws {
        let directory = try TemporaryDirectory()
        let before = try await SQLiteDatabase.open(
            directory: directory.path, mode: .operator, migrations: Array(Migrations.all.prefix(2)))
        try await before.write { transaction in
            try transaction.execute(
                """
                INSERT INTO account (account_id, name, email, email_key, password_hash,
                    password_changed_at, status, created_at)
                VALUES ('123456789012', 'a', 'a@b', 'a@b', '', 0, 'active', 0)
                """)
            try transaction.execute(
                """
                INSERT INTO iam_user (account_id, user_id, name, name_key, path, created_at,
                    permissions_boundary)
                VALUES ('123456789012', 'AIDA1', 'alice', 'alice', '/', 0,
                        'arn:aws:iam::aws:policy/ReadOnlyAccess'),
                    ('123456789012', 'AIDA2', 'bob', 'bob', '/', 0, NULL)
                """)
        }
        try before.close()
        let after = try await SQLiteDatabase.open(directory: directory.path, mode: .operator)
        let account = try #require(AccountID("123456789012"))
        let boundaries = try await after.read { transaction in
            let table = PermissionsBoundaryTable(transaction, of: account)
            let names = try UserTable(transaction, of: account).list(
                pathPrefix: "/", after: "", limit: 10)
            return try names.map { "\($0.name): \(try table.find($0.id) ?? "none")" }
        }
        #expect(boundaries == ["alice: arn:aws:iam::aws:policy/ReadOnlyAccess", "bob: none"])
    }
}
