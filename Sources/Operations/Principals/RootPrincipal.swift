import IAMIdentifiers
import IAMPolicy
import Store

/// An account's root user. No IAM policy of its account binds it.
///
/// Source: IAM User Guide, "AWS account root user".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html>
struct RootPrincipal: StoredPrincipal {
    private let record: Account
    /// The account's alias.
    let auditName: String?

    /// - Parameter alias: the account's; nil where it has none.
    init(_ account: Account, alias: String?) {
        record = account
        auditName = alias
    }

    var account: AccountID { record.id }
    var arn: ARN { .root(of: record.id) }
    var id: UniqueID { UniqueID(rootOf: record.id) }
    var userID: String { id.description }
    var userName: String? { nil }
    var user: User? { nil }
    var rootAccount: Account? { record }
    var requestPrincipal: RequestPrincipal { .rootUser(of: record.id.description) }

    static let auditType = "Root"
    var historyName: String? { Self.historyName }
    static let historyName = "root"
    var sessionIssuer: SessionIssuer? { nil }

    /// A root user is the principal type `Account` and has neither user name nor tags.
    ///
    /// Source: IAM User Guide, "IAM policy elements: Variables and tags", "Request information for
    /// different types of principals".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html>
    func conditionKeys(in tables: AccountTables) -> RequestContext {
        var keys = RequestContext()
        keys["aws:PrincipalType"] = ["Account"]
        return keys
    }

    /// None. `GetScopedCredentials` narrows no session of a root user, since no policy binds one.
    func policies(
        _ cache: PrincipalPolicyCache, narrowedBy session: SessionGrant?, in tables: AccountTables
    ) -> PolicySet { .empty }

    static func owns(_ id: UniqueID, in account: AccountID) -> Bool {
        id == UniqueID(rootOf: account)
    }

    static func arn(of id: UniqueID, in account: AccountID) -> ARN? { .root(of: account) }

    static func find(
        _ id: UniqueID, of account: Account, in transaction: any Transaction
    ) throws -> RootPrincipal? {
        RootPrincipal(account, alias: try AccountAliasTable(transaction).alias(of: account.id))
    }
}
