import IAMIdentifiers
package import IAMPolicy

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
        request.context.add(try caller.sessionKeys(at: now, in: transaction))
        request.context.add(conditions)
        request.isAllowedByAccount = accountAllows
        let policies = try principal.policies(services.principalPolicies, in: tables)
        let ofResource = target.policySet
        let decision = decide(request, by: policies, and: ofResource)
        guard decision.verdict != .allowed else { return }
        throw AuthorizationRefusal(
            principal: principal, request: request, policies: policies, ofResource: ofResource,
            shown: target.shown, decision: decision)
    }
}

extension Target {
    /// The policies attached to the thing itself, ready to decide.
    fileprivate var policySet: PolicySet {
        guard !policies.isEmpty else { return .empty }
        return PolicySet([
            PolicyLayer(.resourceBased, policies.map { $0.attached(as: .resourceBased) })
        ])
    }
}
