import AWSWire
import IAMIdentifiers
package import IAMModel
import Store

/// What there is in an account: the counts, and everything at once.
package enum AccountReports {
    static let operations: [any Handler.Type] = [
        IAM.GetAccountSummary.self, IAM.GetAccountAuthorizationDetails.self,
    ]
}

extension IAM.GetAccountSummary: ReadingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        .whole(call.account)
    }

    /// Source: IAM API Reference, GetAccountSummary, "SummaryMap", and the quotas page.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html>
    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        let root = UniqueID(rootOf: call.account)
        let rootKeys = try call.tables.accessKeys.count(ownedBy: root, in: call.account)
        let devices = try call.tables.mfaDevices.counts()
        let counts: [(IAM.Shape.SummaryKeyType, Int)] = [
            (.users, try call.tables.users.count()),
            (.usersQuota, Users.perAccount),
            (.groups, try call.tables.groups.count()),
            (.groupsQuota, try call.tables.limit(.groups)),
            (.groupsPerUserQuota, Groups.perUser),
            (.policies, try call.tables.managedPolicies.count()),
            (.policiesQuota, try call.tables.limit(.policies)),
            (.policySizeQuota, ManagedPolicies.documentSize),
            (.policyVersionsInUse, try call.tables.managedPolicies.countOfVersions()),
            (.policyVersionsInUseQuota, 10_000),
            (.versionsPerPolicyQuota, ManagedPolicies.versionsPerPolicy),
            (.userPolicySizeQuota, IdentityRules(.user).inlineSize),
            (.groupPolicySizeQuota, IdentityRules(.group).inlineSize),
            (.rolePolicySizeQuota, IdentityRules(.role).inlineSize),
            (.assumeRolePolicySizeQuota, try call.tables.limit(.trustPolicySize)),
            (.attachedPoliciesPerUserQuota, try call.tables.limit(.policiesPerUser)),
            (.attachedPoliciesPerGroupQuota, IdentityRules.attachmentsPerGroup),
            (.attachedPoliciesPerRoleQuota, try call.tables.limit(.policiesPerRole)),
            (.accessKeysPerUserQuota, AccessKeys.perUser),
            (.signingCertificatesPerUserQuota, SigningCertificates.perOwner),
            (.roles, try call.tables.roles.count()), (.rolesQuota, try call.tables.limit(.roles)),
            (.instanceProfiles, try call.tables.instanceProfiles.count()),
            (.instanceProfilesQuota, try call.tables.limit(.instanceProfiles)),
            (.serverCertificates, try call.tables.serverCertificates.count()),
            (.serverCertificatesQuota, try call.tables.limit(.serverCertificates)),
            (.mfaDevices, devices.all), (.mfaDevicesInUse, devices.assigned),
            (
                .providers,
                try call.tables.samlProviders.count() + call.tables.openIDConnectProviders.count()
            ),
            (.accountMFAEnabled, try call.tables.mfaDevices.count(ownedBy: root) > 0 ? 1 : 0),
            (.accountAccessKeysPresent, rootKeys > 0 ? 1 : 0),
            (.accountPasswordPresent, 1),
            (
                .accountSigningCertificatesPresent,
                try call.tables.signingCertificates.count(ownedBy: root) > 0 ? 1 : 0
            ),
            (
                .globalEndpointTokenVersion,
                try call.tables.stsPreferences.tokenVersion(of: call.account)
                    ?? WebIdentityFederation.usualTokenVersion
            ),
        ]
        return Output(
            summaryMap: [ExactText: Int](
                uniqueKeysWithValues: counts.map { (ExactText($0.0.rawValue), $0.1) }))
    }
}

