import IAMIdentifiers
import IAMPolicy
import Store

/// Whom an IAM user, or a root user, vouched for with GetFederationToken. It has those permissions
/// that both the policies of that user and the policies passed then allow.
///
/// Source: IAM User Guide, "Permissions for GetFederationToken".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getfederationtoken.html>
struct FederatedUserPrincipal: Principal {
    private let issuer: any Principal
    private let session: SessionGrant
    private let name: String

    init?(named name: String, begunBy issuer: any Principal, _ session: SessionGrant?) {
        guard let session else { return nil }
        self.issuer = issuer
        self.session = session
        self.name = name
    }

    var account: AccountID { issuer.account }
    var arn: ARN { .federatedUser(name, in: account) }
    var principalARN: ARN { arn }
    var id: UniqueID { issuer.id }
    var userID: String { "\(account):\(name)" }
    var userName: String? { nil }
    var user: User? { nil }
    var rootAccount: Account? { nil }
    var requestPrincipal: RequestPrincipal {
        .federatedUser(
            arn.description, begunBy: issuer.arn.description, in: account.description,
            uniqueID: issuer.id.description)
    }

    static let auditType = "FederatedUser"
    var auditName: String? { nil }
    var historyName: String? { name }
    var sessionIssuer: SessionIssuer? {
        SessionIssuer(
            type: type(of: issuer).auditType, id: issuer.id, arn: issuer.arn, account: account,
            userName: issuer.auditName)
    }

    /// The tags of the user are not the session's.
    ///
    /// Source: IAM User Guide, "IAM policy elements: Variables and tags", "Request information for
    /// different types of principals".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html>
    func conditionKeys(in tables: AccountTables) throws -> RequestContext {
        var keys = RequestContext()
        keys["aws:PrincipalType"] = ["FederatedUser"]
        for tag in session.tags { keys["aws:PrincipalTag/\(tag.key)"] = [tag.value] }
        return keys
    }

    func policies(
        _ cache: PrincipalPolicyCache, narrowedBy session: SessionGrant?, in tables: AccountTables
    ) throws -> PolicySet {
        try cache.policies(of: PolicyHolder(issuer.id, session), in: [tables]) {
            guard let user = issuer.user else {
                return try PrincipalPolicies(ofRootNarrowedBy: session, in: tables)
            }
            return try PrincipalPolicies(of: IAMIdentity(user), narrowedBy: session, in: tables)
        }
    }
}

extension ARN {
    /// Somebody for whom a user of the account vouched.
    static func federatedUser(_ name: String, in account: AccountID) -> ARN {
        ARN(service: "sts", account: account.description, resource: "federated-user/\(name)")
    }
}
