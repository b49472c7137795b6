package import AWSWire
package import IAMIdentifiers
package import IAMModel
package import IAMPolicy
package import Store

/// The operations on instance profiles, by which EC2 instances are given a role.
///
/// Source: IAM User Guide, "Use instance profiles".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html>
package enum InstanceProfiles {
    static let operations: [any Handler.Type] = [
        IAM.CreateInstanceProfile.self, IAM.GetInstanceProfile.self,
        IAM.ListInstanceProfiles.self, IAM.ListInstanceProfilesForRole.self,
        IAM.AddRoleToInstanceProfile.self, IAM.RemoveRoleFromInstanceProfile.self,
        IAM.DeleteInstanceProfile.self, IAM.TagInstanceProfile.self,
        IAM.UntagInstanceProfile.self, IAM.ListInstanceProfileTags.self,
    ]

    /// Roles of one instance profile, which is called a session in AWS's sentence.
    /// Source: IAM User Guide, "IAM and AWS STS quotas".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>
    static let rolesPerProfile = 1

    /// What policies are asked about for an instance profile that is not there, or is about to be.
    static func resource(in account: AccountID, path: String = "/", name: String) -> String {
        ARN.iam(account, "instance-profile", path, name).description
    }
}

extension InstanceProfile: Taggable {
    package static var taggedKind: UniqueID.Kind { .instanceProfile }
}

extension AccountTables {
    /// The instance profile of this name, as a target.
    ///
    /// Source of the sentence: an answer of AWS's,
    /// <https://github.com/skyplane-project/skyplane/pull/724>.
    func instanceProfile(named name: String) throws -> Target<InstanceProfile> {
        let shown = "instance profile \(name)"
        guard let profile = try instanceProfiles.find(named: name) else {
            return Target(
                InstanceProfiles.resource(in: account, name: name), of: account, shownAs: shown,
                .failure(
                    IAM.Errors.noSuchEntity(
                        "Instance Profile \(name) cannot be found.",
                        about: "InstanceProfileName")))
        }
        return Target(
            profile.arn.description, of: account, shownAs: shown,
            tags: try tags.list(of: profile.id), .success(profile))
    }
}

extension IAM.Shape.InstanceProfile {
    /// An instance profile with its role.
    /// - Parameter tags: nil where AWS's answer leaves them out, as in lists.
    init(_ profile: InstanceProfile, tags: [Tag]? = nil, _ call: Call) throws {
        self.init(
            path: profile.path.description, instanceProfileName: profile.name,
            instanceProfileId: profile.id.description, arn: profile.arn.description,
            createDate: profile.createdAt,
            roles: try profile.role.flatMap(call.tables.roles.find).map {
                [try Self.role($0, call)]
            } ?? [],
            tags: tags.flatMap { $0.isEmpty ? nil : $0.map(IAM.Shape.Tag.init) })
    }

    /// Here a role has neither a description nor a length of sessions.
    /// Source: AWS CLI Command Reference, get-instance-profile, "Examples".
    /// <https://docs.aws.amazon.com/cli/latest/reference/iam/get-instance-profile.html>
    private static func role(_ role: Role, _ call: Call) throws -> IAM.Shape.Role {
        var shape = IAM.Shape.Role(role, trustPolicy: try role.shownTrustPolicy(in: call.tables))
        shape.description = nil
        shape.maxSessionDuration = nil
        return shape
    }
}

extension IAM.CreateInstanceProfile: ChangingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        Target(
            InstanceProfiles.resource(
                in: call.account, path: input.path ?? "/", name: input.instanceProfileName),
            of: call.account)
    }

    package static func conditions(
        _ input: Input, on target: Target<Void>, _ call: Call
    ) throws -> RequestContext {
        try Tagging.conditions(setting: input.tags, on: .instanceProfile)
    }

    /// An instance profile with tags also needs `iam:TagInstanceProfile`.
    /// Source: IAM User Guide, "Tag instance profiles for Amazon EC2 roles".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags_instance-profiles.html>
    package static func authorize(
        _ input: Input, _ target: Target<Void>, _ call: Call
    ) throws {
        try call.authorize(
            action, on: target, with: conditions(input, on: target, call), setting: input.tags,
            by: IAM.TagInstanceProfile.action)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        try call.require(call.tables.instanceProfiles.count() + 1, within: .instanceProfiles)
        let tags = try Tagging.validated(input.tags ?? [])
        let profile = InstanceProfile(
            account: call.account, id: call.withRandom { UniqueID(.instanceProfile, using: &$0) },
            name: input.instanceProfileName, path: EntityPath(stored: input.path ?? "/"),
            createdAt: call.now)
        guard try call.tables.instanceProfiles.insert(profile) else {
            throw IAM.Errors.entityAlreadyExists(
                "Instance Profile \(profile.name) already exists.", about: "InstanceProfileName")
        }
        for tag in tags { try call.tables.tags.set(tag, on: profile.id) }
        return Output(instanceProfile: try IAM.Shape.InstanceProfile(profile, tags: tags, call))
    }
}

