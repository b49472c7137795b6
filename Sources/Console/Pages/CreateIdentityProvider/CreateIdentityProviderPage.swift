import AWSWire
import IAMModel
import Operations

/// Adding an identity provider, of either kind.
struct CreateIdentityProviderPage: SignedInPage {
    static let description = PageDescription(
        .createIdentityProvider, title: .addIdentityProvider, within: IdentityProvidersPage.self,
        searchWords: [.addIdentityProvider])
    static let address = PageAddress<Self>(
        ["console", "iam", "create-identity-provider"], [.choice("type", \.type)])

    enum Kind: String, Sendable { case saml, oidc }

    var type = Kind.saml

    func answer(_ request: SignedInRequest) async throws -> Reply {
        switch request.form.flatMap(Form.init) {
        case .createSAML: try await createSAML(request)
        case .createOIDC: try await createOIDC(request)
        case nil: .page(Self.render(View(type: type), request.page))
        }
    }

    private func createSAML(_ request: SignedInRequest) async throws -> Reply {
        var view = View(
            type: .saml, name: request.fields.trimmed("name"),
            metadata: request.fields.document("metadata"))
        let refused = try await request.problem {
            try await request.run(
                IAM.CreateSAMLProvider.self,
                .init(samlMetadataDocument: view.metadata, name: view.name))
        }
        guard let refused else {
            return .redirect(SAMLProviderPage(name: view.name), .providerAdded)
        }
        view.problems.add(
            explained: refused, boxes: ["Name": "name", "SAMLMetadataDocument": "metadata"])
        return .page(Self.render(view, request.page), status: refused.code.status)
    }

    private func createOIDC(_ request: SignedInRequest) async throws -> Reply {
        var view = View(
            type: .oidc, url: request.fields.trimmed("url"),
            audience: request.fields.trimmed("audience"))
        var made: String?
        let refused = try await request.problem {
            made = try await request.run(
                IAM.CreateOpenIDConnectProvider.self,
                .init(url: view.url, clientIDList: [view.audience])
            ).openIDConnectProviderArn
        }
        if let page = made.flatMap(OpenIDConnectProviderPage.init(arn:)) {
            return .redirect(page, .providerAdded)
        }
        if let refused {
            view.problems.add(
                explained: refused, boxes: ["Url": "url", "ClientIDList": "audience"])
        }
        return .page(Self.render(view, request.page), status: refused?.code.status ?? 400)
    }
}
