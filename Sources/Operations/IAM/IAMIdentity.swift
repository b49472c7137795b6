import IAMIdentifiers
import IAMModel
import IAMPolicy
import Store

/// A user, a group or a role, as whoever has policies. What is asked of its policies means the same
/// for each kind and is written here once; what differs is in ``IdentityRules``.
package struct IAMIdentity: Sendable {
    let kind: IdentityKind
    let account: AccountID
    let id: UniqueID
    let name: String
    let path: EntityPath
    /// Whether it is a role that is linked to a service, which alone may change it.
    let isServiceLinked: Bool

    init(_ user: User) {
        kind = .user
        account = user.account
        id = user.id
        name = user.name
        path = user.path
        isServiceLinked = false
    }

    init(_ group: Group) {
        kind = .group
        account = group.account
        id = group.id
        name = group.name
        path = group.path
        isServiceLinked = false
    }

    init(_ role: Role) {
        kind = .role
        account = role.account
        id = role.id
        name = role.name
        path = role.path
        isServiceLinked = role.linkedService != nil
    }

    var arn: ARN { .iam(account, kind.rawValue, path.description, name) }
    var rules: IdentityRules { IdentityRules(kind) }

    /// The ARN of its permissions boundary; nil without one, as groups always are.
    func boundary(in tables: AccountTables) throws -> String? {
        try tables.permissionsBoundaries.find(id)
    }

    /// As whom it sends requests; nil for what sends none, as a group. What a session of a role
    /// would be called is not known: it goes by the name of the role.
    var requestPrincipal: RequestPrincipal? {
        switch kind {
        case .user:
            .user(arn.description, of: account.description, uniqueID: id.description)
        case .group: nil
        case .role:
            .roleSession(
                arn.description, of: arn.description, in: account.description,
                uniqueID: id.description,
                isServiceLinked: isServiceLinked)
        }
    }
}

/// What differs between the kinds of identities.
///
/// Source: IAM User Guide, "IAM and AWS STS quotas".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>
struct IdentityRules {
    /// How sentences call it: `user`, `group`.
    let noun: String
    /// Characters of all inline policies together, white space not counted.
    let inlineSize: Int
    /// The quota of attached policies; nil for groups, whose quota is never raised.
    let attachmentQuota: AccountQuota?
    /// Managed policies that may be attached to a group.
    static let attachmentsPerGroup = 10

    init(_ kind: IdentityKind) {
        noun = kind.rawValue
        (inlineSize, attachmentQuota) =
            switch kind {
            case .user: (2_048, .policiesPerUser)
            case .group: (5_120, nil)
            case .role: (10_240, .policiesPerRole)
            }
    }
}

// Inline policies.
extension IAMIdentity {
    func put(_ document: String, named policyName: String, _ call: Call) throws {
        try requireModifiable()
        _ = try call.identityPolicy(document)
        try call.tables.inlinePolicies.put(.init(name: policyName, document: document), in: id)
        let size = try call.tables.inlinePolicies.list(of: id)
            .reduce(0) { $0 + PolicyDocument.sizeWithoutWhitespace(of: $1.document) }
        guard size <= rules.inlineSize else {
            throw IAM.Errors.limitExceeded(
                "Maximum policy size of \(rules.inlineSize) bytes exceeded "
                    + "for \(rules.noun) \(name)", about: "PolicyDocument")
        }
    }

    func inlinePolicy(named policyName: String, _ call: Call) throws -> InlinePolicyTable.Policy {
        guard let policy = try call.tables.inlinePolicies.find(named: policyName, of: id) else {
            throw IAM.Errors.noSuchEntity(
                "The \(rules.noun) policy with name \(policyName) cannot be found.",
                about: "PolicyName")
        }
        return policy
    }

    func deleteInlinePolicy(named policyName: String, _ call: Call) throws {
        try requireModifiable()
        _ = try inlinePolicy(named: policyName, call)
        try call.tables.inlinePolicies.delete(named: policyName, from: id)
    }

    func inlinePolicyNames(_ paging: Paging, _ call: Call) throws -> Page<String> {
        paging.page(
            try call.tables.inlinePolicies.list(of: id, after: paging.after, limit: paging.limit)
                .map(\.name)
        ) { $0.asciiLowercased }
    }
}

// Attached policies.
extension IAMIdentity {
    func attach(_ arn: String, _ call: Call) throws {
        try requireModifiable()
        try call.requireAttachablePolicy(arn: arn)
        let attached = try call.tables.policyAttachments.arns(of: id)
        guard !attached.contains(arn) else { return }
        if let quota = rules.attachmentQuota {
            try call.require(attached.count + 1, within: quota)
        } else if attached.count >= IdentityRules.attachmentsPerGroup {
            throw IAM.Errors.limitExceeded(
                "Cannot exceed quota for PoliciesPerGroup: \(IdentityRules.attachmentsPerGroup)")
        }
        try call.tables.policyAttachments.attach(arn, to: id, at: call.now)
    }

    func detach(_ arn: String, _ call: Call) throws {
        try requireModifiable()
        try ManagedPolicies.requirePolicyARN(arn)
        guard try call.tables.policyAttachments.detach(arn, from: id) else {
            throw MissingPolicy.notFound.error(about: arn)
        }
    }

    /// The attached policies whose path begins with `prefix`, by name.
    func attachedPolicies(
        pathPrefix prefix: String?, _ paging: Paging, _ call: Call
    ) throws -> Page<IAM.Shape.AttachedPolicy> {
        let policies = try call.tables.policyAttachments.arns(of: id)
            .filter { ManagedPolicies.path(ofARN: $0).begins(with: prefix ?? "/") }
            .map { IAM.Shape.AttachedPolicy(attachedARN: $0) }
            .sorted { Self.sortKey($0) < Self.sortKey($1) }
        return paging.page(of: policies, by: Self.sortKey)
    }

    /// Two attached policies can share a name, AWS's and ours; their ARNs differ.
    private static func sortKey(_ policy: IAM.Shape.AttachedPolicy) -> String {
        "\((policy.policyName ?? "").asciiLowercased) \(policy.policyArn ?? "")"
    }
}

extension IAM.Shape.AttachedPolicy {
    init(attachedARN arn: String) {
        self.init(policyName: ManagedPolicies.name(ofARN: arn), policyArn: arn)
    }
}

extension Call {
    /// An identity-based policy, parsed as strictly as it will be read at each decision.
    /// - Throws: `MalformedPolicyDocument` in AWS's sentence.
    func identityPolicy(
        _ document: String, as kind: PolicyKind = .identityBased
    ) throws -> PolicyDocument {
        do {
            return try PolicyDocument(parsing: document, as: kind)
        } catch {
            throw IAM.Errors.malformedPolicyDocument(
                error.message, about: "PolicyDocument", at: error.position, advice: error.advice)
        }
    }
}
