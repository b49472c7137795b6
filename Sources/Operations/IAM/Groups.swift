import IAMIdentifiers
package import IAMModel
package import Store

/// The operations on groups and their members.
package enum Groups {
    static let operations: [any Handler.Type] = [
        IAM.CreateGroup.self, IAM.GetGroup.self, IAM.ListGroups.self, IAM.UpdateGroup.self,
        IAM.DeleteGroup.self, IAM.AddUserToGroup.self, IAM.RemoveUserFromGroup.self,
        IAM.ListGroupsForUser.self,
    ]

    /// Groups one user may be in.
    /// Source: IAM User Guide, "IAM and AWS STS quotas".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>
    static let perUser = 10

    /// What policies are asked about for a group that is not there, or is about to be.
    static func resource(in account: AccountID, path: String = "/", name: String) -> String {
        ARN.iam(account, "group", path, name).description
    }
}

extension AccountTables {
    /// The group of this name, as a target.
    func group(named name: String) throws -> Target<Group> {
        let shown = "group \(name)"
        guard let group = try groups.find(named: name) else {
            return Target(
                Groups.resource(in: account, name: name), of: account, shownAs: shown,
                .failure(
                    IAM.Errors.noSuchEntity(
                        "The group with name \(name) cannot be found.", about: "GroupName")))
        }
        return Target(
            group.arn.description, of: account, shownAs: shown, .success(group))
    }

    /// A group as the target, with the user who joins or leaves it. If both are missing, AWS names
    /// the user.
    func membership(of user: String, in group: String) throws -> Target<(User, Group)> {
        try self.group(named: group).with(self.user(named: user))
    }

    /// - Throws: `DeleteConflict` while a policy is attached to an entity or embedded in it.
    func requireNoPolicies(of owner: UniqueID) throws {
        if try policyAttachments.count(of: owner) > 0 {
            throw IAM.Errors.deleteConflict("Cannot delete entity, must detach all policies first.")
        }
        if try !inlinePolicies.list(of: owner, limit: 1).isEmpty {
            throw IAM.Errors.deleteConflict("Cannot delete entity, must delete policies first.")
        }
    }
}

extension IAM.Shape.Group {
    init(_ group: Group) {
        self.init(
            path: group.path.description, groupName: group.name, groupId: group.id.description,
            arn: group.arn.description, createDate: group.createdAt)
    }
}

extension IAM.CreateGroup: ChangingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        Target(
            Groups.resource(in: call.account, path: input.path ?? "/", name: input.groupName),
            of: call.account)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        try call.require(call.tables.groups.count() + 1, within: .groups)
        let group = Group(
            account: call.account, id: call.withRandom { UniqueID(.group, using: &$0) },
            name: input.groupName, path: EntityPath(stored: input.path ?? "/"),
            createdAt: call.now)
        guard try call.tables.groups.insert(group) else {
            throw IAM.Errors.entityAlreadyExists(
                "Group with name \(group.name) already exists.", about: "GroupName")
        }
        return Output(group: IAM.Shape.Group(group))
    }
}

extension IAM.GetGroup: ReadingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Group> {
        try call.tables.group(named: input.groupName)
    }

    package static func handle(_ input: Input, on group: Group, _ call: Call) throws -> Output {
        let paging = try Paging(input)
        let page = paging.page(
            try call.tables.groups.members(of: group.id, after: paging.after, limit: paging.limit)
        ) { $0.name.asciiLowercased }
        return Output(
            group: IAM.Shape.Group(group), users: page.items.map { IAM.Shape.User($0) },
            isTruncated: page.isTruncated, marker: page.marker)
    }
}

extension IAM.ListGroups: ReadingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        Target(
            Groups.resource(in: call.account, path: input.pathPrefix ?? "/", name: ""),
            of: call.account)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        let paging = try Paging(input)
        let page = paging.page(
            try call.tables.groups.list(
                pathPrefix: input.pathPrefix ?? "/", after: paging.after, limit: paging.limit)
        ) { $0.name.asciiLowercased }
        return Output(
            groups: page.items.map(IAM.Shape.Group.init), isTruncated: page.isTruncated,
            marker: page.marker)
    }
}

extension IAM.UpdateGroup: ChangingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Group> {
        try call.tables.group(named: input.groupName)
    }

    /// A new name or path is asked about under both ARNs: the group's now and the group's then.
    /// Source: IAM API Reference, UpdateGroup: "the appropriate permissions for both".
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateGroup.html>
    package static func authorize(
        _ input: Input, _ target: Target<Group>, _ call: Call
    ) throws {
        try call.authorize(action, on: target)
        guard let group = try? target.get(), input.newGroupName != nil || input.newPath != nil
        else { return }
        let then = Groups.resource(
            in: call.account, path: input.newPath ?? group.path.description,
            name: input.newGroupName ?? group.name)
        try call.authorize(action, on: Target(then, of: target.account))
    }

    package static func handle(_ input: Input, on group: Group, _ call: Call) throws -> Output {
        var changed = group
        changed.name = input.newGroupName ?? group.name
        changed.path = input.newPath.map(EntityPath.init(stored:)) ?? group.path
        guard try call.tables.groups.update(changed) else {
            throw IAM.Errors.entityAlreadyExists(
                "Group with name \(changed.name) already exists.", about: "NewGroupName")
        }
        return Output()
    }
}

extension IAM.DeleteGroup: ChangingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Group> {
        try call.tables.group(named: input.groupName)
    }

    package static func handle(_ input: Input, on group: Group, _ call: Call) throws -> Output {
        if try !call.tables.groups.isEmpty(group.id) {
            throw IAM.Errors.deleteConflict(
                "Cannot delete entity, must remove users from group first.")
        }
        try call.tables.requireNoPolicies(of: group.id)
        try call.tables.groups.delete(group.id)
        return Output()
    }
}

extension IAM.AddUserToGroup: ChangingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<(User, Group)> {
        try call.tables.membership(of: input.userName, in: input.groupName)
    }

    package static func handle(
        _ input: Input, on found: (User, Group), _ call: Call
    ) throws -> Output {
        let (user, group) = found
        let groups = try call.tables.groups.groups(of: user.id, limit: Groups.perUser)
        guard !groups.contains(where: { $0.id == group.id }) else { return Output() }
        guard groups.count < Groups.perUser else {
            throw IAM.Errors.limitExceeded(
                "Cannot exceed quota for GroupsPerUser: \(Groups.perUser)")
        }
        try call.tables.groups.add(user: user.id, to: group.id, at: call.now)
        return Output()
    }
}

extension IAM.RemoveUserFromGroup: ChangingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<(User, Group)> {
        try call.tables.membership(of: input.userName, in: input.groupName)
    }

    /// Removing a user who is not a member is no error, and neither is adding one who is.
    /// Source: <https://github.com/cloud-custodian/cloud-custodian/pull/4730>, tried against AWS.
    package static func handle(
        _ input: Input, on found: (User, Group), _ call: Call
    ) throws -> Output {
        let (user, group) = found
        try call.tables.groups.remove(user: user.id, from: group.id)
        return Output()
    }
}

extension IAM.ListGroupsForUser: ReadingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<User> {
        try call.tables.user(named: input.userName)
    }

    package static func handle(_ input: Input, on user: User, _ call: Call) throws -> Output {
        let paging = try Paging(input)
        let page = paging.page(
            try call.tables.groups.groups(of: user.id, after: paging.after, limit: paging.limit)
        ) { $0.name.asciiLowercased }
        return Output(
            groups: page.items.map(IAM.Shape.Group.init), isTruncated: page.isTruncated,
            marker: page.marker)
    }
}
