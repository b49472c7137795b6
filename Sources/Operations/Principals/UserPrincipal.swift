import IAMIdentifiers
import IAMPolicy
import Store

/// An IAM user, bound by its own policies, those of its groups, and its permissions boundary.
struct UserPrincipal: StoredPrincipal {
    private let record: User

    init(_ user: User) { record = user }

    var account: AccountID { record.account }
    var arn: ARN { record.arn }
    var id: UniqueID { record.id }
    var userID: String { record.id.description }
    var userName: String? { record.name }
    var user: User? { record }
    var rootAccount: Account? { nil }
    var requestPrincipal: RequestPrincipal {
        .user(
            record.arn.description, of: record.account.description,
            uniqueID: record.id.description)
    }

    static let auditType = "IAMUser"
    var auditName: String? { record.name }
    var historyName: String? { record.name }
    var sessionIssuer: SessionIssuer? { nil }

    /// Source: IAM User Guide, "AWS global condition context keys", "aws:PrincipalTag" and
    /// "aws:username".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>
    func conditionKeys(in tables: AccountTables) throws -> RequestContext {
        var keys = RequestContext()
        keys["aws:PrincipalType"] = ["User"]
        keys["aws:username"] = [record.name]
        for tag in try tables.tags(ofPrincipal: record.id) {
            keys["aws:PrincipalTag/\(tag.key)"] += [tag.value]
        }
        return keys
    }

    func policies(
        _ cache: PrincipalPolicyCache, narrowedBy session: SessionGrant?, in tables: AccountTables
    ) throws -> PolicySet {
        try cache.policies(of: PolicyHolder(record.id, session), in: [tables]) {
            try PrincipalPolicies(of: IAMIdentity(record), narrowedBy: session, in: tables)
        }
    }

    static func owns(_ id: UniqueID, in account: AccountID) -> Bool { id.kind == .user }

    static func arn(of id: UniqueID, in account: AccountID) -> ARN? { nil }

    static func find(
        _ id: UniqueID, of account: Account, in transaction: any Transaction
    ) throws -> UserPrincipal? {
        try UserTable(transaction, of: account.id).find(id).map(UserPrincipal.init)
    }
}
