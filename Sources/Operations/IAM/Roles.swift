package import AWSWire
import IAMIdentifiers
package import IAMModel
package import IAMPolicy
package import Store

/// The operations on IAM roles.
package enum Roles {
    static let operations: [any Handler.Type] = [
        IAM.CreateRole.self, IAM.GetRole.self, IAM.ListRoles.self, IAM.UpdateRole.self,
        IAM.UpdateRoleDescription.self, IAM.UpdateAssumeRolePolicy.self, IAM.DeleteRole.self,
        IAM.TagRole.self, IAM.UntagRole.self, IAM.ListRoleTags.self,
    ]

    /// The longest session of a role that says nothing about it, in seconds.
    static let standardSessionDuration = 3_600

    /// What policies are asked about for a role that is not there, or is about to be.
    static func resource(in account: AccountID, path: String = "/", name: String) -> String {
        ARN.iam(account, "role", path, name).description
    }

    /// What is wrong with a request that sets or removes the longest sign-in session; nil if
    /// nothing is.
    static func refuseSigninDuration(_ seconds: Int?) throws {
        guard seconds == nil else {
            throw IAM.Errors.invalidInput(
                LoginProfiles.sessionDurationIsNotSupported, about: "MaxSigninSessionDuration")
        }
    }
}

extension AccountTables {
    /// The role of this name, as a target.
    func role(named name: String) throws -> Target<Role> {
        let shown = "role \(name)"
        guard let role = try roles.find(named: name) else {
            return Target(
                Roles.resource(in: account, name: name), of: account, shownAs: shown,
                .failure(
                    IAM.Errors.noSuchEntity(
                        "The role with name \(name) cannot be found.", about: "RoleName")))
        }
        return Target(
            role.arn.description, of: account, shownAs: shown, tags: try tags.list(of: role.id),
            .success(role))
    }
}

extension IAMIdentity {
    /// A role that is linked to a service is changed by the service alone.
    ///
    /// Source: IAM API Reference, PutRolePolicy, "UnmodifiableEntity"; the sentence is an answer of
    /// AWS's, <https://github.com/rebuy-de/aws-nuke/issues/331>.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html>
    func requireModifiable() throws {
        guard isServiceLinked else { return }
        throw IAM.Errors.unmodifiableEntity(
            "Cannot perform the operation on the protected role '\(name)' - this role is only "
                + "modifiable by AWS", about: "RoleName")
    }
}

extension IAM.Shape.Role {
    /// A role as lists show it.
    ///
    /// Source: IAM API Reference, ListRoles: lists leave out the boundary, the tags and the last
    /// use.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html>
    /// - Parameter trustPolicy: as it is shown today; see ``TrustPolicies``.
    init(_ role: Role, trustPolicy: String) {
        self.init(
            path: role.path.description, roleName: role.name, roleId: role.id.description,
            arn: role.arn.description, createDate: role.createdAt,
            assumeRolePolicyDocument: PercentEncoding.encode(trustPolicy),
            description: role.description, maxSessionDuration: role.maxSessionDuration)
    }

    /// A role with all that GetRole tells.
    init(_ role: Role, _ call: Call) throws {
        self.init(role, trustPolicy: try role.shownTrustPolicy(in: call.tables))
        let tags = try call.tables.tags.list(of: role.id)
        self.tags = tags.isEmpty ? nil : tags.map(IAM.Shape.Tag.init)
        permissionsBoundary = try IAMIdentity(role).boundary(in: call.tables).map(
            IAM.Shape.AttachedPermissionsBoundary.init)
        roleLastUsed = IAM.Shape.RoleLastUsed(role, at: call.now)
    }
}

extension IAM.Shape.RoleLastUsed {
    /// When a role was last used; empty for one that was not, within the time that AWS looks back.
    ///
    /// Source: IAM API Reference, RoleLastUsed: "for the trailing 400 days".
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_RoleLastUsed.html>
    init(_ role: Role, at now: Timestamp) {
        guard let use = role.lastUse, now.seconds - use.at.seconds <= 400 * 86_400 else {
            self.init()
            return
        }
        self.init(lastUsedDate: use.at, region: use.region)
    }
}

extension IAM.CreateRole: ChangingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        Target(
            Roles.resource(in: call.account, path: input.path ?? "/", name: input.roleName),
            of: call.account)
    }

    package static func conditions(
        _ input: Input, on target: Target<Void>, _ call: Call
    ) throws -> RequestContext {
        var keys = try Tagging.conditions(setting: input.tags, on: .role)
        keys["iam:PermissionsBoundary"] = input.permissionsBoundary.map { [$0] } ?? []
        return keys
    }

    /// A role with tags also needs `iam:TagRole`.
    /// Source: IAM User Guide, "Tag IAM roles", "Permissions required for tagging IAM roles".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags_roles.html>
    package static func authorize(
        _ input: Input, _ target: Target<Void>, _ call: Call
    ) throws {
        try call.authorize(
            action, on: target, with: conditions(input, on: target, call), setting: input.tags,
            by: IAM.TagRole.action)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        try Roles.refuseSigninDuration(input.maxSigninSessionDuration)
        try call.require(call.tables.roles.count() + 1, within: .roles)
        let tags = try Tagging.validated(input.tags ?? [])
        if let boundary = input.permissionsBoundary {
            try call.requireBoundaryPolicy(arn: boundary)
        }
        let trust = try call.trustPolicy(
            input.assumeRolePolicyDocument, in: "AssumeRolePolicyDocument")
        let role = Role(
            account: call.account, id: call.withRandom { UniqueID(.role, using: &$0) },
            name: input.roleName, path: EntityPath(stored: input.path ?? "/"),
            description: input.description, trustPolicy: trust.text,
            maxSessionDuration: input.maxSessionDuration ?? Roles.standardSessionDuration,
            createdAt: call.now)
        guard try call.tables.roles.insert(role) else {
            throw IAM.Errors.entityAlreadyExists(
                "Role with name \(role.name) already exists.", about: "RoleName")
        }
        try call.tables.trustedPrincipals.put(trust.principals, of: role.id)
        if let boundary = input.permissionsBoundary {
            try call.tables.permissionsBoundaries.put(boundary, on: role.id)
        }
        for tag in tags { try call.tables.tags.set(tag, on: role.id) }
        return Output(role: try answer(role, call))
    }

    /// The description, the length of sessions and the last use are told by GetRole alone.
    /// Source: AWS CLI Command Reference, create-role, "Examples".
    /// <https://docs.aws.amazon.com/cli/latest/reference/iam/create-role.html>
    private static func answer(_ role: Role, _ call: Call) throws -> IAM.Shape.Role {
        var shape = try IAM.Shape.Role(role, call)
        shape.description = nil
        shape.maxSessionDuration = nil
        shape.roleLastUsed = nil
        return shape
    }
}

