import IAMIdentifiers
import Store
import TestSupport
import Testing

@Suite struct WebIdentityTablesTests {
    private static let (ours, theirs) = (TableFixture.ours, TableFixture.theirs)

    @Test("an account's issuer is found by its account and by its ID, and keeps the ID")
    func issuers() async throws {
        try await TableFixture().write { transaction in
            let table = WebIdentityIssuerTable(transaction)
            var issuer = WebIdentityIssuerTable.Entry(
                account: Self.ours, id: "a", isEnabled: true)
            try table.put(issuer)
            try table.put(.init(account: Self.theirs, id: "b", isEnabled: false))
            #expect(try table.find(of: Self.ours) == issuer)
            #expect(try table.find("a") == issuer)
            #expect(try table.find("c") == nil)
            #expect(try table.enabled() == [issuer])
            issuer.isEnabled = false
            try table.put(issuer)
            #expect(try table.find("a") == issuer)
            #expect(try table.enabled() == [])
        }
    }

    @Test("keys are listed the newest first, in their own account alone")
    func keys() async throws {
        try await TableFixture().write { transaction in
            let table = WebIdentityKeyTable(transaction, of: Self.ours)
            let keys = (0..<3).map { number in
                WebIdentityKey(
                    account: Self.ours, id: "k\(number)", algorithm: "RS256", sealedKey: [1, 2],
                    publicKey: "{}", createdAt: TableFixture.start + .seconds(number))
            }
            for key in keys { try table.insert(key) }
            #expect(try table.list() == keys.reversed())
            #expect(try WebIdentityKeyTable(transaction, of: Self.theirs).list() == [])
            try table.delete("k1")
            #expect(try table.list().map(\.id) == ["k2", "k0"])
        }
    }

    @Test("the version of tokens that an account prefers is kept")
    func preferences() async throws {
        try await TableFixture().write { transaction in
            let table = STSPreferenceTable(transaction)
            #expect(try table.tokenVersion(of: Self.ours) == nil)
            try table.set(tokenVersion: 2, of: Self.ours)
            try table.set(tokenVersion: 1, of: Self.theirs)
            #expect(try table.tokenVersion(of: Self.ours) == 2)
            try table.set(tokenVersion: 1, of: Self.ours)
            #expect(try table.tokenVersion(of: Self.ours) == 1)
        }
    }
}
