import IAMIdentifiers
import IAMModel
import Operations

/// One managed policy: its document, who has it, its versions.
struct PolicyPage: SignedInPage {
    static let description = PageDescription(
        .policy, within: PoliciesPage.self, keepsLongForms: true)
    static let address = PageAddress<Self>(
        ["console", "iam", "policies", .rest(\.place, atLeast: 2)],
        [.choice("tab", \.tab), .text("from", \.from), .text("to", \.to)])

    /// The parts of the page.
    enum Tab: String, Sendable { case permissions, entities, versions, accesses }

    /// AWS's own policy or a customer's.
    var arn = ARN(service: "iam", account: "", resource: "policy/")
    var tab = Tab.permissions
    /// The versions that are compared, as `v1`; empty for none.
    var from = ""
    var to = ""

    /// The policy as its address names it: account, path and name.
    private var place: [String] {
        get { [arn.account] + arn.resource.parts(at: "/").dropFirst() }
        set {
            let resource = "policy/" + newValue.dropFirst().joined(separator: "/")
            arn = ARN(service: "iam", account: newValue.first ?? "", resource: resource)
        }
    }

    func answer(_ request: SignedInRequest) async throws -> Reply {
        guard let form = request.form else {
            return .page(Self.render(try await view(request), request.page))
        }
        guard let form = Form(rawValue: form) else {
            return .page(ErrorPages.malformed(request.page), status: 400)
        }
        if form == .edit { return try await edit(request) }
        var notice: Notice?
        var problems = FormProblems()
        let refused = try await request.problem {
            notice = try await submit(form, request, &problems)
        }
        if let notice {
            // What was compared may be gone.
            let here = PolicyPage(arn: arn, tab: tab)
            return .redirect(form == .delete ? PoliciesPage() : here, notice)
        }
        var view = try await view(request)
        view.problems = problems
        if let refused { view.problems.add(refused, boxes: [:]) }
        return .page(Self.render(view, request.page), status: 400)
    }

    /// Takes a step of the editor, checks what is written, or saves it as the default version. The
    /// policy is not read for a page that shows the editor alone.
    private func edit(_ request: SignedInRequest) async throws -> Reply {
        let (sent, isToBeSaved) = try await request.policyDraft()
        var draft = sent
        var refused: (problems: FormProblems, status: Int)?
        if isToBeSaved {
            refused = try await request.save(
                &draft, boxes: ["PolicyDocument": "document"],
                over: { try await current(request) }
            ) { document, _ in
                try await request.run(
                    IAM.CreatePolicyVersion.self,
                    .init(
                        policyArn: arn.description, policyDocument: document, setAsDefault: true))
            }
            if refused == nil { return .redirect(PolicyPage(arn: arn), .versionSaved) }
        }
        let name = arn.resource.parts(at: "/", keepingEmpty: false).last ?? ""
        let view = View(
            name: name, arn: arn, description: "", tab: .permissions, content: .draft(draft),
            problems: refused?.problems ?? .none)
        return try await request.drawn(status: refused?.status ?? draft.status) {
            [page = request.page] in Self.render(view, page)
        }
    }

    /// The default version.
    private func current(
        _ request: SignedInRequest
    ) async throws -> (document: String, version: String)? {
        let found = try await request.run(IAM.GetPolicy.self, .init(policyArn: arn.description))
        let version = found.policy?.defaultVersionId ?? ""
        return (try await document(version, request), version)
    }

    private func submit(
        _ form: Form, _ request: SignedInRequest, _ problems: inout FormProblems
    ) async throws -> Notice? {
        let policy = arn.description
        let version = request.fields["version"]
        switch form {
        case .edit: return nil
        case .setDefault:
            try await request.run(
                IAM.SetDefaultPolicyVersion.self, .init(policyArn: policy, versionId: version))
            return .defaultChanged
        case .deleteVersion:
            try await request.run(
                IAM.DeletePolicyVersion.self, .init(policyArn: policy, versionId: version))
            return .versionDeleted
        case .detach, .removeBoundary:
            let notice =
                form == .detach
                ? try await PolicyEntities.detach(policy, request)
                : try await PolicyEntities.removeBoundary(request)
            if notice == nil { problems.add(request.page[.malformedTitle]) }
            return notice
        case .delete:
            let name = arn.resource.parts(at: "/", keepingEmpty: false).last
            guard request.fields["confirm"] == name else {
                problems.add(request.page[.nameNotTyped])
                return nil
            }
            for old in try await versions(request) where !old.isDefault {
                try await request.run(
                    IAM.DeletePolicyVersion.self, .init(policyArn: policy, versionId: old.id))
            }
            try await request.run(IAM.DeletePolicy.self, .init(policyArn: policy))
            return .policyDeleted
        }
    }

    private func view(_ request: SignedInRequest) async throws -> View {
        let found = try await request.run(
            IAM.GetPolicy.self, .init(policyArn: arn.description)
        ).policy
        guard let found, let name = found.policyName else {
            throw IAM.Errors.noSuchEntity(request.page[.notFoundText])
        }
        return View(
            name: name, arn: arn, description: found.description ?? "",
            createdAt: found.createDate, updatedAt: found.updateDate, tab: tab,
            content: try await content(found.defaultVersionId, request))
    }

    private func content(
        _ version: String?, _ request: SignedInRequest
    ) async throws -> Content {
        let policy = arn.description
        switch tab {
        case .permissions:
            return .permissions(
                version: version ?? "", document: try await document(version ?? "", request),
                summary: try await summary(request))
        case .entities:
            return .entities(try await PolicyEntities.load(of: policy, request))
        case .versions:
            var versions = PolicyVersions(versions: try await versions(request))
            if !from.isEmpty, !to.isEmpty {
                versions.comparison = .init(
                    from: (from, try await document(from, request)),
                    to: (to, try await document(to, request)))
            }
            return .versions(versions)
        case .accesses: return .accesses(try await LastAccessSection.load(policy, request))
        }
    }

    private func document(_ version: String, _ request: SignedInRequest) async throws -> String {
        let found = try await request.run(
            IAM.GetPolicyVersion.self, .init(policyArn: arn.description, versionId: version))
        return PolicyList.decoded(found.policyVersion?.document ?? "")
    }

    /// What the policy says in words, line by line; empty when it may not be told.
    private func summary(_ request: SignedInRequest) async throws -> [String] {
        try await request.permitted {
            let found = try await request.run(
                IAM.GetHumanReadableSummary.self,
                .init(entityArn: arn.description, locale: request.page.language.rawValue))
            return found.summaryContent?.parts(at: "\n") ?? []
        }
    }

    private func versions(_ request: SignedInRequest) async throws -> [PolicyVersions.Version] {
        try await request.all(
            IAM.ListPolicyVersions.self, .init(policyArn: arn.description)
        ) { output in
            output.versions?.map {
                PolicyVersions.Version(
                    id: $0.versionId ?? "", isDefault: $0.isDefaultVersion ?? false,
                    createdAt: $0.createDate)
            }
        }
    }
}
