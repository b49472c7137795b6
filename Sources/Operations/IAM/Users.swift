package import AWSWire
import IAMIdentifiers
package import IAMModel
package import IAMPolicy
package import Store

/// The operations on IAM users.
package enum Users {
    static let operations: [any Handler.Type] = [
        IAM.CreateUser.self, IAM.GetUser.self, IAM.ListUsers.self, IAM.UpdateUser.self,
        IAM.DeleteUser.self, IAM.TagUser.self, IAM.UntagUser.self, IAM.ListUserTags.self,
    ]

    /// Users one account may have.
    /// Source: IAM User Guide, "IAM and AWS STS quotas".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>
    static let perAccount = 5_000

    /// Who has no user of their own has to say which they mean.
    static let mustBeNamed = IAMError.validationError(
        "Must specify userName when calling with non-User credentials", about: "UserName")

    /// What policies are asked about for a user that is not there, or is about to be.
    static func resource(in account: AccountID, path: String = "/", name: String) -> String {
        ARN.iam(account, "user", path, name).description
    }
}

extension AccountTables {
    /// The user of this name, as a target.
    func user(named name: String) throws -> Target<User> {
        let shown = "user \(name)"
        guard let user = try users.find(named: name) else {
            return Target(
                Users.resource(in: account, name: name), of: account, shownAs: shown,
                .failure(
                    IAM.Errors.noSuchEntity(
                        "The user with name \(name) cannot be found.", about: "UserName")))
        }
        return try target(user, shownAs: shown)
    }

    func target(_ user: User, shownAs shown: String? = nil) throws -> Target<User> {
        Target(
            user.arn.description, of: account, shownAs: shown, tags: try tags.list(of: user.id),
            .success(user))
    }
}

extension Call {
    /// The user named, or the caller, as a target. Of callers an IAM user and a root user can be
    /// meant without a name.
    func userOrCaller(_ name: String?) throws -> Target<any Principal> {
        guard name == nil, principal.isRoot else {
            return try userOrCallingUser(name).map { UserPrincipal($0) }
        }
        return Target(principal.arn.description, of: account, .success(principal))
    }

    /// The user named, or the caller, as a target. Of callers only an IAM user can be meant without
    /// a name.
    func userOrCallingUser(_ name: String?) throws -> Target<User> {
        if let name { return try tables.user(named: name) }
        if let user = principal.user { return try callingUser(user) }
        return Target(principal.arn.description, of: account, .failure(Users.mustBeNamed))
    }

    /// The calling user, who may see its own ARN, as a target.
    func callingUser(_ user: User) throws -> Target<User> { try tables.target(user) }
}

extension IAM.Shape.User {
    /// A user as answers show it.
    /// - Parameters:
    ///   - tags: nil where AWS's answer leaves them out, as in lists.
    ///   - boundary: the ARN of the permissions boundary; nil likewise.
    init(_ user: User, tags: [Tag]? = nil, boundary: String? = nil) {
        self.init(
            userId: user.id.description, arn: user.arn.description, createDate: user.createdAt,
            path: user.path.description, userName: user.name,
            passwordLastUsed: user.passwordLastUsedAt,
            permissionsBoundary: boundary.map(IAM.Shape.AttachedPermissionsBoundary.init),
            tags: tags.flatMap { $0.isEmpty ? nil : $0.map(IAM.Shape.Tag.init) })
    }
}

extension IAM.Shape.User {
    /// An account's root user, which has neither name nor path.
    init(rootOf account: Account) {
        self.init(
            userId: UniqueID(rootOf: account.id).description,
            arn: ARN.root(of: account.id).description, createDate: account.createdAt,
            passwordLastUsed: account.passwordLastUsedAt)
    }
}

extension IAM.Shape.AttachedPermissionsBoundary {
    init(_ arn: String) {
        // The API Reference says PermissionsBoundaryPolicy; what AWS answers is Policy.
        // <https://github.com/awsdocs/iam-user-guide/issues/82>
        self.init(permissionsBoundaryType: .policy, permissionsBoundaryArn: arn)
    }
}

extension IAM.CreateUser: ChangingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        Target(
            Users.resource(in: call.account, path: input.path ?? "/", name: input.userName),
            of: call.account)
    }

    package static func conditions(
        _ input: Input, on target: Target<Void>, _ call: Call
    ) throws -> RequestContext {
        var keys = try Tagging.conditions(setting: input.tags, on: .user)
        keys["iam:PermissionsBoundary"] = input.permissionsBoundary.map { [$0] } ?? []
        return keys
    }

    /// A user with tags also needs `iam:TagUser`.
    /// Source: IAM User Guide, "Tagging IAM users", "Permissions required for tagging IAM users".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags_users.html>
    package static func authorize(
        _ input: Input, _ target: Target<Void>, _ call: Call
    ) throws {
        try call.authorize(
            action, on: target, with: conditions(input, on: target, call), setting: input.tags,
            by: IAM.TagUser.action)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        guard try call.tables.users.count() < Users.perAccount else {
            throw IAM.Errors.limitExceeded(
                "Cannot exceed quota for UsersPerAccount: \(Users.perAccount)")
        }
        let tags = try Tagging.validated(input.tags ?? [])
        if let boundary = input.permissionsBoundary {
            try call.requireBoundaryPolicy(arn: boundary)
        }
        let user = User(
            account: call.account, id: call.withRandom { UniqueID(.user, using: &$0) },
            name: input.userName, path: EntityPath(stored: input.path ?? "/"),
            createdAt: call.now)
        guard try call.tables.users.insert(user) else {
            throw IAM.Errors.entityAlreadyExists(
                "User with name \(user.name) already exists.", about: "UserName")
        }
        if let boundary = input.permissionsBoundary {
            try call.tables.permissionsBoundaries.put(boundary, on: user.id)
        }
        for tag in tags { try call.tables.tags.set(tag, on: user.id) }
        return Output(
            user: IAM.Shape.User(user, tags: tags, boundary: input.permissionsBoundary))
    }
}

