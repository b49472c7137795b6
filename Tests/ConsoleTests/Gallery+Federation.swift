import IAMIdentifiers
import Operations

@testable import Console

extension Gallery {
    /// Identity providers.
    static func federation(_ language: Language) -> [(name: String, html: HTML)] {
        let list = page(IdentityProvidersPage(), language)
        let create = page(CreateIdentityProviderPage(), language)
        return [
            ("IdentityProviders", IdentityProvidersPage.render(providers, list)),
            ("IdentityProvidersEmpty", IdentityProvidersPage.render([], list)),
            ("CreateIdentityProvider", CreateIdentityProviderPage.render(.init(), create)),
            (
                "CreateIdentityProviderRefused",
                CreateIdentityProviderPage.render(
                    .init(
                        name: "Corp", metadata: "<no metadata>",
                        problems: .one("Could not parse metadata", at: "metadata")), create)
            ),
            (
                "CreateIdentityProviderOIDC",
                CreateIdentityProviderPage.render(
                    .init(type: .oidc),
                    page(CreateIdentityProviderPage(type: .oidc), language))
            ),
        ] + samlProvider(language) + openIDConnectProvider(language)
    }

    private static let providers: [IdentityProvidersPage.Row] = [
        .init(
            name: "Corp", type: .saml, page: SAMLProviderPage(name: "Corp"),
            createdAt: now - .seconds(86_400 * 3), validUntil: now + .seconds(86_400 * 300)),
        .init(
            name: "id.example.com/a", type: .openIDConnect,
            page: OpenIDConnectProviderPage(name: "id.example.com/a")),
    ]

    private static func openIDConnectProvider(
        _ language: Language
    ) -> [(name: String, html: HTML)] {
        let tabs: [(String, OpenIDConnectProviderPage.Tab)] = [
            ("OIDCProvider", .audiences), ("OIDCProviderThumbprints", .thumbprints),
            ("OIDCProviderTags", .tags),
        ]
        return tabs.map { name, tab in
            let at = OpenIDConnectProviderPage(name: "id.example.com/a", tab: tab)
            return (
                name,
                OpenIDConnectProviderPage.render(
                    .init(
                        name: at.name, arn: arn("oidc-provider/id.example.com/a").description,
                        createdAt: now, tab: tab, audiences: ["sts.amazonaws.com", "<b>"],
                        thumbprints: [String(repeating: "a1", count: 20)], tags: []),
                    page(at, language))
            )
        }
    }

    private static func samlProvider(_ language: Language) -> [(name: String, html: HTML)] {
        func view(_ tab: SAMLProviderPage.Tab) -> SAMLProviderPage.View {
            .init(
                name: "Corp", arn: arn("saml-provider/Corp").description,
                id: "SAMLSPEXAMPLEEXAMPLE23", issuer: "https://idp.example.com/saml",
                certificates: 2, createdAt: now - .seconds(86_400 * 3),
                validUntil: now + .seconds(86_400 * 300), tab: tab,
                document: "EntityDescriptor",
                requiresEncryption: false, keys: [], tags: [("team", "<core>")])
        }
        let names: [(String, SAMLProviderPage.Tab)] = [
            ("SAMLProvider", .metadata), ("SAMLProviderTags", .tags),
        ]
        var encrypted = view(.encryption)
        encrypted.requiresEncryption = true
        encrypted.keys = [.init(id: "ABCDEFGHIJKLMNOPQRSTUVWXYZ", addedAt: now)]
        let context = page(SAMLProviderPage(name: "Corp", tab: .encryption), language)
        return names.map { name, tab in
            (
                name,
                SAMLProviderPage.render(
                    view(tab), page(SAMLProviderPage(name: "Corp", tab: tab), language))
            )
        } + [
            ("SAMLProviderEncryption", SAMLProviderPage.render(encrypted, context)),
            (
                "SAMLProviderWithoutKey",
                SAMLProviderPage.render(view(.encryption), context)
            ),
        ]
    }
}