extension IAM.GetRole: OnBoundedRole, LookupHandler {
    package static func handle(_ input: Input, on role: Role, _ call: Call) throws -> Output {
        Output(role: try IAM.Shape.Role(role, call))
    }
}

extension IAM.ListRoles: ReadingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        Target(
            Roles.resource(in: call.account, path: input.pathPrefix ?? "/", name: ""),
            of: call.account)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        let paging = try Paging(input)
        let page = paging.page(
            try call.tables.roles.list(
                pathPrefix: input.pathPrefix ?? "/", after: paging.after, limit: paging.limit)
        ) { $0.name.asciiLowercased }
        let trust = try call.tables.shownTrustPolicies(of: page.items)
        return Output(
            roles: zip(page.items, trust).map { IAM.Shape.Role($0, trustPolicy: $1) },
            isTruncated: page.isTruncated, marker: page.marker)
    }
}

extension IAM.UpdateRole: OnBoundedRole, ChangingHandler {
    /// A description that is not given stays, and a length of sessions that is not given becomes
    /// the standard one. Of a role that is linked to a service the description alone changes.
    ///
    /// Sources: IAM API Reference, UpdateRole, "MaxSessionDuration"; IAM User Guide, "Update a
    /// service-linked role".
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateRole.html>
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-service-linked-role.html>
    package static func handle(_ input: Input, on role: Role, _ call: Call) throws -> Output {
        if input.maxSessionDuration != nil || input.maxSigninSessionDuration != nil
            || input.resetMaxSigninSessionDuration == true
        {
            try IAMIdentity(role).requireModifiable()
        }
        // No role has the setting, so that to reset it has no effect.
        try Roles.refuseSigninDuration(input.maxSigninSessionDuration)
        var changed = role
        changed.description = input.description ?? role.description
        if role.linkedService == nil {
            changed.maxSessionDuration =
                input.maxSessionDuration ?? Roles.standardSessionDuration
        }
        try call.tables.roles.update(changed)
        return Output()
    }
}

extension IAM.UpdateRoleDescription: OnBoundedRole, ChangingHandler {
    package static func handle(_ input: Input, on role: Role, _ call: Call) throws -> Output {
        var changed = role
        changed.description = input.description
        try call.tables.roles.update(changed)
        return Output(role: try IAM.Shape.Role(changed, call))
    }
}

extension IAM.UpdateAssumeRolePolicy: OnBoundedRole, ChangingHandler {
    package static func handle(_ input: Input, on role: Role, _ call: Call) throws -> Output {
        try IAMIdentity(role).requireModifiable()
        let trust = try call.trustPolicy(input.policyDocument, in: "PolicyDocument")
        var changed = role
        changed.trustPolicy = trust.text
        try call.tables.roles.update(changed)
        try call.tables.trustedPrincipals.put(trust.principals, of: role.id)
        return Output()
    }
}

extension IAM.DeleteRole: OnBoundedRole, ChangingHandler {
    /// Source: IAM API Reference, DeleteRole: what is attached must be removed first.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html>
    package static func handle(_ input: Input, on role: Role, _ call: Call) throws -> Output {
        try IAMIdentity(role).requireModifiable()
        try call.tables.requireNoPolicies(of: role.id)
        try call.tables.requireNoInstanceProfiles(of: role.id)
        try call.tables.removeRole(role)
        return Output()
    }
}

extension AccountTables {
    /// Deletes a role of which nothing hinders it, with all that is its own.
    func removeRole(_ role: Role) throws {
        try tags.removeAll(from: role.id)
        try permissionsBoundaries.delete(role.id)
        try serviceUses.deleteAll(of: role.id)
        try roles.delete(role.id)
    }
}

extension IAM.TagRole: OnRole, SetsTags {}
extension IAM.UntagRole: OnRole, RemovesTags {}
extension IAM.ListRoleTags: OnRole, ListsTags {}

/// An operation on the role that its input names.
package protocol OnRole: Handler where Input: NamesRole, Resource == Role {}

extension OnRole {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Role> {
        try call.tables.role(named: input.roleName)
    }
}

/// An operation on a role of which policies are asked about its permissions boundary, too.
///
/// Source: Service Authorization Reference, the condition keys of the actions of IAM.
/// <https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html>
package protocol OnBoundedRole: OnRole {}

extension OnBoundedRole {
    package static func conditions(
        _ input: Input, on target: Target<Role>, _ call: Call
    ) throws -> RequestContext {
        try target.map { IAMIdentity($0) }.boundaryCondition(call)
    }
}
