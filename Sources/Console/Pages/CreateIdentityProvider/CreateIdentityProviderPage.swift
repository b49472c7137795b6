import AWSWire
import IAMModel
import Operations

/// Adding an identity provider.
struct CreateIdentityProviderPage: SignedInPage {
    static let description = PageDescription(
        .createIdentityProvider, title: .addIdentityProvider, within: IdentityProvidersPage.self,
        searchWords: [.addIdentityProvider])
    static let address = PageAddress<Self>(["console", "iam", "create-identity-provider"])

    func answer(_ request: SignedInRequest) async throws -> Reply {
        guard request.form.flatMap(Form.init) == .createSAML else {
            return .page(Self.render(View(), request.page))
        }
        var view = View(
            name: request.fields.trimmed("name"), metadata: request.fields.document("metadata"))
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
}
