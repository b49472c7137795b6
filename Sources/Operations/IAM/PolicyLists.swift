import IAMIdentifiers
package import IAMModel
import Store

// What there is of managed policies, and what each is attached to.

extension IAM.Shape.Policy {
    /// A customer's policy with all that GetPolicy gives, a list of tags even if it is empty.
    init(_ policy: ManagedPolicy, tags: [Tag], _ call: Call) throws {
        self.init(policy, try call.tables.policyUses.counts(of: policy.arn.description))
        description = policy.description
        self.tags = tags.map(IAM.Shape.Tag.init)
    }

    /// AWS's policy with everything GetPolicy tells.
    init(_ policy: AWSManagedPolicy, _ call: Call) throws {
        self.init(policy, try call.tables.policyUses.counts(of: policy.arnText))
        description = call.services.awsManagedPolicies.description(of: policy)
        tags = []
    }

    /// A customer's policy as lists show it.
    init(_ policy: ManagedPolicy, _ uses: PolicyUseTable.Counts) {
        self.init(
            policyName: policy.name, policyId: policy.id.description, arn: policy.arn.description,
            path: policy.path.description, defaultVersionId: "v\(policy.defaultVersion)",
            attachmentCount: uses.attachments,
            permissionsBoundaryUsageCount: uses.boundaries, isAttachable: true,
            createDate: policy.createdAt, updateDate: policy.updatedAt)
    }

    /// AWS's policy as lists show it.
    init(_ policy: AWSManagedPolicy, _ uses: PolicyUseTable.Counts) {
        self.init(
            policyName: policy.name, policyId: policy.id.description, arn: policy.arnText,
            path: policy.path.description, defaultVersionId: "v\(policy.defaultVersion)",
            attachmentCount: uses.attachments,
            permissionsBoundaryUsageCount: uses.boundaries, isAttachable: true,
            createDate: policy.createdAt, updateDate: policy.updatedAt)
    }
}

extension Call {
    /// Every policy the account sees whose path begins with `prefix`, in the order of lists.
    func allPolicies(
        pathPrefix prefix: String, customers: Bool, aws: Bool
    ) throws -> [AnyManagedPolicy] {
        var policies: [AnyManagedPolicy] = []
        if customers {
            policies += try tables.managedPolicies.list(
                pathPrefix: prefix, after: "", limit: ManagedPolicies.perAccount
            ).map(AnyManagedPolicy.customer)
        }
        if aws {
            policies += services.awsManagedPolicies.all.lazy
                .filter { $0.path.description.begins(with: prefix) }.map(AnyManagedPolicy.aws)
        }
        return policies.map { ($0.listKey, $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
}

extension IAM.ListPolicies: ReadingHandler {
    /// AWS names no ARN here but this.
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        Target("policy path \(input.pathPrefix ?? "/")", of: nil)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        let paging = try Paging(input)
        let uses = try call.tables.policyUses.counts()
        let policies = try call.allPolicies(
            pathPrefix: input.pathPrefix ?? "/", customers: input.scope != .aws,
            aws: input.scope != .local
        ).filter { policy in
            let isAttached = uses[policy.arn, default: .init()].attachments > 0
            let isBoundary = uses[policy.arn, default: .init()].boundaries > 0
            return switch input.policyUsageFilter {
            case .permissionsPolicy?: isAttached
            case .permissionsBoundary?: isBoundary
            case nil: input.onlyAttached != true || isAttached
            }
        }
        let page = paging.page(of: policies, by: \.listKey)
        return Output(
            policies: page.items.map { policy in
                let uses = uses[policy.arn, default: .init()]
                return switch policy {
                case .customer(let policy): IAM.Shape.Policy(policy, uses)
                case .aws(let policy): IAM.Shape.Policy(policy, uses)
                }
            },
            isTruncated: page.isTruncated, marker: page.marker)
    }
}

extension IAM.ListEntitiesForPolicy: ReadingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<AnyManagedPolicy> {
        try call.tables.policy(arn: input.policyArn, ifMissing: .notAttachable)
    }

    /// Groups first, then users, then roles, each by name, on pages that span all three.
    package static func handle(
        _ input: Input, on policy: AnyManagedPolicy, _ call: Call
    ) throws -> Output {
        let paging = try Paging(input)
        let page = paging.page(
            try call.tables.policyUses.users(
                of: policy.arn, as: uses(input), kinds: kinds(input),
                pathPrefix: input.pathPrefix ?? "/", after: paging.after, limit: paging.limit),
            by: \.sortKey)
        func identities(_ kind: UniqueID.Kind) -> [PolicyUseTable.User] {
            page.items.filter { $0.id.kind == kind }
        }
        return Output(
            policyGroups: identities(.group).map {
                IAM.Shape.PolicyGroup(groupName: $0.name, groupId: $0.id.description)
            },
            policyUsers: identities(.user).map {
                IAM.Shape.PolicyUser(userName: $0.name, userId: $0.id.description)
            },
            policyRoles: identities(.role).map {
                IAM.Shape.PolicyRole(roleName: $0.name, roleId: $0.id.description)
            },
            isTruncated: page.isTruncated, marker: page.marker)
    }

    private static func uses(_ input: Input) -> Set<PolicyUseTable.Use> {
        switch input.policyUsageFilter {
        case .permissionsPolicy?: [.permissions]
        case .permissionsBoundary?: [.boundary]
        case nil: [.permissions, .boundary]
        }
    }

    private static func kinds(_ input: Input) -> Set<UniqueID.Kind> {
        switch input.entityFilter {
        case .user?: [.user]
        case .group?: [.group]
        case .role?: [.role]
        case .localManagedPolicy?, .awsManagedPolicy?: []
        case nil: [.user, .group, .role]
        }
    }
}
