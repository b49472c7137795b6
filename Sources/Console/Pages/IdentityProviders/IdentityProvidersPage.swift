import IAMIdentifiers
import IAMModel
import Operations

/// The list of identity providers.
struct IdentityProvidersPage: SignedInPage {
    static let description = PageDescription(
        .identityProviders, title: .identityProviders, within: DashboardPage.self,
        navigationLabel: .identityProviders, searchWords: [.identityProviders, .federation])
    static let address = PageAddress<Self>(["console", "iam", "identity-providers"])

    func answer(_ request: SignedInRequest) async throws -> Reply {
        let saml = try await request.run(IAM.ListSAMLProviders.self, .init()).samlProviderList ?? []
        let rows = saml.compactMap { provider -> Row? in
            guard let arn = provider.arn.flatMap({ ARN($0) }),
                let name = arn.resource.parts(at: "/").last
            else { return nil }
            return Row(
                name: name, type: .saml, page: SAMLProviderPage(name: name),
                createdAt: provider.createDate, validUntil: provider.validUntil)
        }
        let oidc =
            try await request.run(IAM.ListOpenIDConnectProviders.self, .init())
            .openIDConnectProviderList ?? []
        let others = oidc.compactMap { provider -> Row? in
            guard let page = provider.arn.flatMap(OpenIDConnectProviderPage.init(arn:)) else {
                return nil
            }
            return Row(name: page.name, type: .openIDConnect, page: page)
        }
        return .page(Self.render(rows + others, request.page))
    }
}
