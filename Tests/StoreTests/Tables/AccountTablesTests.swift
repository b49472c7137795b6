import IAMIdentifiers
import Store
import TestSupport
import Testing

/// The tables of accounts and of what there is once in an account or in the whole store.
@Suite struct AccountTablesTests {
    private static let (ours, theirs) = (TableFixture.ours, TableFixture.theirs)
    private static let start = TableFixture.start

    @Test("an account comes back as it was stored, and is found by e-mail whatever its case")
    func accounts() async throws {
        try await TableFixture().write { transaction in
            let table = AccountTable(transaction)
            let third = try #require(AccountID("012345678901"))
            let account = TableFixture.account(third, email: "Root@Third.example")
            #expect(try table.insert(account))
            #expect(try table.find(third) == account)
            #expect(try table.find(email: "ROOT@third.EXAMPLE") == account)
            #expect(try table.all().map(\.id) == [third, Self.ours, Self.theirs])
            #expect(try table.all().count == 3)
            #expect(try !table.insert(TableFixture.account(third, email: "new@example.com")))
            let fourth = try #require(AccountID("444444444444"))
            #expect(
                try !table.insert(TableFixture.account(fourth, email: "root@THIRD.example")))
            #expect(try table.all().count == 3)
        }
    }

    @Test("an account's name, address, password and status change, each by itself")
    func accountChanges() async throws {
        try await TableFixture().write { transaction in
            let table = AccountTable(transaction)
            let before = try #require(try table.find(Self.ours))
            #expect(try !table.setEmail("ROOT@\(Self.theirs).example", of: Self.ours))
            #expect(try table.find(Self.ours) == before)
            try table.setName("New", of: Self.ours)
            #expect(try table.setEmail("New@example.com", of: Self.ours))
            #expect(try table.setEmail("new@example.com", of: Self.ours))
            let later = Self.start + .seconds(5)
            try table.setPassword(hash: "other", of: Self.ours, at: later)
            try table.setPasswordLastUsed(of: Self.ours, at: later)
            try table.setStatus(.closed, of: Self.ours, at: later)
            let closed = try #require(try table.find(email: "new@example.com"))
            #expect(closed.passwordHash == "other" && closed.passwordChangedAt == later)
            #expect(closed.passwordLastUsedAt == later)
            #expect(closed.status == .closed && closed.closedAt == later)
            try table.setStatus(.active, of: Self.ours, at: later)
            let active = try #require(try table.find(Self.ours))
            #expect(active.status == .active && active.closedAt == nil)
            #expect(try table.find(Self.theirs) == TableFixture.account(Self.theirs))
        }
    }

    @Test("an account has one alias, and an alias one account")
    func aliases() async throws {
        try await TableFixture().write { transaction in
            let table = AccountAliasTable(transaction)
            #expect(try table.insert("example", of: Self.ours, at: Self.start))
            #expect(try !table.insert("example", of: Self.theirs, at: Self.start))
            #expect(try !table.insert("second", of: Self.ours, at: Self.start))
            #expect(try table.alias(of: Self.ours) == "example")
            #expect(try table.account(named: "example") == Self.ours)
            #expect(try table.alias(of: Self.theirs) == nil)
            try table.delete(of: Self.ours)
            #expect(try table.insert("example", of: Self.theirs, at: Self.start))
        }
    }

    @Test("a password policy is set whole and deleted")
    func passwordPolicies() async throws {
        try await TableFixture().write { transaction in
            let table = AccountPasswordPolicyTable(transaction)
            let full = AccountPasswordPolicy(
                minimumLength: 12, requiresSymbols: true, requiresNumbers: false,
                requiresUppercase: true, requiresLowercase: false, allowsChange: true,
                maximumAgeDays: 90, reusePrevention: 5, isExpiryHard: true)
            let plain = AccountPasswordPolicy(
                minimumLength: 6, requiresSymbols: false, requiresNumbers: true,
                requiresUppercase: false, requiresLowercase: true, allowsChange: false)
            for policy in [full, plain] {
                try table.set(policy, of: Self.ours)
                #expect(try table.find(Self.ours) == policy)
            }
            #expect(try table.find(Self.theirs) == nil)
            #expect(try table.delete(Self.ours))
            #expect(try !table.delete(Self.ours))
        }
    }

    @Test("audit records come the latest first, those of one account, as many as are asked for")
    func auditEvents() async throws {
        try await TableFixture().write { transaction in
            let table = AuditEventTable(transaction)
            for (id, seconds) in [("b", 1), ("a", 1), ("c", 0), ("d", 2)] {
                try table.append(TableFixture.event(id, at: seconds), nil)
            }
            #expect(try table.latest(of: Self.ours, limit: 9).map(\.id) == ["d", "a", "b", "c"])
            #expect(try table.latest(of: Self.ours, limit: 2).map(\.id) == ["d", "a"])
            #expect(
                try table.latest(of: Self.ours, limit: 1) == [TableFixture.event("d", at: 2)])
            #expect(try table.latest(of: Self.theirs, limit: 9).isEmpty)
        }
    }

    @Test("data keys come the newest first")
    func dataKeys() async throws {
        try await TableFixture().write { transaction in
            let table = DataKeyTable(transaction)
            for (id, seconds) in [("old", 0), ("b", 5), ("a", 5)] {
                try table.insert(
                    .init(id: id, sealed: [0, 255], createdAt: Self.start + .seconds(seconds)))
            }
            #expect(try table.all().map(\.id) == ["a", "b", "old"])
            #expect(try table.all().last?.sealed == [0, 255])
        }
    }

    @Test("as many setup links are valid as are kept, the latest")
    func setupLinks() async throws {
        try await TableFixture().write { transaction in
            let table = SetupLinkTable(transaction)
            try table.add("first", keeping: 0, at: Self.start)
            try table.add("second", keeping: 0, at: Self.start)
            #expect(try !table.contains("first"))
            try table.add("third", keeping: 1, at: Self.start + .seconds(1))
            #expect(try table.contains("second") && table.contains("third"))
            try table.add("fourth", keeping: 1, at: Self.start + .seconds(2))
            #expect(try !table.contains("second") && table.contains("third"))
            try table.deleteAll()
            #expect(try !table.contains("third") && !table.contains("fourth"))
        }
    }

    @Test("a change log keeps the last change of each account, and no other")
    func changeLog() async throws {
        let fixture = try await TableFixture()
        for _ in 1...3 {
            try await fixture.write { transaction in
                try transaction.recordChange(of: Self.ours, at: Self.start, what: "Test")
            }
        }
        #expect(try await StoreContents(of: fixture.database).rows["change_log"]?.count == 1)
        #expect(try await fixture.database.read { try $0.changeMark(of: Self.ours) }.sequence == 3)
    }
}
