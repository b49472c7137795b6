import IAMIdentifiers
import StoreSQLite
import TestSupport
import Testing

@testable import Store

@Suite struct EntityCountTableTests {
    @Test("each kind is counted by itself, in its own account")
    func counts() async throws {
        let fixture = try await TableFixture()
        try await fixture.write { transaction in
            let ours = EntityCountTable(transaction, of: TableFixture.ours)
            let theirs = EntityCountTable(transaction, of: TableFixture.theirs)
            #expect(try ours.count(of: .user) == 0)
            #expect(try ours.inserted(1, of: .user))
            #expect(try ours.inserted(1, of: .user))
            #expect(try !ours.inserted(0, of: .user))
            #expect(try ours.inserted(1, of: .role))
            #expect(try theirs.inserted(1, of: .user))
            try ours.deleted(1, of: .user)
            try ours.deleted(0, of: .user)
            #expect(try ours.count(of: .user) == 1)
            #expect(try ours.count(of: .role) == 1)
            #expect(try theirs.count(of: .user) == 1)
        }
    }

    @Test("what an account has when counting begins is counted")
    func migration() async throws {
        let directory = try TemporaryDirectory()
        let before = try await SQLiteDatabase.open(
            directory: directory.path, mode: .operator,
            migrations: Array(Migrations.all.prefix(18)))
        try await before.write { transaction in
            _ = try AccountTable(transaction).insert(TableFixture.account(TableFixture.ours))
            for (id, name) in [("AIDA1", "alice"), ("AIDA2", "bob")] {
                try transaction.execute(
                    """
                    INSERT INTO iam_user (account_id, user_id, name, name_key, path, created_at)
                    VALUES (\(TableFixture.ours), \(id), \(name), \(name), '/', 0)
                    """)
            }
        }
        try before.close()
        let after = try await SQLiteDatabase.open(directory: directory.path, mode: .operator)
        try await after.write { transaction in
            let users = UserTable(transaction, of: TableFixture.ours)
            #expect(try users.count() == 2)
            #expect(try users.insert(TableFixture.user("carol")))
            #expect(try users.count() == 3)
            try users.delete(UniqueID(stored: "AIDA1"))
            #expect(try users.count() == 2)
            #expect(try GroupTable(transaction, of: TableFixture.ours).count() == 0)
        }
    }
}
