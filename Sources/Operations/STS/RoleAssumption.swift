import IAMIdentifiers
import IAMModel
import IAMPolicy
import Store

/// A role that may be assumed, as its account has it.
package struct AssumableRole {
    let role: Role
    let tags: [Tag]
    /// Those of the role's account.
    let tables: AccountTables
    /// Who may assume it.
    let trust: SourcedPolicy

    /// The role of this ARN; nil when there is none, or its account is closed.
    static func find(_ text: String, in transaction: any Transaction) throws -> AssumableRole? {
        guard text.isPrintableASCII, let arn = ARN(text), arn.service == "iam",
            arn.resource.begins(with: "role/"), let id = AccountID(arn.account),
            let name = arn.resource.parts(at: "/").last,
            let account = try AccountTable(transaction).find(id), account.status == .active
        else { return nil }
        let tables = AccountTables(transaction, of: id)
        guard let role = try tables.roles.find(named: String(name)),
            role.arn.description.isExactly(text)
        else { return nil }
        return AssumableRole(
            role: role, tags: try tables.tags.list(of: role.id), tables: tables,
            trust: try role.trust(in: tables))
    }
}

/// What somebody asks of a role's session, whichever operation they ask by.
package struct RoleAssumption: Sendable {
    let roleARN: String
    let sessionName: String
    /// How long the session is to last, in seconds; an hour if nil.
    var duration: Int?
    var policy: String?
    var policyARNs: [STS.Shape.PolicyDescriptorType]?
    var tags: [SessionGrant.Tag] = []
    var sourceIdentity: String?
    var federation: SessionGrant.Federation?
    /// The least size of the token; nil for none.
    var tokenSize: Int?
    /// No session is longer, in seconds; nil where nothing but the role limits it.
    var longest: Limit?

    /// A limit of the session's length besides the role's own.
    enum Limit: Sendable {
        /// A session of a role assumes another role.
        case chained
        /// The identity provider says until when.
        case untilProviderSays(seconds: Int)
    }

    /// A session without a length asked for lasts an hour, also where the role allows more.
    private static let standardDuration = 3_600
    /// Source: IAM User Guide, "Methods to assume a role", "Role chaining".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining>
    private static let longestChained = 3_600

    /// A session of the role.
    /// - Throws: `ValidationError` for a session that would be too long, in AWS's sentences;
    ///   `MalformedPolicyDocument`; `RegionDisabledException`.
    func begin(
        _ target: AssumableRole, _ facts: RequestFacts,
        using random: inout any RandomNumberGenerator
    ) throws -> SessionGrant {
        let role = target.role
        try target.tables.requireActiveSTS(in: facts.region)
        var grant = SessionGrant.new(
            in: role.account, role.id, as: .role(session: sessionName),
            for: try seconds(of: role), at: facts.now, using: &random)
        grant.policies = try SessionPolicies.layer(policy, policyARNs, in: target.tables)
        grant.tags = tags
        grant.sourceIdentity = sourceIdentity
        grant.federation = federation
        return grant
    }

    private func seconds(of role: Role) throws -> Int {
        let asked = duration ?? Self.standardDuration
        guard asked <= role.maxSessionDuration else {
            throw IAMError.validationError(
                "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
                about: "DurationSeconds")
        }
        switch longest {
        case nil: return asked
        case .chained:
            guard asked <= Self.longestChained else {
                throw IAMError.validationError(
                    "The requested DurationSeconds exceeds the 1 hour session limit for roles "
                        + "assumed by role chaining", about: "DurationSeconds")
            }
            return asked
        case .untilProviderSays(let seconds): return min(asked, seconds)
        }
    }

    /// The condition keys of the request that are about the session.
    var conditions: RequestContext {
        var keys = RequestContext()
        keys["sts:RoleSessionName"] = [sessionName]
        keys["sts:SourceIdentity"] = sourceIdentity.map { [$0] } ?? []
        return keys
    }

    /// The actions beside the operation's own that both the caller's policies and the trust policy
    /// have to allow. Tags and a source identity that the session inherits count, too.
    ///
    /// Sources: IAM User Guide, "Pass session tags in AWS STS", "Permissions required to add
    /// session tags"; "Monitor and control actions taken with assumed roles", "Permissions required
    /// to set source identity".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html>
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html>
    var furtherActions: [String] {
        (tags.isEmpty ? [] : ["sts:TagSession"])
            + (sourceIdentity == nil ? [] : ["sts:SetSourceIdentity"])
    }
}

extension AccountTables {
    /// - Throws: `RegionDisabledException` for a region that the account would have to enable.
    func requireActiveSTS(in code: String) throws {
        guard let region = AWSRegion.named(code), !region.isEnabledByDefault,
            try !regions.enabled().contains(where: { $0.isExactly(code) })
        else { return }
        throw STS.Errors.regionDisabled(
            "STS is not activated in this region for account:\(account). Your account "
                + "administrator can activate STS in this region using the IAM Console.")
    }
}
