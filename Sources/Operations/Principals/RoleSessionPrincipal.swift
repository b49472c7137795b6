import IAMIdentifiers
import IAMPolicy
import Store

/// A session of a role, bound by the role's policies, its permissions boundary, and the policies
/// that were passed when the session began.
struct RoleSessionPrincipal: Principal {
    private let role: Role
    private let session: SessionGrant
    private let name: String

    /// Nil when the role or the identity provider that the session came from is gone.
    /// - Parameter tables: those of the session's account.
    init?(_ session: SessionGrant?, named name: String, in tables: AccountTables) throws {
        guard let session, let role = try tables.roles.find(session.principal),
            try session.federation.map({ try tables.hasProvider($0) }) ?? true
        else { return nil }
        self.role = role
        self.session = session
        self.name = name
    }

    var account: AccountID { role.account }
    var arn: ARN { .session(name, of: role) }
    var principalARN: ARN { role.arn }
    var id: UniqueID { role.id }
    var userID: String { "\(role.id):\(name)" }
    var userName: String? { nil }
    var user: User? { nil }
    var rootAccount: Account? { nil }
    var requestPrincipal: RequestPrincipal {
        .roleSession(
            arn.description, of: role.arn.description, in: account.description,
            uniqueID: role.id.description, isServiceLinked: role.linkedService != nil)
    }

    static let auditType = "AssumedRole"
    var auditName: String? { nil }
    var historyName: String? { name }
    var sessionIssuer: SessionIssuer? {
        SessionIssuer(
            type: "Role", id: role.id, arn: role.arn, account: role.account, userName: role.name)
    }

    /// A session tag hides the role's tag of the same key.
    ///
    /// Sources: IAM User Guide, "AWS global condition context keys", "aws:PrincipalTag"; "Pass
    /// session tags in AWS STS": session tags override the tags of the role.
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html>
    func conditionKeys(in tables: AccountTables) throws -> RequestContext {
        var keys = RequestContext()
        keys["aws:PrincipalType"] = ["AssumedRole"]
        for tag in try tables.tags(ofPrincipal: role.id) {
            keys["aws:PrincipalTag/\(tag.key)"] += [tag.value]
        }
        for tag in session.tags { keys["aws:PrincipalTag/\(tag.key)"] = [tag.value] }
        return keys
    }

    func policies(
        _ cache: PrincipalPolicyCache, narrowedBy session: SessionGrant?, in tables: AccountTables
    ) throws -> PolicySet {
        try cache.policies(of: PolicyHolder(role.id, session), in: [tables]) {
            try PrincipalPolicies(of: IAMIdentity(role), narrowedBy: session, in: tables)
        }
    }
}

extension ARN {
    /// A session of a role. The role's path is not in it.
    static func session(_ name: String, of role: Role) -> ARN {
        ARN(
            service: "sts", account: role.account.description,
            resource: "assumed-role/\(role.name)/\(name)")
    }
}