extension IAM.GetUser: LookupHandler {
    /// The user named, or the caller: for a root user that is the account.
    package static func target(_ input: Input, _ call: Call) throws -> Target<any Principal> {
        try call.userOrCaller(input.userName)
    }

    package static func handle(
        _ input: Input, on principal: any Principal, _ call: Call
    ) throws -> Output {
        if let user = principal.user {
            return Output(
                user: IAM.Shape.User(
                    user, tags: try call.tables.tags.list(of: user.id),
                    boundary: try IAMIdentity(user).boundary(in: call.tables)))
        }
        guard let account = principal.rootAccount else { throw Users.mustBeNamed }
        return Output(user: IAM.Shape.User(rootOf: account))
    }
}

extension IAM.ListUsers: ReadingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        Target(
            Users.resource(in: call.account, path: input.pathPrefix ?? "/", name: ""),
            of: call.account)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        let paging = try Paging(input)
        let page = paging.page(
            try call.tables.users.list(
                pathPrefix: input.pathPrefix ?? "/", after: paging.after, limit: paging.limit)
        ) { $0.name.asciiLowercased }
        return Output(
            users: page.items.map { IAM.Shape.User($0) }, isTruncated: page.isTruncated,
            marker: page.marker)
    }
}

extension IAM.UpdateUser: ChangingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<User> {
        try call.tables.user(named: input.userName)
    }

    /// A new name or path is asked about under both ARNs: the user's now and the user's then.
    /// Source: IAM User Guide, "Rename an IAM user": permission is needed for the target too.
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users_rename.html>
    package static func authorize(
        _ input: Input, _ target: Target<User>, _ call: Call
    ) throws {
        try call.authorize(action, on: target)
        guard let user = try? target.get(), input.newUserName != nil || input.newPath != nil
        else { return }
        let then = Users.resource(
            in: call.account, path: input.newPath ?? user.path.description,
            name: input.newUserName ?? user.name)
        try call.authorize(action, on: Target(then, of: target.account, tags: target.tags))
    }

    package static func handle(_ input: Input, on user: User, _ call: Call) throws -> Output {
        var changed = user
        changed.name = input.newUserName ?? user.name
        changed.path = input.newPath.map(EntityPath.init(stored:)) ?? user.path
        guard try call.tables.users.update(changed) else {
            throw IAM.Errors.entityAlreadyExists(
                "User with name \(changed.name) already exists.", about: "NewUserName")
        }
        return Output()
    }
}

extension IAM.DeleteUser: ChangingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<User> {
        try call.tables.user(named: input.userName)
    }

    /// Source: IAM API Reference, DeleteUser: what is attached must be removed first.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html>
    package static func handle(_ input: Input, on user: User, _ call: Call) throws -> Output {
        if try !call.tables.groups.groups(of: user.id, limit: 1).isEmpty {
            throw IAM.Errors.deleteConflict(
                "Cannot delete entity, must remove users from group first.")
        }
        try call.tables.requireNoPolicies(of: user.id)
        if try call.tables.accessKeys.count(ownedBy: user.id, in: call.account) > 0 {
            throw IAM.Errors.deleteConflict("Cannot delete entity, must delete access keys first.")
        }
        if try call.tables.loginProfiles.find(user.id) != nil {
            throw IAM.Errors.deleteConflict(
                "Cannot delete entity, must delete login profile first.")
        }
        if try call.tables.mfaDevices.count(ownedBy: user.id) > 0 {
            throw IAM.Errors.deleteConflict("Cannot delete entity, must delete MFA device first.")
        }
        try call.tables.requireNoKeysForServices(of: user.id)
        try call.tables.tags.removeAll(from: user.id)
        try call.tables.permissionsBoundaries.delete(user.id)
        try call.tables.webSessions.deleteAll(of: user.id, in: call.account)
        try call.tables.serviceUses.deleteAll(of: user.id)
        try call.tables.users.delete(user.id)
        return Output()
    }
}

extension AccountTables {
    /// - Throws: `DeleteConflict` while a user has credentials that services outside take.
    fileprivate func requireNoKeysForServices(of user: UniqueID) throws {
        for (name, count) in [
            ("signing certificates", try signingCertificates.count(ownedBy: user)),
            ("SSH public keys", try sshPublicKeys.count(of: user)),
            ("service specific credentials", try serviceSpecificCredentials.count(of: user)),
        ] where count > 0 {
            throw IAM.Errors.deleteConflict("Cannot delete entity, must delete \(name) first.")
        }
    }
}

extension IAM.TagUser: OnUser, SetsTags {}
extension IAM.UntagUser: OnUser, RemovesTags {}
extension IAM.ListUserTags: OnUser, ListsTags {}

/// An operation on the user that its input names.
package protocol OnUser: Handler where Input: NamesUser, Resource == User {}

extension OnUser {
    package static func target(_ input: Input, _ call: Call) throws -> Target<User> {
        try call.tables.user(named: input.userName)
    }
}
