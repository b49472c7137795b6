import IAMIdentifiers
import Store
import TestSupport
import Testing

/// The tables around roles: instance profiles, deletions of service-linked roles, and the
/// properties of accounts.
@Suite struct RoleUseTablesTests {
    private static let role = TableFixture.id(.role, 1)

    @Test("an instance profile holds a role, which can be exchanged and is not deleted meanwhile")
    func instanceProfiles() async throws {
        let fixture = try await TableFixture()
        try await fixture.write { (transaction) throws in
            let profiles = InstanceProfileTable(transaction, of: TableFixture.ours)
            let roles = RoleTable(transaction, of: TableFixture.ours)
            #expect(try roles.insert(TableFixture.role("web")))
            for (number, name) in ["Zebra", "apple", "Mango"].enumerated() {
                _ = try profiles.insert(TableFixture.instanceProfile(name, number))
            }
            #expect(try profiles.list(holding: Self.role, limit: 9).isEmpty)
            for number in [0, 1] {
                try profiles.setRole(Self.role, of: TableFixture.id(.instanceProfile, number))
            }
            #expect(try profiles.find(named: "zebra")?.role == Self.role)
            let holding = try profiles.list(holding: Self.role, limit: 9)
            #expect(holding.map(\.name) == ["apple", "Zebra"])
            #expect(try profiles.list(holding: Self.role, limit: 1).map(\.name) == ["apple"])
            #expect(
                try profiles.list(holding: Self.role, after: "apple", limit: 9).map(\.name)
                    == ["Zebra"])
            let others = InstanceProfileTable(transaction, of: TableFixture.theirs)
            #expect(try others.list(holding: Self.role, limit: 9).isEmpty)
            try profiles.setRole(nil, of: TableFixture.id(.instanceProfile, 0))
            #expect(try profiles.find(named: "Zebra")?.role == nil)
        }
        #expect(
            try await fixture.error {
                try RoleTable($0, of: TableFixture.ours).delete(Self.role)
            } == .foreignKey)
    }

    @Test("an instance profile holds no role of another account")
    func othersRole() async throws {
        let fixture = try await TableFixture()
        #expect(
            try await fixture.error { transaction in
                _ = try RoleTable(transaction, of: TableFixture.theirs).insert(
                    TableFixture.role("web"))
                _ = try InstanceProfileTable(transaction, of: TableFixture.ours).insert(
                    TableFixture.instanceProfile("p", role: Self.role))
            } == .foreignKey)
    }

    @Test("a deletion is known in its own account until it is forgotten")
    func deletions() async throws {
        try await TableFixture().write { (transaction) throws in
            let deletions = ServiceRoleDeletionTable(transaction, of: TableFixture.ours)
            try deletions.insert(task: "task/a", at: TableFixture.start)
            try deletions.insert(task: "task/b", at: TableFixture.start + .seconds(10))
            let others = ServiceRoleDeletionTable(transaction, of: TableFixture.theirs)
            #expect(try deletions.contains(task: "task/a"))
            #expect(try !deletions.contains(task: "task/A"))
            #expect(try !others.contains(task: "task/a"))
            try others.delete(before: TableFixture.start + .seconds(99))
            try deletions.delete(before: TableFixture.start + .seconds(10))
            #expect(try !deletions.contains(task: "task/a"))
            #expect(try deletions.contains(task: "task/b"))
        }
    }

    @Test("a quota has the value it was given last, in its own account, or the usual one")
    func quotas() async throws {
        try await TableFixture().write { (transaction) throws in
            let quotas = AccountQuotaTable(transaction, of: TableFixture.ours)
            #expect(try quotas.value(of: "RolesPerAccount") == nil)
            try quotas.set("RolesPerAccount", to: 2_000)
            try quotas.set("RolesPerAccount", to: 3_000)
            try quotas.set("GroupsPerAccount", to: 400)
            #expect(try quotas.value(of: "RolesPerAccount") == 3_000)
            let others = AccountQuotaTable(transaction, of: TableFixture.theirs)
            #expect(try others.value(of: "RolesPerAccount") == nil)
            try others.delete("RolesPerAccount")
            try quotas.delete("GroupsPerAccount")
            #expect(try quotas.value(of: "RolesPerAccount") == 3_000)
            #expect(try quotas.value(of: "GroupsPerAccount") == nil)
        }
    }

    @Test("a property has the value it was given last, in its own account")
    func properties() async throws {
        try await TableFixture().write { (transaction) throws in
            let properties = AccountPropertyTable(transaction, of: TableFixture.ours)
            #expect(try properties.value(of: "A/B") == nil)
            try properties.set("A/B", to: "1")
            try properties.set("A/B", to: "2")
            try properties.set("A/C", to: "3")
            #expect(try properties.value(of: "A/B") == "2")
            #expect(try properties.value(of: "A/C") == "3")
            #expect(
                try AccountPropertyTable(transaction, of: TableFixture.theirs).value(of: "A/B")
                    == nil)
        }
    }
}
