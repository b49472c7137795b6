import IAMIdentifiers
import Store
import TestRandom

/// What an account is filled with. Each user has a password, an access key, a group and a policy.
struct AccountFilling {
    let users: Int
    let groups: Int
    let roles: Int
    let policies: Int

    static let ordinary = AccountFilling(users: 100, groups: 10, roles: 10, policies: 10)
    /// Nearly as much as the quotas let in, so that there is room for what is measured.
    static let large = AccountFilling(users: 4_900, groups: 200, roles: 900, policies: 1_400)

    private static let start = Timestamp(seconds: 1_790_000_000)
    private static let policy = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:Get*","s3:List*"],\
        "Resource":"arn:aws:s3:::data/*"}]}
        """
    private static let trust = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow",\
        "Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}
        """
    /// As long as a hash is; of no password.
    private static let hash = "$argon2id$v=19$m=65536,t=2,p=1$" + String(repeating: "A", count: 66)

    static func makeAccount(_ id: AccountID, in transaction: any Transaction) throws {
        let isNew = try AccountTable(transaction).insert(
            Account(
                id: id, name: "Account \(id)", email: "root@\(id).example", passwordHash: hash,
                passwordChangedAt: start, createdAt: start))
        precondition(isNew, "the store has been filled")
    }

    /// Fills an account. Two fillings of one account are the same.
    func fill(_ account: AccountID, in transaction: any Transaction) throws {
        var random = SeededGenerator(seed: account.number)
        let arns = try makePolicies(account, in: transaction, &random)
        let groupIDs = try makeGroups(account, in: transaction, &random)
        try makeRoles(account, in: transaction, &random)
        let attachments = PolicyAttachmentTable(transaction, of: account)
        let groupTable = GroupTable(transaction, of: account)
        for number in 0..<users {
            let id = try makeUser(number, account, in: transaction, &random)
            try groupTable.add(user: id, to: groupIDs[number % groups], at: Self.start)
            try attachments.attach(arns[number % policies], to: id, at: Self.start)
        }
    }

    /// A user with a password and an access key.
    private func makeUser(
        _ number: Int, _ account: AccountID, in transaction: any Transaction,
        _ random: inout SeededGenerator
    ) throws -> UniqueID {
        let user = User(
            account: account, id: UniqueID(.user, using: &random), name: "user-\(number)",
            path: number % 2 == 0 ? .root : EntityPath(stored: "/team/"), createdAt: Self.start)
        let key = AccessKey(
            account: account, id: AccessKeyID(.longTerm, in: account, using: &random),
            owner: user.id, createdAt: Self.start)
        let isNew =
            try UserTable(transaction, of: account).insert(user)
            && LoginProfileTable(transaction, of: account).insert(
                LoginProfile(
                    account: account, user: user.id, passwordHash: Self.hash,
                    isResetRequired: false, createdAt: Self.start, changedAt: Self.start))
            && AccessKeyTable(transaction).insert(
                key, sealedSecret: (0..<84).map { _ in UInt8.random(in: 0...255, using: &random) })
        precondition(isNew, "the account has been filled")
        return user.id
    }

    /// - Returns: the ARNs of the policies.
    private func makePolicies(
        _ account: AccountID, in transaction: any Transaction, _ random: inout SeededGenerator
    ) throws -> [String] {
        let table = ManagedPolicyTable(transaction, of: account)
        return try (0..<policies).map { number in
            let policy = ManagedPolicy(
                account: account, id: UniqueID(.managedPolicy, using: &random),
                name: "policy-\(number)", path: .root, description: nil, defaultVersion: 1,
                latestVersion: 1, createdAt: Self.start, updatedAt: Self.start)
            _ = try table.insert(policy)
            try table.insert(
                .init(number: 1, document: Self.policy, createdAt: Self.start), of: policy.id)
            return policy.arn.description
        }
    }

    private func makeGroups(
        _ account: AccountID, in transaction: any Transaction, _ random: inout SeededGenerator
    ) throws -> [UniqueID] {
        let policies = InlinePolicyTable(transaction, of: account)
        return try (0..<groups).map { number in
            let group = Group(
                account: account, id: UniqueID(.group, using: &random), name: "group-\(number)",
                path: .root, createdAt: Self.start)
            _ = try GroupTable(transaction, of: account).insert(group)
            try policies.put(.init(name: "rules", document: Self.policy), in: group.id)
            return group.id
        }
    }

    private func makeRoles(
        _ account: AccountID, in transaction: any Transaction, _ random: inout SeededGenerator
    ) throws {
        for number in 0..<roles {
            _ = try RoleTable(transaction, of: account).insert(
                Role(
                    account: account, id: UniqueID(.role, using: &random), name: "role-\(number)",
                    path: .root, trustPolicy: Self.trust, createdAt: Self.start))
        }
    }
}
