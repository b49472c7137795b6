import IAMIdentifiers
import Store
import Testing

@Suite struct SAMLProviderTableTests {
    private static let ours = TableFixture.ours
    private static let theirs = TableFixture.theirs

    private static func provider(
        _ name: String, _ number: Int = 1, in account: AccountID = ours
    ) -> SAMLProvider {
        SAMLProvider(
            account: account, id: TableFixture.id(.samlProvider, number), name: name,
            metadata: "<metadata of=\"\(name)\"/>", createdAt: TableFixture.start,
            validUntil: TableFixture.start + .seconds(1))
    }

    private static func key(_ id: String, at seconds: Int = 0) -> SAMLProvider.PrivateKey {
        .init(id: id, sealed: [1, 2], addedAt: TableFixture.start + .seconds(seconds))
    }

    @Test func aProviderIsFoundByItsExactNameInItsOwnAccount() async throws {
        try await TableFixture().write { (transaction) throws in
            let table = SAMLProviderTable(transaction, of: Self.ours)
            #expect(try table.insert(Self.provider("Corp")))
            #expect(try !table.insert(Self.provider("Corp", 2)))
            #expect(try table.insert(Self.provider("corp", 2)))
            #expect(try table.find(named: "Corp") == Self.provider("Corp"))
            #expect(try table.find(named: "CORP") == nil)
            #expect(try SAMLProviderTable(transaction, of: Self.theirs).find(named: "Corp") == nil)
            #expect(try table.list().map(\.name) == ["Corp", "corp"])
            #expect(try table.count() == 2)
            #expect(try table.contains(TableFixture.id(.samlProvider, 2)))
            #expect(try !table.contains(TableFixture.id(.samlProvider, 3)))
        }
    }

    @Test func whatChangesOfAProviderIsKept() async throws {
        try await TableFixture().write { (transaction) throws in
            let table = SAMLProviderTable(transaction, of: Self.ours)
            var provider = Self.provider("Corp")
            _ = try table.insert(provider)
            provider.metadata = "<other/>"
            provider.requiresEncryption = true
            provider.validUntil = TableFixture.start + .seconds(9)
            try table.update(provider)
            #expect(try table.find(named: "Corp") == provider)
        }
    }

    @Test func privateKeysAreThoseOfOneProviderAndEndWithIt() async throws {
        try await TableFixture().write { (transaction) throws in
            let table = SAMLProviderTable(transaction, of: Self.ours)
            let (one, other) = (Self.provider("Corp"), Self.provider("Other", 2))
            _ = try table.insert(one)
            _ = try table.insert(other)
            try table.insert(Self.key("B", at: 1), of: one.id)
            try table.insert(Self.key("A", at: 2), of: one.id)
            try table.insert(Self.key("C"), of: other.id)
            #expect(try table.privateKeys(of: one.id).map(\.id) == ["B", "A"])
            #expect(try table.privateKeys(of: one.id).first == Self.key("B", at: 1))
            #expect(try !table.deletePrivateKey("C", of: one.id))
            #expect(try table.deletePrivateKey("B", of: one.id))
            try table.delete(one.id)
            #expect(try table.privateKeys(of: one.id).isEmpty)
            #expect(try table.privateKeys(of: other.id).map(\.id) == ["C"])
            #expect(try table.find(named: "Corp") == nil)
        }
    }

    @Test func anAssertionIsTakenOnceForItsProviderUntilItEnds() async throws {
        try await TableFixture().write { (transaction) throws in
            let table = SAMLProviderTable(transaction, of: Self.ours)
            let (one, other) = (Self.provider("Corp").id, Self.provider("Other", 2).id)
            let (now, end) = (TableFixture.start, TableFixture.start + .seconds(10))
            #expect(try table.take("x", of: one, until: end, at: now))
            #expect(try !table.take("x", of: one, until: end, at: now + .seconds(9)))
            #expect(try table.take("X", of: one, until: end, at: now))
            #expect(try table.take("x", of: other, until: end, at: now))
            #expect(
                try SAMLProviderTable(transaction, of: Self.theirs)
                    .take("x", of: one, until: end, at: now))
            // It has ended, and nobody would take it: so it is forgotten.
            #expect(try table.take("y", of: one, until: end + .seconds(9), at: end))
            let count = try transaction.rows(
                "SELECT count(*) AS n FROM used_assertion WHERE account_id = \(Self.ours)")
            #expect(try count[0].integer("n") == 1)
            try table.delete(one)
            #expect(try table.take("y", of: one, until: end, at: now))
        }
    }
}
