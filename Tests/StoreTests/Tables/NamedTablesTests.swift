import IAMIdentifiers
import Store
import TestSupport
import Testing

/// What the tables of entities with a name and a path have in common: users, groups, roles,
/// instance profiles and managed policies.
@Suite struct NamedTablesTests {
    /// One such table, of whichever account.
    struct Table: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var insert:
            @Sendable (
                _ name: String, _ number: Int, _ path: String, AccountID, any Transaction
            ) throws -> Bool
        var find: @Sendable (_ name: String, AccountID, any Transaction) throws -> String?
        var list:
            @Sendable (_ prefix: String, _ after: String, _ limit: Int, any Transaction) throws
                -> [String]
        var count: @Sendable (AccountID, any Transaction) throws -> Int
        var delete: @Sendable (_ number: Int, any Transaction) throws -> Void
        /// Nil where names do not change.
        var rename: (@Sendable (_ name: String, _ number: Int, any Transaction) throws -> Bool)?
    }

    private static let ours = TableFixture.ours

    static let tables = [
        Table(
            testDescription: "users",
            insert: { name, number, path, account, transaction in
                try UserTable(transaction, of: account).insert(
                    TableFixture.user(name, number, path: path))
            },
            find: { try UserTable($2, of: $1).find(named: $0)?.name },
            list: { prefix, after, limit, transaction in
                try UserTable(transaction, of: ours)
                    .list(pathPrefix: prefix, after: after, limit: limit).map(\.name)
            },
            count: { try UserTable($1, of: $0).count() },
            delete: { try UserTable($1, of: ours).delete(TableFixture.id(.user, $0)) },
            rename: { try UserTable($2, of: ours).update(TableFixture.user($0, $1)) }),
        Table(
            testDescription: "groups",
            insert: { name, number, path, account, transaction in
                try GroupTable(transaction, of: account).insert(
                    TableFixture.group(name, number, path: path))
            },
            find: { try GroupTable($2, of: $1).find(named: $0)?.name },
            list: { prefix, after, limit, transaction in
                try GroupTable(transaction, of: ours)
                    .list(pathPrefix: prefix, after: after, limit: limit).map(\.name)
            },
            count: { try GroupTable($1, of: $0).count() },
            delete: { try GroupTable($1, of: ours).delete(TableFixture.id(.group, $0)) },
            rename: { try GroupTable($2, of: ours).update(TableFixture.group($0, $1)) }),
        Table(
            testDescription: "roles",
            insert: { name, number, path, account, transaction in
                try RoleTable(transaction, of: account).insert(
                    TableFixture.role(name, number, path: path))
            },
            find: { try RoleTable($2, of: $1).find(named: $0)?.name },
            list: { prefix, after, limit, transaction in
                try RoleTable(transaction, of: ours)
                    .list(pathPrefix: prefix, after: after, limit: limit).map(\.name)
            },
            count: { try RoleTable($1, of: $0).count() },
            delete: { try RoleTable($1, of: ours).delete(TableFixture.id(.role, $0)) }),
        Table(
            testDescription: "instance profiles",
            insert: { name, number, path, account, transaction in
                try InstanceProfileTable(transaction, of: account).insert(
                    TableFixture.instanceProfile(name, number, path: path))
            },
            find: { try InstanceProfileTable($2, of: $1).find(named: $0)?.name },
            list: { prefix, after, limit, transaction in
                try InstanceProfileTable(transaction, of: ours)
                    .list(pathPrefix: prefix, after: after, limit: limit).map(\.name)
            },
            count: { try InstanceProfileTable($1, of: $0).count() },
            delete: {
                try InstanceProfileTable($1, of: ours).delete(TableFixture.id(.instanceProfile, $0))
            }),
        Table(
            testDescription: "managed policies",
            insert: { name, number, path, account, transaction in
                try ManagedPolicyTable(transaction, of: account).insert(
                    TableFixture.policy(name, number, path: path))
            },
            find: { try ManagedPolicyTable($2, of: $1).find(named: $0)?.name },
            list: { prefix, after, limit, transaction in
                try ManagedPolicyTable(transaction, of: ours)
                    .list(pathPrefix: prefix, after: after, limit: limit).map(\.name)
            },
            count: { try ManagedPolicyTable($1, of: $0).count() },
            delete: {
                try ManagedPolicyTable($1, of: ours).delete(TableFixture.id(.managedPolicy, $0))
            }),
    ]

    @Test("a name is found whatever its case, in its own account alone", arguments: tables)
    func finds(_ table: Table) async throws {
        try await TableFixture().write { (transaction) throws in
            #expect(try table.insert("Alice", 1, "/", Self.ours, transaction))
            for name in ["Alice", "alice", "ALICE"] {
                #expect(try table.find(name, Self.ours, transaction) == "Alice")
                #expect(try table.find(name, TableFixture.theirs, transaction) == nil)
            }
            #expect(try table.find("alic", Self.ours, transaction) == nil)
            #expect(try table.find("al%", Self.ours, transaction) == nil)
            #expect(try table.count(TableFixture.theirs, transaction) == 0)
        }
    }

    @Test(
        "a name or an ID that is taken changes nothing; another account may have both",
        arguments: tables)
    func isUnique(_ table: Table) async throws {
        try await TableFixture().write { (transaction) throws in
            #expect(try table.insert("Alice", 1, "/", Self.ours, transaction))
            #expect(try !table.insert("aLICE", 2, "/", Self.ours, transaction))
            #expect(try !table.insert("Bob", 1, "/", Self.ours, transaction))
            #expect(try table.insert("Alice", 1, "/", TableFixture.theirs, transaction))
            #expect(try table.count(Self.ours, transaction) == 1)
            #expect(try table.find("alice", Self.ours, transaction) == "Alice")
        }
    }

    @Test(
        "a page holds the next names by their bytes without case, up to its limit",
        arguments: tables)
    func pages(_ table: Table) async throws {
        try await TableFixture().write { (transaction) throws in
            let names = ["Zoe", "adam", "Bob", "bob_", "bob-2", "Carol"]
            for (number, name) in names.enumerated() {
                _ = try table.insert(name, number, "/", Self.ours, transaction)
            }
            _ = try table.insert("aaron", 9, "/", TableFixture.theirs, transaction)
            let sorted = ["adam", "Bob", "bob-2", "bob_", "Carol", "Zoe"]
            #expect(try table.list("/", "", 100, transaction) == sorted)
            #expect(try table.list("/", "", 6, transaction) == sorted)
            for size in 1...4 {
                var (found, last) = ([String](), "")
                while true {
                    let page = try table.list("/", last, size, transaction)
                    #expect(page.count <= size)
                    guard let end = page.last else { break }
                    found += page
                    last = end.lowercased()
                }
                #expect(found == sorted)
            }
            #expect(try table.list("/", "zoe", 1, transaction).isEmpty)
            #expect(try table.list("/", "", 0, transaction).isEmpty)
        }
    }

    @Test("a path prefix chooses what begins with it, by bytes and with case", arguments: tables)
    func prefixes(_ table: Table) async throws {
        try await TableFixture().write { (transaction) throws in
            let paths = ["/", "/a/", "/a/b/", "/a0/", "/A/", "/a~/", "/b/"]
            for (number, path) in paths.enumerated() {
                _ = try table.insert("n\(number)", number, path, Self.ours, transaction)
            }
            for prefix in ["/", "/a", "/a/", "/a/b", "/A", "/a~", "/%/", "/_/", "/c/"] {
                let expected = paths.indices.filter { paths[$0].hasPrefix(prefix) }
                #expect(
                    try table.list(prefix, "", 100, transaction) == expected.map { "n\($0)" },
                    "\(prefix)")
            }
        }
    }

    @Test("what is deleted is gone, and its name is free", arguments: tables)
    func deletes(_ table: Table) async throws {
        try await TableFixture().write { (transaction) throws in
            _ = try table.insert("Alice", 1, "/", Self.ours, transaction)
            _ = try table.insert("Alice", 1, "/", TableFixture.theirs, transaction)
            try table.delete(1, transaction)
            try table.delete(7, transaction)
            #expect(try table.find("alice", Self.ours, transaction) == nil)
            #expect(try table.count(TableFixture.theirs, transaction) == 1)
            #expect(try table.insert("alice", 2, "/", Self.ours, transaction))
        }
    }

    @Test(
        "a new name is free, or only its case is new", arguments: tables.filter { $0.rename != nil }
    )
    func renames(_ table: Table) async throws {
        let rename = try #require(table.rename)
        try await TableFixture().write { (transaction) throws in
            _ = try table.insert("Alice", 1, "/a/", Self.ours, transaction)
            _ = try table.insert("Bob", 2, "/", Self.ours, transaction)
            _ = try table.insert("Carol", 3, "/", TableFixture.theirs, transaction)
            #expect(try !rename("BOB", 1, transaction))
            #expect(try table.find("alice", Self.ours, transaction) == "Alice")
            #expect(try rename("ALICE", 1, transaction))
            #expect(try table.find("alice", Self.ours, transaction) == "ALICE")
            #expect(try table.list("/a/", "", 9, transaction).isEmpty)
            #expect(try rename("Carol", 1, transaction))
            #expect(try !rename("Nobody", 9, transaction))
        }
    }
}
