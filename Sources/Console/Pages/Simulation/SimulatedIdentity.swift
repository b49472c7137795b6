import IAMIdentifiers
import IAMModel
import Operations

/// A user, group or role whose policies are simulated, and where their documents are.
struct SimulatedIdentity: Sendable {
    let arn: String
    private let kind: SimulationDraft.Kind
    private let name: String
    private let permissionsBoundary: ARN?

    /// - Throws: what the operation is refused with: the name of nobody, a missing permission.
    init(_ kind: SimulationDraft.Kind, _ name: String, _ request: SignedInRequest) async throws {
        self.kind = kind
        self.name = name
        switch kind {
        case .user:
            let user = try await request.run(IAM.GetUser.self, .init(userName: name)).user
            arn = user.arn
            permissionsBoundary = user.permissionsBoundary?.permissionsBoundaryArn
                .flatMap { ARN($0) }
        case .group:
            arn = try await request.run(IAM.GetGroup.self, .init(groupName: name)).group.arn
            permissionsBoundary = nil
        case .role:
            let role = try await request.run(IAM.GetRole.self, .init(roleName: name)).role
            arn = role.arn
            permissionsBoundary = role.permissionsBoundary?.permissionsBoundaryArn
                .flatMap { ARN($0) }
        }
    }

    /// The documents of policies as the simulation calls them: `user_alice_notes` for one that is
    /// written into a user, group or role, the name alone for a managed one. What the reader may
    /// not read is left out, and so is what two policies are called: the wrong one would be shown
    /// as proof.
    func documents(of ids: Set<ExactText>, _ request: SignedInRequest) async throws -> [ExactText:
        String]
    {
        guard !ids.isEmpty else { return [:] }
        /// By what the policy is called, then by where it is kept.
        var documents: [ExactText: [ExactText: String?]] = [:]
        for (prefix, list) in try await lists(request) {
            for policy in list.inline where ids.contains("\(prefix)_\(policy.name)") {
                documents["\(prefix)_\(policy.name)", default: [:]][prefix] = policy.document
            }
            for policy in list.attached
            where ids.contains(policy.name)
                && documents[policy.name]?[policy.arn.description] == nil
            {
                documents[policy.name, default: [:]][policy.arn.description] =
                    .some(try await document(of: policy.arn, request))
            }
        }
        if let permissionsBoundary,
            let name = permissionsBoundary.resource.parts(at: "/", keepingEmpty: false).last,
            ids.contains(name), documents[name]?[permissionsBoundary.description] == nil
        {
            documents[name, default: [:]][permissionsBoundary.description] =
                .some(try await document(of: permissionsBoundary, request))
        }
        return documents.compactMapValues { $0.count == 1 ? $0.values.first ?? nil : nil }
    }

    /// What the user, group or role has, and what the user's groups have.
    private func lists(_ request: SignedInRequest) async throws -> [(
        prefix: String, list: PolicyList
    )] {
        var lists: [(String, PolicyList)] = []
        switch kind {
        case .group:
            lists += try await request.permitted {
                [("group_\(name)", try await PolicyList.ofGroup(name, request))]
            }
        case .role:
            lists += try await request.permitted {
                [("role_\(name)", try await PolicyList.ofRole(name, request))]
            }
        case .user:
            lists += try await request.permitted {
                [("user_\(name)", try await PolicyList.ofUser(name, request))]
            }
            let groups = try await request.permitted {
                try await request.all(IAM.ListGroupsForUser.self, .init(userName: name)) {
                    $0.groups.map(\.groupName)
                }
            }
            for group in groups {
                lists += try await request.permitted {
                    [("group_\(group)", try await PolicyList.ofGroup(group, request))]
                }
            }
        }
        return lists
    }

    private func document(of arn: ARN, _ request: SignedInRequest) async throws -> String? {
        let policy = arn.description
        return try await request.permitted {
            let version = try await request.run(
                IAM.GetPolicy.self, .init(policyArn: policy)
            ).policy?.defaultVersionId
            let found = try await request.run(
                IAM.GetPolicyVersion.self, .init(policyArn: policy, versionId: version ?? ""))
            return found.policyVersion?.document.map { [PolicyList.decoded($0)] } ?? []
        }.first
    }
}
