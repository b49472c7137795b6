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
        ] + samlProvider(language)
    }

    private static let providers: [IdentityProvidersPage.Row] = [
        .init(
            name: "Corp", type: .saml, page: SAMLProviderPage(name: "Corp"),
            createdAt: now - .seconds(86_400 * 3), validUntil: now + .seconds(86_400 * 300))
    ]

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
