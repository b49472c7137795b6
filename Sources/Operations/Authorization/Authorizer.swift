import IAMIdentifiers
package import IAMPolicy
import Store

extension Call {
    /// Asks the policies whether the caller may do `action` on `target`.
    /// - Parameters:
    ///   - conditions: the operation's own condition keys.
    ///   - accountAllows: the account's password policy lets its users do this, so that no
    ///     identity-based policy has to. One that denies still does, and so does a boundary.
    /// - Throws: ``AuthorizationRefusal``, which is answered with `AccessDenied`;
    ///   ``PoliciesNotCompiled``.
    package func authorize<Resource>(
        _ action: String, on target: Target<Resource>,
        with conditions: RequestContext = RequestContext(), accountAllows: Bool = false
    ) throws {
        var request = try AuthorizationRequest(
            action, on: target, by: principal, facts, in: tables)
        request.context.add(try sessionKeys())
        request.context.add(conditions)
        request.isAllowedByAccount = accountAllows
        request.isNarrowed = (caller.session?.scopedPolicies ?? 0) > 0
        let policies = try principal.policies(
            services.principalPolicies, narrowedBy: caller.session, in: tables)
        let ofResource = target.policySet
        let decision = decide(request, by: policies, and: ofResource)
        guard decision.verdict != .allowed else { return }
        throw AuthorizationRefusal(
            principal: principal, request: request, policies: policies, ofResource: ofResource,
            shown: target.shown, decision: decision)
    }
}

extension Call {
    /// The condition keys of the caller's session, and of the MFA device that the request proved.
    private func sessionKeys() throws -> RequestContext {
        var keys = try caller.sessionKeys(at: now, in: transaction)
        if let provedDevice, try owns(provedDevice.id) {
            keys.proveSecondFactor(at: provedDevice.at, now: now)
        }
        return keys
    }

    private func owns(_ device: UniqueID) throws -> Bool {
        try tables.mfaDevices.find(device)?.assignment?.owner == principal.id
    }
}

extension PolicySet {
    /// The trust policy of a role, which has to allow whatever else does; nil for a role that is
    /// not there, which nobody may assume.
    convenience init(trust policy: SourcedPolicy?) {
        self.init(
            [PolicyLayer(.resourceBased, [policy].compactMap { $0?.attached(as: .trust) })],
            resourcePolicyIsRequired: true)
    }
}

extension Target {
    /// The policies attached to the thing itself, ready to decide.
    fileprivate var policySet: PolicySet {
        switch attachment {
        case .none: .empty
        case .trust(let policy): PolicySet(trust: policy)
        }
    }
}
