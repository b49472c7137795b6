import AWSWire
import Credentials
import IAMIdentifiers
import IAMModel
import Operations

/// One SAML provider: its metadata, the keys that open its assertions, its tags.
struct SAMLProviderPage: SignedInPage {
    static let description = PageDescription(
        .samlProvider, within: IdentityProvidersPage.self)
    static let address = PageAddress<Self>(
        ["console", "iam", "identity-providers", "saml", .text(\.name)], [.choice("tab", \.tab)])

    /// The parts of the page.
    enum Tab: String, Sendable { case metadata, encryption, tags }

    var name = ""
    var tab = Tab.metadata

    func answer(_ request: SignedInRequest) async throws -> Reply {
        guard let form = request.form else {
            return .page(Self.render(try await view(request), request.page))
        }
        guard let form = Form(rawValue: form) else {
            return .page(ErrorPages.malformed(request.page), status: 400)
        }
        var notice: Notice?
        var problems = FormProblems()
        let refused = try await request.problem {
            notice = try await submit(form, request, &problems)
        }
        if let notice {
            return .redirect(form == .delete ? IdentityProvidersPage() : self, notice)
        }
        var view = try await view(request)
        view.problems = problems
        if let refused { view.problems.add(explained: refused, boxes: form.boxes) }
        if form == .replace { view.draft = request.fields.document("metadata") }
        return .page(Self.render(view, request.page), status: refused?.code.status ?? 400)
    }

    private func arn(_ request: SignedInRequest) -> String {
        ARN.iam(request.principal.account, "saml-provider/\(name)").description
    }

    private func submit(
        _ form: Form, _ request: SignedInRequest, _ problems: inout FormProblems
    ) async throws -> Notice? {
        let arn = arn(request)
        switch form {
        case .replace:
            try await request.run(
                IAM.UpdateSAMLProvider.self,
                .init(
                    samlProviderArn: arn,
                    samlMetadataDocument: request.fields.document("metadata")))
            return .metadataSaved
        case .require, .allow:
            try await request.run(
                IAM.UpdateSAMLProvider.self,
                .init(
                    samlProviderArn: arn,
                    assertionEncryptionMode: form == .require ? .required : .allowed))
            return .encryptionSaved
        case .addKey:
            try await request.run(
                IAM.UpdateSAMLProvider.self,
                .init(
                    samlProviderArn: arn, addPrivateKey: Secret(request.fields.document("key"))))
            return .privateKeyAdded
        case .removeKey:
            try await request.run(
                IAM.UpdateSAMLProvider.self,
                .init(samlProviderArn: arn, removePrivateKey: request.fields["key"]))
            return .privateKeyRemoved
        case .tag:
            try await request.run(
                IAM.TagSAMLProvider.self,
                .init(
                    samlProviderArn: arn,
                    tags: [request.typedTag]))
            return .tagAdded
        case .untag:
            try await request.run(
                IAM.UntagSAMLProvider.self,
                .init(samlProviderArn: arn, tagKeys: [request.fields["key"]]))
            return .tagRemoved
        case .delete:
            guard request.fields["confirm"].isExactly(name) else {
                problems.add(request.page[.nameNotTyped])
                return nil
            }
            try await request.run(IAM.DeleteSAMLProvider.self, .init(samlProviderArn: arn))
            return .providerDeleted
        }
    }

    private func view(_ request: SignedInRequest) async throws -> View {
        let arn = arn(request)
        let found = try await request.run(
            IAM.GetSAMLProvider.self, .init(samlProviderArn: arn))
        let document = found.samlMetadataDocument ?? ""
        let metadata = try? SAMLMetadata(document)
        return View(
            name: name, arn: arn, id: found.samlProviderUUID ?? "",
            issuer: metadata?.entityID ?? "", certificates: metadata?.certificates.count ?? 0,
            createdAt: found.createDate, validUntil: found.validUntil, tab: tab,
            document: document, requiresEncryption: found.assertionEncryptionMode == .required,
            keys: (found.privateKeyList ?? []).map {
                .init(id: $0.keyId ?? "", addedAt: $0.timestamp)
            },
            tags: (found.tags ?? []).map { ($0.key, $0.value) })
    }
}
