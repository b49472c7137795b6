import IAMIdentifiers
import IAMModel
import Operations
import TestSupport
import Testing

@testable import Console

@Suite struct IdentityProviderPagesTests {
    private let metadata = SAMLIdentityProvider().metadata
    private let corp = "arn:aws:iam::123456789012:saml-provider/Corp"

    @Test func aProviderIsAddedChangedAndDeleted() async throws {
        let service = try await TestService()
        let browser = try await ConversationTests.root(of: service)
        #expect(
            await browser.get(IdentityProvidersPage()).text.contains(
                "There are no identity providers."))
        let made = try await browser.submit(
            "create-saml-provider", of: browser.get(CreateIdentityProviderPage()),
            [("name", "Corp"), ("metadata", metadata)])
        #expect(made.address == "/console/iam/identity-providers/saml/Corp?tab=metadata")
        #expect(made.text.contains("https://idp.example.com/saml"))
        #expect(await browser.get(IdentityProvidersPage()).text.contains(">Corp</a>"))

        let other = metadata.replacing("https://idp.example.com/saml", with: "https://new.example")
        let replaced = try await browser.submit(
            "replace-metadata", of: made, [("metadata", other)])
        #expect(replaced.text.contains("https://new.example"))

        let keys = await browser.get(SAMLProviderPage(name: "Corp", tab: .encryption))
        let added = try await browser.submit(
            "add-private-key", of: keys, [("key", SAMLIdentityProvider.privateKey.reveal())])
        #expect(!added.text.contains("BEGIN PRIVATE KEY"))
        let required = try await browser.submit("require-encryption", of: added, [])
        #expect(required.text.contains("/saml/acs/SAMLSP"))
        let kept = try await browser.submit("remove-private-key", of: required, [])
        #expect(kept.text.contains("no private key is provided"))
        let allowed = try await browser.submit(
            "allow-plain-assertions",
            of: browser.get(SAMLProviderPage(name: "Corp", tab: .encryption)), [])
        let removed = try await browser.submit("remove-private-key", of: allowed, [])
        #expect(removed.text.contains("There are no private keys."))

        let tags = await browser.get(SAMLProviderPage(name: "Corp", tab: .tags))
        let tagged = try await browser.submit(
            "tag", of: tags, [("key", "team"), ("value", "core")])
        #expect(tagged.text.contains("core"))
        let untagged = try await browser.submit("untag", of: tagged, [])
        #expect(!untagged.text.contains("core"))

        let refused = try await browser.submit(
            "delete-provider", of: made, [("confirm", "corp")])
        #expect(refused.status == 400)
        let deleted = try await browser.submit(
            "delete-provider", of: made, [("confirm", "Corp")])
        #expect(deleted.address == "/console/iam/identity-providers")
        #expect(
            try await service.run(IAM.ListSAMLProviders.self, .init()).samlProviderList?.isEmpty
                == true)
    }

    @Test func anOpenIDConnectProviderIsAddedChangedAndDeleted() async throws {
        let service = try await TestService()
        let browser = try await ConversationTests.root(of: service)
        let made = try await browser.submit(
            "create-oidc-provider", of: browser.get(CreateIdentityProviderPage(type: .oidc)),
            [("url", "https://id.example.com/a/b"), ("audience", "one")])
        #expect(
            made.address == "/console/iam/identity-providers/oidc/id.example.com/a/b?tab=audiences")
        #expect(await browser.get(IdentityProvidersPage()).text.contains("id.example.com/a/b</a>"))
        let added = try await browser.submit("add-audience", of: made, [("audience", "two")])
        #expect(added.text.contains(">two</th>"))
        let removed = try await browser.submit("remove-audience", of: added, [])
        #expect(!removed.text.contains(">one</th>"))
        let place = OpenIDConnectProviderPage(name: "id.example.com/a/b", tab: .thumbprints)
        let print = String(repeating: "a1", count: 20)
        let saved = try await browser.submit(
            "set-thumbprints", of: browser.get(place), [("thumbprints", print + "\n")])
        #expect(saved.text.contains(print))
        let deleted = try await browser.submit(
            "delete-provider", of: saved, [("confirm", "id.example.com/a/b")])
        #expect(deleted.address == "/console/iam/identity-providers")
        let refused = try await browser.submit(
            "create-oidc-provider", of: browser.get(CreateIdentityProviderPage(type: .oidc)),
            [("url", "ftp://id.example.com"), ("audience", "one")])
        #expect(refused.status == 400 && refused.text.contains("ftp://id.example.com"))
    }

    @Test func whatCannotBeReadIsToldAtItsBoxAndKept() async throws {
        let service = try await TestService()
        let browser = try await ConversationTests.root(of: service)
        let text = String(repeating: "<no metadata> ", count: 100)
        let refused = try await browser.submit(
            "create-saml-provider", of: browser.get(CreateIdentityProviderPage()),
            [("name", "Corp"), ("metadata", text)])
        #expect(refused.status == 400)
        #expect(refused.text.contains("Could not parse metadata"))
        #expect(refused.text.contains("not well-formed XML"))
        #expect(refused.text.contains("&lt;no metadata&gt;"))
    }
}
