import IAMIdentifiers
import IAMModel
import Operations

/// One role: what it may do, who may assume it, its tags, and the end of its sessions.
struct RolePage: SignedInPage {
    static let description = PageDescription(
        .role, within: RolesPage.self, keepsLongForms: true)
    static let address = PageAddress<Self>(
        ["console", "iam", "roles", .text(\.name)], [.choice("tab", \.tab)])

    /// The parts of the page.
    enum Tab: String, Sendable { case permissions, trust, tags, sessions, accesses }

    /// What AWS's console calls the policy that ends sessions.
    ///
    /// Source: IAM User Guide, "Revoke IAM role temporary security credentials".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html>
    static let revokingPolicy = "AWSRevokeOlderSessions"

    var name = ""
    var tab = Tab.permissions

    func answer(_ request: SignedInRequest) async throws -> Reply {
        guard let form = request.form else {
            return .page(Self.render(try await view(request), request.page))
        }
        if form == Form.trust.rawValue { return try await trust(request) }
        var problems = FormProblems()
        var notice: Notice?
        let refused = try await request.problem {
            notice = try await submit(form, request, &problems)
        }
        if let notice {
            return .redirect(notice == .roleDeleted ? RolesPage() : self, notice)
        }
        var view = try await view(request)
        view.problems = problems
        if let refused { view.problems.add(refused, boxes: Self.boxes(of: form)) }
        return .page(Self.render(view, request.page), status: 400)
    }

    private func view(_ request: SignedInRequest) async throws -> View {
        let role = try await request.run(IAM.GetRole.self, .init(roleName: name)).role
        let details = Details(
            name: role.roleName, arn: role.arn, path: role.path,
            description: role.description ?? "", createdAt: role.createDate,
            maximumSession: role.maxSessionDuration ?? 3_600,
            lastUsedAt: role.roleLastUsed?.lastUsedDate, lastRegion: role.roleLastUsed?.region,
            boundary: role.permissionsBoundary?.permissionsBoundaryArn)
        let trust = PolicyList.decoded(role.assumeRolePolicyDocument ?? "")
        return View(
            role: details, tab: tab,
            content: try await content(of: role, trust: trust, request))
    }

    private func content(
        of role: IAM.Shape.Role, trust: String, _ request: SignedInRequest
    ) async throws -> Content {
        switch tab {
        case .permissions: return .permissions(try await PolicyList.ofRole(name, request))
        case .accesses: return .accesses(try await LastAccessSection.load(role.arn, request))
        case .trust:
            let assumers = try await request.permitted {
                [try await request.run(RoleAssumers.self, .init(roleName: name))]
            }.first
            return .trust(document: trust, assumers: assumers)
        case .tags:
            let tags = try await request.all(IAM.ListRoleTags.self, .init(roleName: name)) {
                $0.tags
            }
            return .tags(tags.map { ($0.key, $0.value) })
        case .sessions:
            let names = try await request.all(IAM.ListRolePolicies.self, .init(roleName: name)) {
                $0.policyNames
            }
            guard names.contains(where: { $0.isExactly(Self.revokingPolicy) }) else {
                return .sessions(revoking: nil)
            }
            let policy = try await request.run(
                IAM.GetRolePolicy.self, .init(roleName: name, policyName: Self.revokingPolicy))
            return .sessions(revoking: PolicyList.decoded(policy.policyDocument))
        }
    }
}
