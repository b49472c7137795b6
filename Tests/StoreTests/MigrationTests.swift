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

    @Test("records from before are found by their name, their source and whether they only read")
    func events() async throws {
        let directory = try TemporaryDirectory()
        let before = try await SQLiteDatabase.open(
            directory: directory.path, mode: .operator,
            migrations: Array(Migrations.all.prefix(15)))
        try await before.write { transaction in
            for (id, source, isReadOnly) in [
                ("1", "iam.amazonaws.com", true), ("2", "sts.amazonaws.com", false),
                ("3", "signin.amazonaws.com", false), ("4", "gatehouse.amazonaws.com", true),
            ] {
                let record = #"{"eventSource":"\#(source)","readOnly":\#(isReadOnly),"a":"\"x"}"#
                try transaction.execute(
                    """
                    INSERT INTO audit_event (account_id, event_id, at, event_name, record)
                    VALUES ('123456789012', \(id), 5, 'GetUser', \(record))
                    """)
            }
        }
        try before.close()
        let after = try await SQLiteDatabase.open(directory: directory.path, mode: .operator)
        let account = try #require(AccountID("123456789012"))
        let times = Timestamp(seconds: 0)..<Timestamp(seconds: 1)
        for (attribute, ids) in [
            (AuditEventTable.Attribute.name("GetUser"), ["4", "3", "2", "1"]),
            (.source("sts.amazonaws.com"), ["2"]), (.source("gatehouse.amazonaws.com"), ["4"]),
            (.readOnly(true), ["4", "1"]), (.readOnly(false), ["3", "2"]),
            (.userName("alice"), []),
        ] {
            let found = try await after.read { transaction in
                try AuditEventTable(transaction).page(
                    .init(attribute, in: times, limit: 9), of: account)
            }
            #expect(found.map(\.id) == ids)
        }
    }
}
