import IAMIdentifiers
import Store
import TestSupport
import Testing

@Suite struct OpenIDConnectProviderTableTests {
    private static let (ours, theirs) = (TableFixture.ours, TableFixture.theirs)

    private static func provider(
        _ number: Int, _ url: String, of account: AccountID = ours
    ) -> OpenIDConnectProvider {
        OpenIDConnectProvider(
            account: account, id: TableFixture.id(.openIDConnectProvider, number), url: url,
            clientIDs: ["z", "a"], thumbprints: ["2", "1", "2"], createdAt: TableFixture.start,
            contextProvider: "{}")
    }

    @Test("a provider is read back as it was written, by its URL and its ID, in its account alone")
    func roundTrip() async throws {
        try await TableFixture().write { transaction in
            let table = OpenIDConnectProviderTable(transaction, of: Self.ours)
            var provider = Self.provider(1, "https://id.example.com/A")
            #expect(try table.insert(provider))
            #expect(try table.find(url: provider.url) == provider)
            #expect(try table.find(provider.id) == provider)
            #expect(try table.contains(provider.id))
            #expect(try table.find(url: "https://id.example.com/a") == nil)
            let others = OpenIDConnectProviderTable(transaction, of: Self.theirs)
            #expect(try others.find(url: provider.url) == nil)
            #expect(try others.find(provider.id) == nil)
            #expect(try !others.contains(provider.id))
            provider.clientIDs = ["b", "z"]
            provider.thumbprints = []
            provider.contextProvider = nil
            try table.update(provider)
            #expect(try table.find(provider.id) == provider)
        }
    }

    @Test("a URL is there once in an account, and what is deleted leaves nothing")
    func uniqueness() async throws {
        try await TableFixture().write { transaction in
            let table = OpenIDConnectProviderTable(transaction, of: Self.ours)
            let others = OpenIDConnectProviderTable(transaction, of: Self.theirs)
            let (b, a) = (Self.provider(1, "https://b"), Self.provider(2, "https://a"))
            #expect(try table.insert(b))
            #expect(try table.insert(a))
            #expect(try !table.insert(Self.provider(3, "https://b")))
            #expect(try others.insert(Self.provider(1, "https://b", of: Self.theirs)))
            #expect(try table.list().map(\.url) == ["https://a", "https://b"])
            #expect(try table.count() == 2)
            try table.delete(b.id)
            #expect(try table.find(b.id) == nil)
            #expect(try others.count() == 1)
            for name in ["oidc_client_id", "oidc_thumbprint"] {
                #expect(try AccountErasure(transaction).countRows(of: Self.ours, in: name) > 0)
            }
            try table.delete(a.id)
            for name in ["oidc_client_id", "oidc_thumbprint"] {
                #expect(try AccountErasure(transaction).countRows(of: Self.ours, in: name) == 0)
            }
        }
    }
}
