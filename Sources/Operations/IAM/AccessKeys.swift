import Credentials
import IAMIdentifiers
package import IAMModel
package import Store

/// The operations on access keys, the long-term credentials of IAM users and of the root user.
///
/// Without `UserName` they act on the caller, so that a root user's key manages the root user's.
package enum AccessKeys {
    static let operations: [any Handler.Type] = [
        IAM.CreateAccessKey.self, IAM.ListAccessKeys.self, IAM.UpdateAccessKey.self,
        IAM.DeleteAccessKey.self, IAM.GetAccessKeyLastUsed.self,
    ]

    /// Keys one user may own, inactive ones included.
    /// Source: IAM User Guide, "IAM and AWS STS quotas"; not adjustable there either.
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>
    static let perUser = 2
}

extension Call {
    /// The owner's key of this ID.
    /// - Throws: `NoSuchEntity` when there is none, or it is another's.
    func accessKey(_ id: String, of owner: any Principal) throws -> AccessKey {
        guard let keyID = AccessKeyID(id), let key = try tables.accessKeys.find(keyID),
            key.account == account, key.owner == owner.id
        else {
            throw IAM.Errors.noSuchEntity(
                "The Access Key with id \(id) cannot be found.", about: "AccessKeyId")
        }
        return key
    }
}

extension IAM.CreateAccessKey: ChangingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<any Principal> {
        try call.userOrCaller(input.userName)
    }

    package static func handle(
        _ input: Input, on owner: any Principal, _ call: Call
    ) throws -> Output {
        try call.requireFreshProofs(of: owner)
        guard
            try call.tables.accessKeys.count(ownedBy: owner.id, in: call.account)
                < AccessKeys.perUser
        else {
            throw IAM.Errors.limitExceeded(
                "Cannot exceed quota for AccessKeysPerUser: \(AccessKeys.perUser)")
        }
        let (key, secret) = try AccessKeys.create(for: owner.id, call)
        try call.notify(ifRoot: owner, .accessKeyCreated(key.id))
        return Output(
            accessKey: IAM.Shape.AccessKey(
                accessKeyId: key.id.description, status: .active, secretAccessKey: secret,
                userName: owner.userName, createDate: key.createdAt))
    }
}

extension Call {
    /// Tells the root user by mail what happened to it; nobody when it happened to somebody else.
    func notify(ifRoot owner: any Principal, _ notice: RootNotice) throws {
        guard let account = owner.rootAccount else { return }
        try Mail(services).notify(notice, of: account, facts, in: transaction)
    }
}

extension AccessKeys {
    /// Makes and keeps a key; its secret is in the answer alone.
    static func create(for owner: UniqueID, _ call: Call) throws -> (AccessKey, Secret) {
        try create(
            for: owner, in: call.account, at: call.now, call.services, call.transaction)
    }

    /// The same without a caller, for the operator, who may choose the ID and the secret.
    static func create(
        for owner: UniqueID, in account: AccountID, id: AccessKeyID? = nil, secret: Secret? = nil,
        at now: Timestamp, _ services: Services, _ transaction: any Transaction
    ) throws -> (AccessKey, Secret) {
        var random = services.random()
        let key = AccessKey(
            account: account, id: id ?? AccessKeyID(.longTerm, in: account, using: &random),
            owner: owner, createdAt: now)
        let secret = secret ?? SecretAccessKey.random(using: &random)
        let sealed = try services.sealer.seal(secret, for: key.sealingContext)
        guard try AccessKeyTable(transaction).insert(key, sealedSecret: sealed) else {
            // Another key has this random ID already. The client's retry draws another.
            throw IAMError.serviceUnavailable
        }
        return (key, secret)
    }
}

extension IAM.ListAccessKeys: ReadingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<any Principal> {
        try call.userOrCaller(input.userName)
    }

    package static func handle(
        _ input: Input, on owner: any Principal, _ call: Call
    ) throws -> Output {
        let paging = try Paging(input)
        let page = paging.page(
            try call.tables.accessKeys.list(
                ownedBy: owner.id, in: call.account, after: paging.after, limit: paging.limit)
        ) { $0.id.description }
        let keys = page.items.map { key in
            IAM.Shape.AccessKeyMetadata(
                userName: owner.userName, accessKeyId: key.id.description,
                status: .init(key.status), createDate: key.createdAt)
        }
        return Output(
            accessKeyMetadata: keys, isTruncated: page.isTruncated, marker: page.marker)
    }
}

extension IAM.UpdateAccessKey: ChangingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<any Principal> {
        try call.userOrCaller(input.userName)
    }

    package static func handle(
        _ input: Input, on owner: any Principal, _ call: Call
    ) throws -> Output {
        let key = try call.accessKey(input.accessKeyId, of: owner)
        guard let status = CredentialStatus(input.status) else {
            throw IAMError.validationError(CredentialStatus.sentence)
        }
        if status == .active { try call.requireFreshProofs(of: owner) }
        try call.tables.accessKeys.setStatus(status, of: key)
        return Output()
    }
}

extension IAM.DeleteAccessKey: ChangingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<any Principal> {
        try call.userOrCaller(input.userName)
    }

    package static func handle(
        _ input: Input, on owner: any Principal, _ call: Call
    ) throws -> Output {
        try call.tables.accessKeys.delete(try call.accessKey(input.accessKeyId, of: owner))
        return Output()
    }
}

extension IAM.GetAccessKeyLastUsed: LookupHandler {
    /// The user who owns the key. A key of another account is not told from one that does not
    /// exist, and to both the answer is `AccessDenied`, for a root user too: the operation declares
    /// no error of its own.
    /// Source: IAM API Reference, GetAccessKeyLastUsed, "Errors".
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccessKeyLastUsed.html>
    package static func target(
        _ input: Input, _ call: Call
    ) throws -> Target<(key: AccessKey, user: User?)> {
        let shown = "access key \(input.accessKeyId)"
        guard let id = AccessKeyID(input.accessKeyId),
            let key = try call.tables.accessKeys.find(id),
            key.account == call.account
        else {
            return Target(
                "*", of: call.account, shownAs: shown,
                .failure(denial(of: shown, to: call.principal)))
        }
        guard let user = try call.tables.users.find(key.owner) else {
            return Target(
                ARN.root(of: call.account).description, of: call.account, shownAs: shown,
                .success((key, nil)))
        }
        return Target(
            user.arn.description, of: call.account, shownAs: shown,
            tags: try call.tables.tags.list(of: user.id),
            .success((key, user)))
    }

    /// The only denial of IAM that has no colon after "perform" and gives no reason.
    private static func denial(of shown: String, to principal: any Principal) -> IAMError {
        .accessDenied(
            "User: \(principal.arn) is not authorized to perform \(action) on resource: \(shown)")
    }

    /// Source: IAM API Reference, AccessKeyLastUsed: `N/A` where the key was never used.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_AccessKeyLastUsed.html>
    package static func handle(
        _ input: Input, on found: (key: AccessKey, user: User?), _ call: Call
    ) throws -> Output {
        let use = found.key.lastUse
        return Output(
            userName: found.user?.name,
            accessKeyLastUsed: IAM.Shape.AccessKeyLastUsed(
                serviceName: use?.service ?? "N/A", region: use?.region ?? "N/A",
                lastUsedDate: use?.at))
    }
}
