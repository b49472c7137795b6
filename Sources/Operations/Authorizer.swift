import IAMIdentifiers
import IAMPolicy
package import Store

extension Call {
    /// Asks the policies whether the caller may do `action` on `resource`.
    ///
    /// A root user needs no permission: no IAM policy binds it.
    /// - Parameters:
    ///   - shown: what a refusal calls the resource; nil for the resource itself.
    ///   - tags: those of the resource.
    ///   - conditions: the operation's own condition keys.
    ///   - accountAllows: the account's password policy lets its users do this, so that no
    ///     identity-based policy has to. One that denies still does, and so does a boundary.
    /// - Throws: `AccessDenied` in AWS's sentence, which names the principal, the action, the
    ///   resource and the reason.
    ///
    /// Source: IAM User Guide, "Troubleshoot access denied error messages".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html>
    package func authorize(
        _ action: String, on resource: String, shownAs shown: String? = nil, tags: [Tag] = [],
        with conditions: [String: [String]] = [:], accountAllows: Bool = false
    ) throws {
        guard case .user(let user) = principal else { return }
        let request = AuthorizationRequest(
            .user(user.arn.description, of: account.description, uniqueID: user.id.description),
            action: action, resource: resource, ownedBy: account.description,
            context: try requestContext(of: action, on: resource, tags: tags, conditions))
        let boundary = try user.permissionsBoundary.map { try managed($0) }
        var layers = [PolicyLayer(.identityBased, try identityBasedPolicies(of: user))]
        if let boundary { layers.append(PolicyLayer(.permissionsBoundary, [boundary])) }
        var decision = decide(request, by: PolicySet(layers))
        if accountAllows, decision.verdict == .implicitlyDenied,
            decision.deniedBy == .identityBased
        {
            decision =
                boundary.map {
                    decide(request, by: PolicySet([PolicyLayer(.identityBased, [$0])]))
                } ?? .allowed
            if decision.verdict != .allowed {
                throw denial(
                    action, shown ?? resource,
                    "because no permissions boundary allows the \(action) action")
            }
        }
        try require(decision, action, shown ?? resource)
    }

    /// - Throws: `AccessDenied` unless the policies allow.
    private func require(_ decision: Decision, _ action: String, _ resource: String) throws {
        let isBoundary = decision.deniedBy == .permissionsBoundary
        let kind = isBoundary ? "permissions boundary" : "identity-based policy"
        switch decision.verdict {
        case .allowed: return
        case .explicitlyDenied:
            throw denial(
                action, resource, "with an explicit deny in \(isBoundary ? "a" : "an") \(kind)")
        case .implicitlyDenied:
            throw denial(action, resource, "because no \(kind) allows the \(action) action")
        }
    }

    private func denial(_ action: String, _ resource: String, _ reason: String) -> IAMError {
        .accessDenied(
            "User: \(principal.arn) is not authorized to perform: \(action) "
                + "on resource: \(resource) \(reason)")
    }

    /// The policies that bind a user: embedded in it and attached to it, then those of its groups.
    /// One that cannot be read denies everything, as ``IAMPolicy`` says.
    private func identityBasedPolicies(of user: User) throws -> [AttachedPolicy] {
        // A user is in at most `Groups.perUser` groups; a thousand is beyond any quota.
        let groups = try groups.groups(of: user.id, limit: 1_000)
        return try policies(of: user.id, name: user.name, .user)
            + groups.flatMap { try policies(of: $0.id, name: $0.name, .group) }
    }

    private func policies(
        of owner: UniqueID, name: String, _ kind: PolicySource.OwnerKind
    ) throws -> [AttachedPolicy] {
        let inline = try inlinePolicies.list(of: owner).map { policy in
            services.policyDocuments.policy(
                stored: policy.document,
                from: .inline(kind, owner: name, policy: policy.name))
        }
        return try inline + policyAttachments.arns(of: owner).map(managed)
    }

    private func managed(_ text: String) throws -> AttachedPolicy {
        guard let arn = ARN(text) else {
            throw StoreError.damaged("the attached policy \(text) has no ARN")
        }
        return services.policyDocuments.policy(
            stored: try managedPolicyDocument(text), from: .managed(arn))
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

    /// The caller's account's policy of this ARN, which nothing has checked.
    package func managedPolicy(arn: String) throws -> ManagedPolicy? {
        guard !arn.utf8.contains(0), let name = arn.split(separator: "/").last,
            let policy = try managedPolicies.find(named: String(name)),
            policy.arn.description == arn
        else { return nil }
        return policy
    }
}
