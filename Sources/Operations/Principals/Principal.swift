package import IAMIdentifiers
package import IAMPolicy
package import Store

/// Who acts, as the store knows them in one transaction.
///
/// Each kind of principal has a file in this folder and answers for itself, so that a further kind
/// changes no other file but the list of ``Principals``. Nothing here has a default: a kind that
/// does not say which policies bind it does not compile.
package protocol Principal: Sendable {
    var account: AccountID { get }
    /// What GetCallerIdentity, audit records and messages about refusals say.
    var arn: ARN { get }
    /// What `aws:PrincipalArn` says: of a session of a role, the role's ARN.
    var principalARN: ARN { get }
    /// What the store keeps things under that belong to it: credentials, sessions, tags. Of a
    /// session of a role, the role's.
    var id: UniqueID { get }
    /// What `aws:userid`, GetCallerIdentity and audit records say.
    var userID: String { get }
    /// What messages about refusals call it; nil where AWS gives no name.
    var userName: String? { get }
    /// The IAM user that acts; nil for every other kind.
    var user: User? { get }
    /// The account whose root user acts; nil for every other kind.
    var rootAccount: Account? { get }
    /// Whom the engine takes it for.
    var requestPrincipal: RequestPrincipal { get }

    /// The `type` of `userIdentity` in audit records.
    ///
    /// Source: AWS CloudTrail User Guide, "CloudTrail userIdentity element".
    /// <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html>
    static var auditType: String { get }
    /// The `userName` of `userIdentity`; nil where AWS writes none.
    var auditName: String? { get }
    /// What the event history finds its events by, as `Username`; nil for nothing.
    var historyName: String? { get }
    /// Who granted the session in which it acts, as records tell it; nil where nobody did.
    var sessionIssuer: SessionIssuer? { get }

    /// The condition keys that only this kind knows, such as `aws:PrincipalType` and its tags.
    /// - Parameter tables: those of its account.
    func conditionKeys(in tables: AccountTables) throws -> RequestContext

    /// The policies that bind it, compiled.
    /// - Parameters:
    ///   - session: whose policies narrow them; nil for none.
    ///   - tables: those of its account.
    /// - Throws: ``PoliciesNotCompiled`` when they have to be compiled first.
    func policies(
        _ cache: PrincipalPolicyCache, narrowedBy session: SessionGrant?, in tables: AccountTables
    ) throws -> PolicySet
}

/// A principal that is itself in the store, and needs no session to act.
package protocol StoredPrincipal: Principal {
    /// Whether an ID of an account's is one of this kind.
    static func owns(_ id: UniqueID, in account: AccountID) -> Bool

    /// The ARN that an ID says by itself; nil where only the store knows it.
    static func arn(of id: UniqueID, in account: AccountID) -> ARN?

    /// The principal of an ID in its account, or nil.
    static func find(
        _ id: UniqueID, of account: Account, in transaction: any Transaction
    ) throws -> Self?
}

extension Principal {
    package var isRoot: Bool { rootAccount != nil }
}

extension StoredPrincipal {
    var principalARN: ARN { arn }
}

extension AccountTables {
    /// The tags of a user or a role.
    func tags(ofPrincipal id: UniqueID) throws -> [Tag] {
        let memory = transaction.memory(of: account)?.part(PrincipalTags.self)
        if let tags = memory?.tags[id] { return tags }
        let tags = try tags.list(of: id)
        memory?.tags[id] = tags
        return tags
    }
}

/// The tags of users and roles in one state of the store.
private final class PrincipalTags: SnapshotPart {
    var tags = Remembered<UniqueID, [Tag]>()
}

/// The kinds of principals there are.
enum Principals {
    static let kinds: [any StoredPrincipal.Type] = [RootPrincipal.self, UserPrincipal.self]

    /// The kind that an ID is of; nil for what is no principal.
    static func kind(of id: UniqueID, in account: AccountID) -> (any StoredPrincipal.Type)? {
        kinds.first { $0.owns(id, in: account) }
    }

    /// The principal of an ID in its account, or nil.
    static func find(
        _ id: UniqueID, of account: Account, in transaction: any Transaction
    ) throws -> (any Principal)? {
        try kind(of: id, in: account.id)?.find(id, of: account, in: transaction)
    }

    /// The principal that acts by temporary credentials, or by its own; nil once whatever they came
    /// from is gone.
    static func find(
        _ id: UniqueID, actingBy session: SessionGrant?, of account: Account,
        in transaction: any Transaction
    ) throws -> (any Principal)? {
        switch session?.subject {
        case nil, .caller: return try find(id, of: account, in: transaction)
        case .role(let name):
            return try RoleSessionPrincipal(
                session, named: name, in: AccountTables(transaction, of: account.id))
        case .federatedUser(let name):
            guard let issuer = try find(id, of: account, in: transaction) else { return nil }
            return FederatedUserPrincipal(named: name, begunBy: issuer, session)
        }
    }
}
