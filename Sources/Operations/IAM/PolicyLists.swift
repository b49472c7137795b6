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

    /// A policy as lists show it.
    /// - Parameter uses: of the policies that are listed, by ARN.
    init(_ policy: AnyManagedPolicy, _ uses: [ExactText: PolicyUseTable.Counts]) {
        let uses = uses[policy.arn, default: .init()]
        switch policy {
        case .customer(let policy): self.init(policy, uses)
        case .aws(let policy): self.init(policy, uses)
        }
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
    /// AWS's policies, or those of them that the account uses for something, in the order of lists.
    func awsPolicies(usedAs use: PolicyUseTable.Use?) throws -> [AWSManagedPolicy] {
        guard let use else { return services.awsManagedPolicies.all }
        return services.awsManagedPolicies.policies(
            arns: try tables.policyUses.arns(
                beginningWith: AWSManagedPolicy.arnPrefix, usedAs: use))
    }
}

extension IAM.ListPolicies: ReadingHandler {
    /// AWS names no ARN here but this.
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        Target("policy path \(input.pathPrefix ?? "/")", of: nil)
    }

    /// The account's own policies, then AWS's, each by name. Reads what the page shows.
    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        let paging = try Paging(input)
        let use = use(input)
        let prefix = input.pathPrefix ?? "/"
        var policies: [AnyManagedPolicy] = []
        if input.scope != .aws, let name = AnyManagedPolicy.ownName(ofListKey: paging.after) {
            policies = try call.tables.managedPolicies.list(
                pathPrefix: prefix, after: name, limit: paging.limit, usedAs: use
            ).map(AnyManagedPolicy.customer)
        }
        if input.scope != .local, policies.count < paging.limit {
            policies += try call.awsPolicies(usedAs: use).after(paging.after).lazy
                .filter { $0.path.description.begins(with: prefix) }
                .prefix(paging.limit - policies.count).map(AnyManagedPolicy.aws)
        }
        let page = paging.page(policies, by: \.listKey)
        let uses = try call.tables.policyUses.counts(of: page.items.map(\.arn))
        return Output(
            policies: page.items.map { IAM.Shape.Policy($0, uses) },
            isTruncated: page.isTruncated, marker: page.marker)
    }

    /// What the listed policies have to be used for; nil where it does not matter.
    private static func use(_ input: Input) -> PolicyUseTable.Use? {
        switch input.policyUsageFilter {
        case .permissionsPolicy?: .permissions
        case .permissionsBoundary?: .boundary
        case nil: input.onlyAttached == true ? .permissions : nil
        }
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
