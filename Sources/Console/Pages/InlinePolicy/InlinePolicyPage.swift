import IAMIdentifiers
import IAMModel
import Operations

/// Writing a policy into one user, group or role, or changing one that is there.
struct InlinePolicyPage: SignedInPage {
    static let description = PageDescription(.inlinePolicy, within: DashboardPage.self)
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
                view.draft.showBoxes()
            }
            return .page(render(view, request.page))
        }
        let unsaved = await request.unsavedPolicy()
        var view = View(
            name: policy.isEmpty ? request.fields.trimmed("name") : policy,
            draft: unsaved ?? PolicyDraft(request.fields))
        if unsaved != nil { return .page(render(view, request.page)) }
        var isTaken = false
        let refused = try await request.problem {
            // Putting a policy replaces one of its name.
            if policy.isEmpty { isTaken = try await isThere(view.name, in: kind, request) }
            if !isTaken { try await put(view, in: kind, request) }
        }
        guard isTaken || refused != nil else { return .redirect(ownerPage, .inlinePolicySaved) }
        if isTaken { view.problems.add(request.page[.policyNameTaken], at: "name") }
        if let refused {
            view.draft.refuse(with: refused)
            if view.draft.error != nil { await view.draft.check(request) }
            view.problems.add(
                refused, boxes: ["PolicyName": "name", "PolicyDocument": "document"])
        }
        return .page(render(view, request.page), status: 400)
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

    private func isThere(
        _ policy: String, in kind: IdentityKind, _ request: SignedInRequest
    ) async throws -> Bool {
        do {
            _ = try await document(of: policy, in: kind, request)
            return true
        } catch let error as IAMError where error.code == IAM.Errors.noSuchEntity {
            return false
        }
    }

    private func put(_ view: View, in kind: IdentityKind, _ request: SignedInRequest) async throws {
        let (name, document) = (view.name, view.draft.document)
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
