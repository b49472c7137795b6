import AWSWire
import IAMIdentifiers
import IAMModel
import Operations

/// One OpenID Connect provider: its audiences, its certificates' thumbprints, its tags.
struct OpenIDConnectProviderPage: SignedInPage {
    static let description = PageDescription(
        .openIDConnectProvider, within: IdentityProvidersPage.self)
    static let address = PageAddress<Self>(
        ["console", "iam", "identity-providers", "oidc", .rest(\.place, atLeast: 1)],
        [.choice("tab", \.tab)])

    /// The parts of the page.
    enum Tab: String, Sendable { case audiences, thumbprints, tags }

    /// The issuer without `https://`, as the ARN has it.
    var name = ""
    var tab = Tab.audiences

    init() {}

    init(name: String, tab: Tab = .audiences) {
        self.name = name
        self.tab = tab
    }

    /// The page of the provider of this ARN; nil for another ARN.
    init?(arn: String) {
        guard let arn = ARN(arn), arn.resource.begins(with: Self.prefix) else { return nil }
        name = String(decoding: arn.resource.utf8.dropFirst(Self.prefix.utf8.count), as: UTF8.self)
    }

    private static let prefix = "oidc-provider/"

    private var place: [String] {
        get { name.parts(at: "/") }
        set { name = newValue.joined(separator: "/") }
    }

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
        return .page(Self.render(view, request.page), status: refused?.code.status ?? 400)
    }

    private func arn(_ request: SignedInRequest) -> String {
        ARN.iam(request.principal.account, Self.prefix + name).description
    }

    private func submit(
        _ form: Form, _ request: SignedInRequest, _ problems: inout FormProblems
    ) async throws -> Notice? {
        let arn = arn(request)
        switch form {
        case .addAudience:
            try await request.run(
                IAM.AddClientIDToOpenIDConnectProvider.self,
                .init(
                    openIDConnectProviderArn: arn, clientID: request.fields.trimmed("audience")))
            return .audienceAdded
        case .removeAudience:
            try await request.run(
                IAM.RemoveClientIDFromOpenIDConnectProvider.self,
                .init(openIDConnectProviderArn: arn, clientID: request.fields["audience"]))
            return .audienceRemoved
        case .setThumbprints:
            try await request.run(
                IAM.UpdateOpenIDConnectProviderThumbprint.self,
                .init(
                    openIDConnectProviderArn: arn,
                    thumbprintList: request.fields.document("thumbprints")
                        .split(whereSeparator: \.isWhitespace).map { String($0) }))
            return .thumbprintsSaved
        case .tag:
            try await request.run(
                IAM.TagOpenIDConnectProvider.self,
                .init(
                    openIDConnectProviderArn: arn,
                    tags: [request.typedTag]))
            return .tagAdded
        case .untag:
            try await request.run(
                IAM.UntagOpenIDConnectProvider.self,
                .init(openIDConnectProviderArn: arn, tagKeys: [request.fields["key"]]))
            return .tagRemoved
        case .delete:
            guard request.fields["confirm"].isExactly(name) else {
                problems.add(request.page[.nameNotTyped])
                return nil
            }
            try await request.run(
                IAM.DeleteOpenIDConnectProvider.self, .init(openIDConnectProviderArn: arn))
            return .providerDeleted
        }
    }

    private func view(_ request: SignedInRequest) async throws -> View {
        let arn = arn(request)
        let found = try await request.run(
            IAM.GetOpenIDConnectProvider.self, .init(openIDConnectProviderArn: arn))
        return View(
            name: name, arn: arn, createdAt: found.createDate, tab: tab,
            audiences: found.clientIDList ?? [], thumbprints: found.thumbprintList ?? [],
            tags: (found.tags ?? []).map { ($0.key, $0.value) })
    }
}