extension IAM.GetInstanceProfile: OnInstanceProfile, LookupHandler {
    package static func handle(
        _ input: Input, on profile: InstanceProfile, _ call: Call
    ) throws -> Output {
        Output(
            instanceProfile: try IAM.Shape.InstanceProfile(
                profile, tags: try call.tables.tags.list(of: profile.id), call))
    }
}

extension IAM.ListInstanceProfiles: ReadingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        Target(
            InstanceProfiles.resource(in: call.account, path: input.pathPrefix ?? "/", name: ""),
            of: call.account)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        let paging = try Paging(input)
        let page = paging.page(
            try call.tables.instanceProfiles.list(
                pathPrefix: input.pathPrefix ?? "/", after: paging.after, limit: paging.limit)
        ) { $0.name.asciiLowercased }
        return Output(
            instanceProfiles: try page.items.map { try IAM.Shape.InstanceProfile($0, call) },
            isTruncated: page.isTruncated, marker: page.marker)
    }
}

extension IAM.ListInstanceProfilesForRole: OnRole, ReadingHandler {
    package static func handle(_ input: Input, on role: Role, _ call: Call) throws -> Output {
        let paging = try Paging(input)
        let page = paging.page(
            try call.tables.instanceProfiles.list(
                holding: role.id, after: paging.after, limit: paging.limit)
        ) { $0.name.asciiLowercased }
        return Output(
            instanceProfiles: try page.items.map { try IAM.Shape.InstanceProfile($0, call) },
            isTruncated: page.isTruncated, marker: page.marker)
    }
}

extension IAM.AddRoleToInstanceProfile: OnInstanceProfile, ChangingHandler {
    /// Whoever gives a role to instances passes it to EC2. Which instances these will be is not
    /// known.
    ///
    /// Sources: IAM API Reference, AddRoleToInstanceProfile: the caller needs PassRole on the role,
    /// and `iam:AssociatedResourceArn` is the ARN of every instance; IAM User Guide, "Grant a user
    /// permissions to pass a role to an AWS service".
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddRoleToInstanceProfile.html>
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html>
    package static func authorize(
        _ input: Input, _ target: Target<InstanceProfile>, _ call: Call
    ) throws {
        try call.authorize(action, on: target)
        let role = try call.tables.role(named: input.roleName)
        try call.authorize(
            "iam:PassRole", on: Target<Void>(role.resource, of: role.account, tags: role.tags),
            with: [
                "iam:PassedToService": ["ec2.amazonaws.com"],
                "iam:AssociatedResourceArn": ["arn:aws:ec2:*:\(call.account):instance/*"],
            ])
    }

    package static func handle(
        _ input: Input, on profile: InstanceProfile, _ call: Call
    ) throws -> Output {
        let role = try call.tables.role(named: input.roleName).get()
        try IAMIdentity(role).requireModifiable()
        guard profile.role == nil else {
            throw IAM.Errors.limitExceeded(
                "Cannot exceed quota for InstanceSessionsPerInstanceProfile: "
                    + "\(InstanceProfiles.rolesPerProfile)")
        }
        try call.tables.instanceProfiles.setRole(role.id, of: profile.id)
        return Output()
    }
}

extension IAM.RemoveRoleFromInstanceProfile: OnInstanceProfile, ChangingHandler {
    package static func handle(
        _ input: Input, on profile: InstanceProfile, _ call: Call
    ) throws -> Output {
        let role = try call.tables.role(named: input.roleName).get()
        guard profile.role == role.id else {
            throw IAM.Errors.noSuchEntity(
                "The role with name \(input.roleName) cannot be found.", about: "RoleName")
        }
        try call.tables.instanceProfiles.setRole(nil, of: profile.id)
        return Output()
    }
}

extension IAM.DeleteInstanceProfile: OnInstanceProfile, ChangingHandler {
    package static func handle(
        _ input: Input, on profile: InstanceProfile, _ call: Call
    ) throws -> Output {
        guard profile.role == nil else {
            throw IAM.Errors.deleteConflict(
                "Cannot delete entity, must remove roles from instance profile first.")
        }
        try call.tables.tags.removeAll(from: profile.id)
        try call.tables.instanceProfiles.delete(profile.id)
        return Output()
    }
}

extension AccountTables {
    /// - Throws: `DeleteConflict` while an instance profile holds a role.
    func requireNoInstanceProfiles(of role: UniqueID) throws {
        guard try instanceProfiles.list(holding: role, limit: 1).isEmpty else {
            throw IAM.Errors.deleteConflict(
                "Cannot delete entity, must remove roles from instance profile first.")
        }
    }
}

extension IAM.TagInstanceProfile: OnInstanceProfile, SetsTags {}
extension IAM.UntagInstanceProfile: OnInstanceProfile, RemovesTags {}
extension IAM.ListInstanceProfileTags: OnInstanceProfile, ListsTags {}

/// An operation on the instance profile that its input names.
package protocol OnInstanceProfile: Handler
where Input: NamesInstanceProfile, Resource == InstanceProfile {}

extension OnInstanceProfile {
    package static func target(_ input: Input, _ call: Call) throws -> Target<InstanceProfile> {
        try call.tables.instanceProfile(named: input.instanceProfileName)
    }
}
