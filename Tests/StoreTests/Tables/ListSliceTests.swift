import IAMIdentifiers
import Store
import TestSupport
import Testing

/// Parts of lists: what is searched for, sorted, and cut by the engine.
@Suite struct ListSliceTests {
    struct Table: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var insert:
            @Sendable (_ name: String, _ number: Int, AccountID, any Transaction) throws -> Void
        /// By name.
        var list:
            @Sendable (
                _ search: String, _ isDescending: Bool, _ offset: Int, _ limit: Int,
                any Transaction
            ) throws -> [String]
        var count: @Sendable (_ search: String, any Transaction) throws -> Int
    }

    private static let ours = TableFixture.ours

    static let tables = [
        Table(
            testDescription: "users",
            insert: { _ = try UserTable($3, of: $2).insert(TableFixture.user($0, $1)) },
            list: {
                try UserTable($4, of: ours).list(
                    ListSlice(holding: $0, by: .name, descending: $1, offset: $2, limit: $3)
                ).map(\.name)
            }, count: { try UserTable($1, of: ours).count(holding: $0) }),
        Table(
            testDescription: "groups",
            insert: { _ = try GroupTable($3, of: $2).insert(TableFixture.group($0, $1)) },
            list: {
                try GroupTable($4, of: ours).list(
                    ListSlice(holding: $0, by: .name, descending: $1, offset: $2, limit: $3)
                ).map(\.name)
            }, count: { try GroupTable($1, of: ours).count(holding: $0) }),
        Table(
            testDescription: "managed policies",
            insert: { _ = try ManagedPolicyTable($3, of: $2).insert(TableFixture.policy($0, $1)) },
            list: {
                try ManagedPolicyTable($4, of: ours).list(
                    ListSlice(holding: $0, by: .name, descending: $1, offset: $2, limit: $3)
                ).map(\.name)
            }, count: { try ManagedPolicyTable($1, of: ours).count(holding: $0) }),
        Table(
            testDescription: "roles",
            insert: { _ = try RoleTable($3, of: $2).insert(TableFixture.role($0, $1)) },
            list: {
                try RoleTable($4, of: ours).list(
                    ListSlice(holding: $0, by: .name, descending: $1, offset: $2, limit: $3)
                ).map(\.name)
            }, count: { try RoleTable($1, of: ours).count(holding: $0) }),
    ]

    private func filled(
        _ table: Table, _ body: @escaping @Sendable (any Transaction) throws -> Void
    ) async throws {
        try await TableFixture().write { (transaction) throws in
            for (number, name) in ["Ops", "a-ops", "ops_1", "OPS-2", "dev", "opsX1"].enumerated() {
                try table.insert(name, number, Self.ours, transaction)
            }
            try table.insert("ops-theirs", 1, TableFixture.theirs, transaction)
            try body(transaction)
        }
    }

    @Test(
        "the name itself comes first, then what begins with the text, then what holds it",
        arguments: tables)
    func ranks(_ table: Table) async throws {
        try await filled(table) { (transaction) throws in
            for text in ["ops", "OPS"] {
                #expect(
                    try table.list(text, false, 0, 10, transaction)
                        == ["Ops", "OPS-2", "ops_1", "opsX1", "a-ops"])
                #expect(try table.count(text, transaction) == 5)
            }
            #expect(
                try table.list("ops", true, 0, 10, transaction)
                    == ["Ops", "opsX1", "ops_1", "OPS-2", "a-ops"])
        }
    }

    @Test("a part begins and ends where it is asked to", arguments: tables)
    func cuts(_ table: Table) async throws {
        try await filled(table) { (transaction) throws in
            let all = ["a-ops", "dev", "Ops", "OPS-2", "ops_1", "opsX1"]
            #expect(try table.list("", false, 0, 10, transaction) == all)
            #expect(try table.list("", true, 0, 10, transaction) == all.reversed())
            #expect(try table.list("", false, 2, 3, transaction) == Array(all[2..<5]))
            #expect(try table.list("", false, 6, 3, transaction) == [])
            #expect(try table.count("", transaction) == 6)
        }
    }

    @Test("a part of a list by name is read in the order of the names", arguments: tables)
    func isNotSorted(_ table: Table) async throws {
        let database = PlanningDatabase(try await TableFixture(on: .sqlite).database)
        try await database.read { transaction in
            for isDescending in [false, true] {
                _ = try table.list("", isDescending, 50, 50, transaction)
            }
        }
        let steps = database.steps().keys
        #expect(steps.contains { $0.contains("(account_id=?)") })
        #expect(!steps.contains { $0.contains("B-TREE") }, "\(steps)")
    }

    @Test("what LIKE takes for anything is looked for as it is", arguments: tables)
    func isLiteral(_ table: Table) async throws {
        try await filled(table) { (transaction) throws in
            #expect(try table.list("s_1", false, 0, 10, transaction) == ["ops_1"])
            for text in ["%", "!", "!_", "o%s", "'"] {
                #expect(try table.list(text, false, 0, 10, transaction) == [])
                #expect(try table.count(text, transaction) == 0)
            }
        }
    }

    @Test("policies are listed that are used for something, whoever else uses one of the name")
    func used() async throws {
        try await filled(Self.tables[2]) { (transaction) throws in
            let arn = "arn:aws:iam::\(Self.ours):policy/"
            let attachments = PolicyAttachmentTable(transaction, of: Self.ours)
            let user = TableFixture.id(.user, 1)
            for policy in [arn + "Ops", arn + "dev", "arn:aws:iam::aws:policy/a-ops"] {
                try attachments.attach(policy, to: user, at: TableFixture.start)
            }
            try PermissionsBoundaryTable(transaction, of: Self.ours).put(arn + "OPS-2", on: user)
            let policies = ManagedPolicyTable(transaction, of: Self.ours)
            let slice = ListSlice(
                holding: "ops", by: ManagedPolicyTable.Order.name, descending: false, offset: 0,
                limit: 10)
            #expect(try policies.list(slice, usedAs: .permissions).map(\.name) == ["Ops"])
            #expect(try policies.names(slice, usedAs: .permissions) == ["ops"])
            #expect(try policies.names(slice, usedAs: .boundary) == ["ops-2"])
            #expect(try policies.count(holding: "ops", usedAs: .permissions) == 1)
            #expect(try policies.count(holding: "", usedAs: .permissions) == 2)
            let all = try policies.list(
                pathPrefix: "/", after: "", limit: 9, usedAs: .permissions)
            #expect(all.map(\.name) == ["dev", "Ops"])
        }
    }
}