extension IAM.GetAccountAuthorizationDetails: ReadingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        .whole(call.account)
    }

    /// The bytes of one page as XML, at most: with long policies and tags a page holds fewer than
    /// were asked for.
    static let bytesPerPage = 1_000_000

    /// Users, groups, roles, the customer's policies, then those of AWS that are in use, each by
    /// name, on pages that span all five.
    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        let paging = try Paging(input)
        let page = paging.page(try entities(input, paging, call), by: \.sortKey)
        let uses = try call.tables.policyUses.counts(of: page.items.compactMap(\.policyARN))
        var output = Output(
            userDetailList: [], groupDetailList: [], roleDetailList: [], policies: [],
            isTruncated: page.isTruncated, marker: page.marker)
        var size = 0
        for (index, entity) in page.items.enumerated() {
            let detail = try detail(of: entity, uses, call)
            size += detail.encodedSize
            guard index == 0 || size <= bytesPerPage else {
                output.marker = Paging.marker(at: page.items[index - 1].sortKey)
                output.isTruncated = true
                return output
            }
            switch detail {
            case .user(let detail): output.userDetailList?.append(detail)
            case .group(let detail): output.groupDetailList?.append(detail)
            case .role(let detail): output.roleDetailList?.append(detail)
            case .policy(let detail): output.policies?.append(detail)
            }
        }
        return output
    }

    /// What is told of one entity.
    private enum Detail {
        case user(IAM.Shape.UserDetail)
        case group(IAM.Shape.GroupDetail)
        case role(IAM.Shape.RoleDetail)
        case policy(IAM.Shape.ManagedPolicyDetail)

        /// The bytes of it as XML.
        var encodedSize: Int {
            var writer = FieldWriter(.xml)
            switch self {
            case .user(let detail): writer.structure("member", detail)
            case .group(let detail): writer.structure("member", detail)
            case .role(let detail): writer.structure("member", detail)
            case .policy(let detail): writer.structure("member", detail)
            }
            return writer.bytes.count
        }
    }

    private static func detail(
        of entity: ReportedEntity, _ uses: [ExactText: PolicyUseTable.Counts], _ call: Call
    ) throws -> Detail {
        switch entity {
        case .user(let user): .user(try detail(of: user, call))
        case .group(let group): .group(try detail(of: group, call))
        case .role(let role): .role(try detail(of: role, call))
        case .policy(let policy): .policy(try detail(of: policy, uses, call))
        }
    }

    private enum ReportedEntity {
        case user(User)
        case group(Group)
        case role(Role)
        case policy(AnyManagedPolicy)

        /// Of a policy, its ARN.
        var policyARN: String? {
            guard case .policy(let policy) = self else { return nil }
            return policy.arn
        }

        var sortKey: String {
            switch self {
            case .user(let user): "1 \(user.name.asciiLowercased)"
            case .group(let group): "2 \(group.name.asciiLowercased)"
            case .role(let role): "3 \(role.name.asciiLowercased)"
            case .policy(.customer(let policy)): "4 \(policy.name.asciiLowercased)"
            case .policy(.aws(let policy)): "5 \(policy.name.asciiLowercased) \(policy.arn)"
            }
        }
    }

    /// The first entities after the page before, one more than fit.
    private static func entities(
        _ input: Input, _ paging: Paging, _ call: Call
    ) throws -> [ReportedEntity] {
        func wants(_ kind: IAM.Shape.EntityType) -> Bool {
            input.filter?.isEmpty != false || input.filter?.contains(kind) == true
        }
        var entities: [ReportedEntity] = []
        /// Reads those of one kind, unless the page begins behind them or is full already.
        func add(
            _ kind: IAM.Shape.EntityType, _ mark: String,
            _ list: (_ after: String, _ limit: Int) throws -> [ReportedEntity]
        ) throws {
            let left = paging.limit - entities.count
            let last = paging.after.prefix(1)
            guard wants(kind), left > 0, last.isEmpty || last.utf8.first! <= mark.utf8.first! else {
                return
            }
            entities += try list(
                last.isExactly(mark) ? String(paging.after.dropFirst(2)) : "", left)
        }
        try add(.user, "1") {
            try call.tables.users.list(pathPrefix: "/", after: $0, limit: $1).map(
                ReportedEntity.user)
        }
        try add(.group, "2") {
            try call.tables.groups.list(pathPrefix: "/", after: $0, limit: $1).map(
                ReportedEntity.group)
        }
        try add(.role, "3") {
            try call.tables.roles.list(pathPrefix: "/", after: $0, limit: $1).map(
                ReportedEntity.role)
        }
        try add(.localManagedPolicy, "4") {
            try call.tables.managedPolicies.list(pathPrefix: "/", after: $0, limit: $1)
                .map { .policy(.customer($0)) }
        }
        try add(.awsManagedPolicy, "5") { _, limit in
            let arns = try PolicyUseTable.Use.allCases.flatMap {
                try call.tables.policyUses.arns(
                    beginningWith: AWSManagedPolicy.arnPrefix, usedAs: $0)
            }
            let policies = call.services.awsManagedPolicies.policies(arns: arns)
                .map { ReportedEntity.policy(.aws($0)) }
            return paging.first(of: policies, limit, by: \.sortKey)
        }
        return entities
    }

    private static func inlinePolicies(
        of owner: UniqueID, _ call: Call
    ) throws -> [IAM.Shape.PolicyDetail] {
        try call.tables.inlinePolicies.list(of: owner).map {
            IAM.Shape.PolicyDetail(
                policyName: $0.name, policyDocument: PercentEncoding.encode($0.document))
        }
    }

    private static func attachedPolicies(
        of owner: UniqueID, _ call: Call
    ) throws -> [IAM.Shape.AttachedPolicy] {
        try call.tables.policyAttachments.arns(of: owner).map {
            IAM.Shape.AttachedPolicy(attachedARN: $0)
        }
    }

    private static func detail(of user: User, _ call: Call) throws -> IAM.Shape.UserDetail {
        let tags = try call.tables.tags.list(of: user.id)
        return IAM.Shape.UserDetail(
            path: user.path.description, userName: user.name, userId: user.id.description,
            arn: user.arn.description, createDate: user.createdAt,
            userPolicyList: try inlinePolicies(of: user.id, call),
            groupList: try call.tables.groups.groups(of: user.id, limit: Groups.perUser).map(
                \.name),
            attachedManagedPolicies: try attachedPolicies(of: user.id, call),
            permissionsBoundary: try IAMIdentity(user).boundary(in: call.tables).map(
                IAM.Shape.AttachedPermissionsBoundary.init),
            tags: tags.map(IAM.Shape.Tag.init))
    }

    private static func detail(of group: Group, _ call: Call) throws -> IAM.Shape.GroupDetail {
        IAM.Shape.GroupDetail(
            path: group.path.description, groupName: group.name, groupId: group.id.description,
            arn: group.arn.description, createDate: group.createdAt,
            groupPolicyList: try inlinePolicies(of: group.id, call),
            attachedManagedPolicies: try attachedPolicies(of: group.id, call))
    }

    private static func detail(of role: Role, _ call: Call) throws -> IAM.Shape.RoleDetail {
        let tags = try call.tables.tags.list(of: role.id)
        return IAM.Shape.RoleDetail(
            path: role.path.description, roleName: role.name, roleId: role.id.description,
            arn: role.arn.description, createDate: role.createdAt,
            assumeRolePolicyDocument: PercentEncoding.encode(
                try role.shownTrustPolicy(in: call.tables)),
            instanceProfileList: try call.tables.instanceProfiles
                .list(holding: role.id, limit: AccountQuota.instanceProfiles.most)
                .map { try IAM.Shape.InstanceProfile($0, call) },
            rolePolicyList: try inlinePolicies(of: role.id, call),
            attachedManagedPolicies: try attachedPolicies(of: role.id, call),
            permissionsBoundary: try IAMIdentity(role).boundary(in: call.tables).map(
                IAM.Shape.AttachedPermissionsBoundary.init),
            tags: tags.map(IAM.Shape.Tag.init),
            roleLastUsed: IAM.Shape.RoleLastUsed(role, at: call.now))
    }

    private static func detail(
        of policy: AnyManagedPolicy, _ uses: [ExactText: PolicyUseTable.Counts], _ call: Call
    ) throws -> IAM.Shape.ManagedPolicyDetail {
        let shape: IAM.Shape.Policy
        let versions: [IAM.Shape.PolicyVersion]
        let uses = uses[policy.arn, default: .init()]
        switch policy {
        case .customer(let policy):
            shape = IAM.Shape.Policy(policy, uses)
            versions = try call.tables.managedPolicies.versions(of: policy.id).map {
                IAM.Shape.PolicyVersion($0, of: policy, showsDocument: true)
            }
        case .aws(let policy):
            shape = IAM.Shape.Policy(policy, uses)
            let document = call.services.awsManagedPolicies.document(of: policy)
            versions = [IAM.Shape.PolicyVersion(policy, document: document)]
        }
        return IAM.Shape.ManagedPolicyDetail(
            policyName: shape.policyName, policyId: shape.policyId, arn: shape.arn,
            path: shape.path, defaultVersionId: shape.defaultVersionId,
            attachmentCount: shape.attachmentCount,
            permissionsBoundaryUsageCount: shape.permissionsBoundaryUsageCount,
            isAttachable: shape.isAttachable, createDate: shape.createDate,
            updateDate: shape.updateDate, policyVersionList: versions)
    }
}
