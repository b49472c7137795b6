import IAMIdentifiers
import IAMModel
import Operations

/// Creating a role in three steps: whom it trusts, what it may do, its name. Back keeps what was
/// typed.
struct CreateRolePage: SignedInPage {
    static let description = PageDescription(
        .createRole, title: .createRole, within: RolesPage.self, searchWords: [.createRole])
    static let address = PageAddress<Self>(["console", "iam", "create-role"])

    func answer(_ request: SignedInRequest) async throws -> Reply {
        guard let form = request.form else {
            var draft = RoleDraft()
            draft.samlAudience = "\(request.page.origin)/saml"
            draft.document = RoleDraft().trustPolicy(in: request.principal.account)
            return .page(Self.render(View(draft: draft), request.page))
        }
        guard let step = Form(rawValue: form) else {
            return .page(ErrorPages.malformed(request.page), status: 400)
        }
        let draft = RoleDraft(request.fields)
        if step == .trust {
            let (sent, isToBeSaved) = try await request.policyDraft(isTrust: true)
            guard isToBeSaved else {
                return .page(
                    Self.render(View(draft: draft, refusedPolicy: sent), request.page))
            }
        }
        switch (step, request.fields["go"]) {
        case (.trust, _):
            let problems = draft.trustProblems(request.page)
            guard problems.isEmpty else {
                return .page(
                    Self.render(View(draft: draft, problems: problems), request.page), status: 400)
            }
            return try await Self.permissions(draft, request)
        case (.permissions, "back"): return .page(Self.render(View(draft: draft), request.page))
        case (.permissions, "search"): return try await Self.permissions(draft, request)
        case (.permissions, _): return Self.details(draft, request)
        case (.details, "back"): return try await Self.permissions(draft, request)
        case (.details, _): return try await Self.create(draft, request)
        }
    }

    private static func permissions(
        _ draft: RoleDraft, _ request: SignedInRequest, _ problems: FormProblems = FormProblems()
    ) async throws -> Reply {
        var offers = PermissionOffers()
        try await offers.loadPolicies(request)
        let view = View(step: .permissions, draft: draft, offers: offers, problems: problems)
        return .page(render(view, request.page), status: problems.isEmpty ? 200 : 400)
    }

    private static func details(
        _ draft: RoleDraft, _ request: SignedInRequest, _ problems: FormProblems = FormProblems()
    ) -> Reply {
        let view = View(
            step: .details, draft: draft,
            trustPolicy: draft.trustPolicy(in: request.principal.account), problems: problems)
        return .page(render(view, request.page), status: problems.isEmpty ? 200 : 400)
    }

    /// The boxes of the last step, by the parameters that they become.
    private static let boxes: KeyValuePairs = [
        "RoleName": "role", "Description": "description", "MaxSessionDuration": "hours",
        "Tags": "tag-key",
    ]

    /// One operation makes the role, others attach what was chosen. If one of these is refused, the
    /// others still run, and the page says what was not done.
    private static func create(_ draft: RoleDraft, _ request: SignedInRequest) async throws
        -> Reply
    {
        guard !draft.name.isEmpty else {
            return details(draft, request, .one(request.page[.enterRoleName], at: "role"))
        }
        guard let hours = Int(draft.hours), (1...12).contains(hours) else {
            return details(draft, request, .one(request.page[.hoursNotValid], at: "hours"))
        }
        var boundary: String?
        var isMissing = false
        let refused = try await request.problem {
            if !draft.boundary.isEmpty {
                boundary = try await AttachPolicy.arn(of: draft.boundary, request)
                isMissing = boundary == nil
                guard !isMissing else { return }
            }
            try await request.run(
                IAM.CreateRole.self,
                .init(
                    roleName: draft.name,
                    assumeRolePolicyDocument: draft.trustPolicy(in: request.principal.account),
                    description: draft.roleDescription.isEmpty ? nil : draft.roleDescription,
                    maxSessionDuration: hours * 3_600, permissionsBoundary: boundary,
                    tags: draft.tags.map { .init(key: $0.key, value: $0.value) }))
        }
        if isMissing {
            return try await permissions(
                draft, request, .one(request.page[.noSuchPolicy], at: "boundary"))
        }
        if let refused { return try await answer(refused, draft, request) }
        var problems: [String] = []
        for arn in draft.policies {
            do {
                try await request.run(
                    IAM.AttachRolePolicy.self, .init(roleName: draft.name, policyArn: arn))
            } catch {
                problems.append(IAMError(rejecting: error).message)
            }
        }
        guard problems.isEmpty else {
            return .page(renderPartly(draft.name, problems, request.page))
        }
        return .redirect(RolePage(name: draft.name), .roleCreated)
    }

    /// The step in which what was refused can be mended.
    private static func answer(
        _ refused: IAMError, _ draft: RoleDraft, _ request: SignedInRequest
    ) async throws -> Reply {
        switch refused.parameter {
        case "AssumeRolePolicyDocument":
            var view = View(draft: draft)
            view.refusedPolicy = PolicyDraft(
                draft.trustPolicy(in: request.principal.account), refusedWith: refused,
                request.page)
            view.problems = .one(
                refused.message, at: draft.trust == .custom ? "document" : nil)
            return .page(render(view, request.page), status: 400)
        case "PermissionsBoundary":
            return try await permissions(draft, request, .one(refused.message, at: "boundary"))
        default: return details(draft, request, .one(refused, boxes: boxes))
        }
    }
}
