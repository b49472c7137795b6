import IAMIdentifiers
import IAMModel
import Operations

/// Writing a policy into one user, group or role, or changing one that is there.
struct InlinePolicyPage: SignedInPage {
    static let description = PageDescription(
        .inlinePolicy, within: DashboardPage.self, keepsLongForms: true)
    static let address = PageAddress<Self>(
        ["console", "iam", "inline-policy", .text(\.kindName), .text(\.owner)],
        [.text("policy", \.policy)])

    /// What the policy is in; nil for what an address may name and nothing is.
    var kind: IdentityKind? = .user
    var owner = ""
    /// The policy that is changed; empty for a new one.
    var policy = ""

    private var kindName: String {
        get { kind?.rawValue ?? "" }
        set { kind = IdentityKind(rawValue: newValue) }
    }

    /// The page of what the policy is in.
    var ownerPage: any ConsolePage {
        switch kind {
        case .user, nil: UserPage(name: owner)
        case .group: GroupPage(name: owner, tab: .permissions)
        case .role: RolePage(name: owner)
        }
    }

    func answer(_ request: SignedInRequest) async throws -> Reply {
        guard let kind else { return .page(ErrorPages.notFound(nil, request.page), status: 404) }
        guard request.form.flatMap(Form.init) == .save else {
            var view = View(name: policy)
            if !policy.isEmpty {
                let document = try await document(of: policy, in: kind, request)
                view.draft = PolicyDraft(document: document)
                view.draft.origin = PolicyOrigin(document)
                view.draft.showBoxes()
            }
            return .page(render(view, request.page))
        }
        let (draft, isToBeSaved) = try await request.policyDraft()
        var view = View(
            name: policy.isEmpty ? request.fields.trimmed("name") : policy,
            draft: draft)
        guard isToBeSaved else {
            return try await request.drawn(status: draft.status) { [view, page = request.page] in
                render(view, page)
            }
        }
        let name = view.name
        let refused = try await request.save(
            &view.draft, boxes: ["PolicyName": "name", "PolicyDocument": "document"],
            over: policy.isEmpty ? nil : { try await found(policy, in: kind, request) }
        ) { document, problems in
            // Putting a policy replaces one of its name.
            if policy.isEmpty, try await found(name, in: kind, request) != nil {
                problems.add(request.page[.policyNameTaken], at: "name")
            } else {
                try await put(document, as: name, in: kind, request)
            }
        }
        guard let refused else { return .redirect(ownerPage, .inlinePolicySaved) }
        view.problems = refused.problems
        return try await request.drawn(status: refused.status) { [view, page = request.page] in
            render(view, page)
        }
    }

    private func document(
        of policy: String, in kind: IdentityKind, _ request: SignedInRequest
    ) async throws -> String {
        let document =
            switch kind {
            case .user:
                try await request.run(
                    IAM.GetUserPolicy.self, .init(userName: owner, policyName: policy)
                ).policyDocument
            case .group:
                try await request.run(
                    IAM.GetGroupPolicy.self, .init(groupName: owner, policyName: policy)
                ).policyDocument
            case .role:
                try await request.run(
                    IAM.GetRolePolicy.self, .init(roleName: owner, policyName: policy)
                ).policyDocument
            }
        return PolicyList.decoded(document)
    }

    /// What the policy says; nil when it is not there.
    private func found(
        _ policy: String, in kind: IdentityKind, _ request: SignedInRequest
    ) async throws -> (document: String, version: String)? {
        do {
            return (try await document(of: policy, in: kind, request), "")
        } catch let error as IAMError where error.code == IAM.Errors.noSuchEntity {
            return nil
        }
    }

    private func put(
        _ document: String, as name: String, in kind: IdentityKind, _ request: SignedInRequest
    ) async throws {
        switch kind {
        case .user:
            try await request.run(
                IAM.PutUserPolicy.self,
                .init(userName: owner, policyName: name, policyDocument: document))
        case .group:
            try await request.run(
                IAM.PutGroupPolicy.self,
                .init(groupName: owner, policyName: name, policyDocument: document))
        case .role:
            try await request.run(
                IAM.PutRolePolicy.self,
                .init(roleName: owner, policyName: name, policyDocument: document))
        }
    }
}
