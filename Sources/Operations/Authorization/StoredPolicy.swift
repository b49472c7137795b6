import IAMIdentifiers
import IAMPolicy
import Store

/// A policy as it is stored: its text, and where it comes from.
struct StoredPolicy: Sendable {
    let source: PolicySource
    let text: String

    /// As the engine takes it. One that cannot be read denies everything.
    var attached: AttachedPolicy { AttachedPolicy(source: source, stored: text) }
}

/// Everything that decides what a principal may do.
struct PrincipalPolicies: Sendable {
    /// Embedded in the user and attached to it, then those of its groups.
    var identityBased: [StoredPolicy] = []
    var permissionsBoundary: StoredPolicy?

    /// As the engine takes them.
    var layers: [PolicyLayer] {
        let identity = PolicyLayer(.identityBased, identityBased.map(\.attached))
        guard let permissionsBoundary else { return [identity] }
        return [identity, PolicyLayer(.permissionsBoundary, [permissionsBoundary.attached])]
    }

    /// The bytes of all texts.
    var textSize: Int { all.reduce(0) { $0 + $1.text.utf8.count } }

    /// Whether these are the same policies, from the same places, in the same order.
    func isExactly(_ other: PrincipalPolicies) -> Bool {
        func areSame(_ one: [StoredPolicy], _ other: [StoredPolicy]) -> Bool {
            one.count == other.count
                && zip(one, other).allSatisfy {
                    $0.source == $1.source && $0.text.isExactly($1.text)
                }
        }
        return areSame(identityBased, other.identityBased)
            && areSame(
                [permissionsBoundary].compactMap { $0 },
                [other.permissionsBoundary].compactMap { $0 })
    }

    var all: [StoredPolicy] { identityBased + [permissionsBoundary].compactMap { $0 } }
}

extension Call {
    /// The policies of a user, with those of its groups and its boundary.
    func policies(of user: User) throws -> PrincipalPolicies {
        // A user is in at most `Groups.perUser` groups; a thousand is beyond any quota.
        let groups = try groups.groups(of: user.id, limit: 1_000)
        return PrincipalPolicies(
            identityBased: try policies(of: user.id, name: user.name, .user)
                + groups.flatMap { try policies(of: $0).identityBased },
            permissionsBoundary: try user.permissionsBoundary.map(managed))
    }

    /// The policies of a group, which has no boundary.
    func policies(of group: Group) throws -> PrincipalPolicies {
        PrincipalPolicies(identityBased: try policies(of: group.id, name: group.name, .group))
    }

    private func policies(
        of owner: UniqueID, name: String, _ kind: PolicySource.OwnerKind
    ) throws -> [StoredPolicy] {
        let inline = try inlinePolicies.list(of: owner).map { policy in
            StoredPolicy(
                source: .inline(kind, owner: name, policy: policy.name), text: policy.document)
        }
        return try inline + policyAttachments.arns(of: owner).map(managed)
    }

    private func managed(_ text: String) throws -> StoredPolicy {
        guard let arn = ARN(text) else {
            throw StoreError.damaged("the attached policy \(text) has no ARN")
        }
        return StoredPolicy(source: .managed(arn), text: try managedPolicyDocument(text))
    }

    /// The document in force of a managed policy, ours or AWS's.
    /// - Throws: ``StoreError`` when an attached policy is gone, which the schema should prevent:
    ///   permissions that cannot be read are not guessed.
    private func managedPolicyDocument(_ arn: String) throws -> String {
        if let aws = services.awsManagedPolicies.policy(arn: arn) {
            return services.awsManagedPolicies.document(of: aws)
        }
        guard let policy = try managedPolicy(arn: arn),
            let version = try managedPolicies.version(policy.defaultVersion, of: policy.id)
        else { throw StoreError.damaged("no document for the attached policy \(arn)") }
        return version.document
    }
}
