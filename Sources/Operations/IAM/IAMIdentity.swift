import IAMIdentifiers
import IAMModel
import IAMPolicy
import Store

/// A user or a group (a role, later) as the holder of policies. What is asked of its policies means
/// the same for each kind and is written here once; what differs is data.
package struct IAMIdentity: Sendable {
    /// What differs by kind.
    struct Kind: Sendable {
        /// How sentences call it: `user`, `group`.
        let noun: String
        /// Characters of all inline policies together, white space not counted.
        /// Source: IAM User Guide, "IAM and AWS STS quotas", "IAM character limits".
        /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>
        let inlineSize: Int
        /// The quota of attached policies, by the name its sentence gives it.
        let attachmentQuota: String

        static let user = Kind(
            noun: "user", inlineSize: 2_048, attachmentQuota: "PoliciesPerUser")
        static let group = Kind(
            noun: "group", inlineSize: 5_120, attachmentQuota: "PoliciesPerGroup")
    }

    let kind: Kind
    let id: UniqueID
    let name: String
    /// The ARN of the permissions boundary; nil without one.
    let boundary: String?

    /// Managed policies that may be attached to one identity.
    static let attachments = 10

    init(_ user: User) {
        kind = .user
        id = user.id
        name = user.name
        boundary = user.permissionsBoundary
    }

    init(_ group: Group) {
        kind = .group
        id = group.id
        name = group.name
        boundary = nil
    }
}

// Inline policies.
extension IAMIdentity {
    func put(_ document: String, named policyName: String, _ call: Call) throws {
        _ = try call.identityPolicy(document)
        try call.inlinePolicies.put(.init(name: policyName, document: document), in: id)
        let size = try call.inlinePolicies.list(of: id)
            .reduce(0) { $0 + PolicyDocument.sizeWithoutWhitespace(of: $1.document) }
        guard size <= kind.inlineSize else {
            throw IAM.Errors.limitExceeded(
                "Maximum policy size of \(kind.inlineSize) bytes exceeded "
                    + "for \(kind.noun) \(name)", about: "PolicyDocument")
        }
    }

    func inlinePolicy(named policyName: String, _ call: Call) throws -> InlinePolicyTable.Policy {
        guard let policy = try call.inlinePolicies.find(named: policyName, of: id) else {
            throw IAM.Errors.noSuchEntity(
                "The \(kind.noun) policy with name \(policyName) cannot be found.",
                about: "PolicyName")
        }
        return policy
    }

    func deleteInlinePolicy(named policyName: String, _ call: Call) throws {
        _ = try inlinePolicy(named: policyName, call)
        try call.inlinePolicies.delete(named: policyName, from: id)
    }

    func inlinePolicyNames(_ paging: Paging, _ call: Call) throws -> Page<String> {
        paging.page(
            try call.inlinePolicies.list(of: id, after: paging.after, limit: paging.limit)
                .map(\.name)
        ) { $0.asciiLowercased }
    }
}

// Attached policies.
extension IAMIdentity {
    func attach(_ arn: String, _ call: Call) throws {
        try call.requireAttachablePolicy(arn: arn)
        let attached = try call.policyAttachments.arns(of: id)
        guard !attached.contains(arn) else { return }
        guard attached.count < Self.attachments else {
            throw IAM.Errors.limitExceeded(
                "Cannot exceed quota for \(kind.attachmentQuota): \(Self.attachments)")
        }
        try call.policyAttachments.attach(arn, to: id, at: call.now)
    }

    func detach(_ arn: String, _ call: Call) throws {
        try ManagedPolicies.requirePolicyARN(arn)
        guard try call.policyAttachments.detach(arn, from: id) else {
            throw IAM.Errors.noSuchEntity("Policy \(arn) was not found.", about: "PolicyArn")
        }
    }

    /// The attached policies whose path begins with `prefix`, by name.
    func attachedPolicies(
        pathPrefix prefix: String?, _ paging: Paging, _ call: Call
    ) throws -> Page<IAM.Shape.AttachedPolicy> {
        let policies = try call.policyAttachments.arns(of: id)
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
                error.message, about: "PolicyDocument", at: error.position)
        }
    }
}
