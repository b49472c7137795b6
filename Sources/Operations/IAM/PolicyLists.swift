import IAMIdentifiers
package import IAMModel
import Store

// What there is of managed policies, and what each is attached to.

/// How many entities use each policy of an account, by the policy's ARN.
struct PolicyUsage {
    let attachments: [ExactText: Int]
    let boundaries: [ExactText: Int]

    init(_ call: Call) throws {
        attachments = try call.policyAttachments.counts()
        boundaries = try call.users.boundaryCounts()
    }

    /// The usage of one policy.
    init(of arn: String, _ call: Call) throws {
        let arn = ExactText(arn)
        attachments = [arn: try call.policyAttachments.count(ofPolicy: arn.text)]
        boundaries = [arn: try call.users.count(boundedBy: arn.text)]
    }
}

extension IAM.Shape.Policy {
    /// A customer's policy with everything GetPolicy tells.
    init(_ policy: ManagedPolicy, tags: [Tag], _ call: Call) throws {
        self.init(policy, try PolicyUsage(of: policy.arn.description, call))
        description = policy.description
        self.tags = tags.isEmpty ? nil : tags.map(IAM.Shape.Tag.init)
    }

    /// AWS's policy with everything GetPolicy tells.
    init(_ policy: AWSManagedPolicy, _ call: Call) throws {
        self.init(policy, try PolicyUsage(of: policy.arnText, call))
    }

    /// A customer's policy as lists show it.
    init(_ policy: ManagedPolicy, _ usage: PolicyUsage) {
        let arn = policy.arn.description
        self.init(
            policyName: policy.name, policyId: policy.id.description, arn: arn,
            path: policy.path.description, defaultVersionId: "v\(policy.defaultVersion)",
            attachmentCount: usage.attachments[arn] ?? 0,
            permissionsBoundaryUsageCount: usage.boundaries[arn] ?? 0, isAttachable: true,
            createDate: policy.createdAt, updateDate: policy.updatedAt)
    }

    /// AWS's policy as lists show it.
    init(_ policy: AWSManagedPolicy, _ usage: PolicyUsage) {
        let arn = policy.arnText
        self.init(
            policyName: policy.name, policyId: policy.id.description, arn: arn,
            path: policy.path.description, defaultVersionId: "v\(policy.defaultVersion)",
            attachmentCount: usage.attachments[arn] ?? 0,
            permissionsBoundaryUsageCount: usage.boundaries[arn] ?? 0, isAttachable: true,
            createDate: policy.createdAt, updateDate: policy.updatedAt)
    }
}

extension Call {
    /// Every policy the account sees whose path begins with `prefix`, by name.
    func allPolicies(
        pathPrefix prefix: String, customers: Bool, aws: Bool
    ) throws -> [AnyManagedPolicy] {
        var policies: [AnyManagedPolicy] = []
        if customers {
            policies += try managedPolicies.list(
                pathPrefix: prefix, after: "", limit: ManagedPolicies.perAccount
            ).map(AnyManagedPolicy.customer)
        }
        if aws {
            policies += services.awsManagedPolicies.all.lazy
                .filter { $0.path.description.begins(with: prefix) }.map(AnyManagedPolicy.aws)
        }
        return policies.map { ($0.sortKey, $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
}

extension IAM.ListPolicies: ReadingHandler {
    /// AWS names no ARN here but this.
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        Target("policy path \(input.pathPrefix ?? "/")")
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        let paging = try Paging(input)
        let usage = try PolicyUsage(call)
        let policies = try call.allPolicies(
            pathPrefix: input.pathPrefix ?? "/", customers: input.scope != .aws,
            aws: input.scope != .local
        ).filter { policy in
            let isAttached = usage.attachments[policy.arn] != nil
            let isBoundary = usage.boundaries[policy.arn] != nil
            return switch input.policyUsageFilter {
            case .permissionsPolicy?: isAttached
            case .permissionsBoundary?: isBoundary
            case nil: input.onlyAttached != true || isAttached
            }
        }
        let page = paging.page(of: policies, by: \.sortKey)
        return Output(
            policies: page.items.map { policy in
                switch policy {
                case .customer(let policy): IAM.Shape.Policy(policy, usage)
                case .aws(let policy): IAM.Shape.Policy(policy, usage)
                }
            },
            isTruncated: page.isTruncated, marker: page.marker)
    }
}

extension IAM.ListEntitiesForPolicy: ReadingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<AnyManagedPolicy> {
        try call.policy(arn: input.policyArn)
    }

    /// Groups first, then users, each by name, on pages that span both.
    package static func handle(
        _ input: Input, on policy: AnyManagedPolicy, _ call: Call
    ) throws -> Output {
        let paging = try Paging(input)
        let entities = try entities(using: policy.arn, input, call)
        let page = paging.page(of: entities, by: \.sortKey)
        var output = Output(isTruncated: page.isTruncated, marker: page.marker)
        output.policyGroups = page.items.compactMap { entity in
            guard case .group(let group) = entity else { return nil }
            return IAM.Shape.PolicyGroup(
                groupName: group.name, groupId: group.id.description)
        }
        output.policyUsers = page.items.compactMap { entity in
            guard case .user(let user) = entity else { return nil }
            return IAM.Shape.PolicyUser(userName: user.name, userId: user.id.description)
        }
        output.policyRoles = []
        return output
    }

    private enum Entity {
        case group(Group)
        case user(User)

        var sortKey: String {
            switch self {
            case .group(let group): "1 \(group.name.asciiLowercased)"
            case .user(let user): "2 \(user.name.asciiLowercased)"
            }
        }

        var path: String {
            switch self {
            case .group(let group): group.path.description
            case .user(let user): user.path.description
            }
        }
    }

    private static func entities(
        using arn: String, _ input: Input, _ call: Call
    ) throws -> [Entity] {
        var owners: [UniqueID] = []
        if input.policyUsageFilter != .permissionsBoundary {
            owners += try call.policyAttachments.owners(of: arn)
        }
        if input.policyUsageFilter != .permissionsPolicy {
            owners += try call.users.ids(boundedBy: arn)
        }
        var entities: [Entity] = []
        for owner in Set<UniqueID>(owners) {
            if owner.kind == .user, wants(.user, input), let user = try call.users.find(owner) {
                entities.append(.user(user))
            }
            if owner.kind == .group, wants(.group, input),
                let group = try call.groups.find(owner)
            {
                entities.append(.group(group))
            }
        }
        return entities.filter { $0.path.begins(with: input.pathPrefix ?? "/") }
            .sorted { $0.sortKey < $1.sortKey }
    }

    private static func wants(_ kind: IAM.Shape.EntityType, _ input: Input) -> Bool {
        input.entityFilter == nil || input.entityFilter == kind
    }
}
