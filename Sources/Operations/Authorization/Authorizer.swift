import IAMIdentifiers
package import IAMPolicy
package import Store

extension Call {
    /// Asks the policies whether the caller may do `action` on `resource`.
    ///
    /// Everything asked about is of the caller's own account, where no IAM policy binds its root
    /// user.
    /// - Parameters:
    ///   - shown: what a refusal calls the resource; nil for the resource itself.
    ///   - tags: those of the resource.
    ///   - conditions: the operation's own condition keys.
    ///   - accountAllows: the account's password policy lets its users do this, so that no
    ///     identity-based policy has to. One that denies still does, and so does a boundary.
    /// - Throws: ``AuthorizationRefusal``, which is answered with `AccessDenied`;
    ///   ``PoliciesNotCompiled``.
    package func authorize(
        _ action: String, on resource: String, shownAs shown: String? = nil, tags: [Tag] = [],
        with conditions: RequestContext = RequestContext(), accountAllows: Bool = false
    ) throws {
        let request = AuthorizationRequest(
            principal.requester, action: action, resource: resource,
            context: try requestContext(of: action, on: resource, tags: tags, conditions))
        let policies = try principal.policies(self)
        let decision = decide(request, by: policies)
        guard decision.verdict != .allowed else { return }
        var refusal = AuthorizationRefusal(
            principal: principal, request: request, policies: policies, shown: shown ?? resource,
            decision: decision)
        if accountAllows, decision.verdict == .implicitlyDenied {
            let missing = explain(request, by: policies).layers.first { layer in
                layer.type != .identityBased && layer.isBinding && layer.verdict != .allowed
            }
            guard let missing else { return }
            refusal.kind = missing.type
        }
        throw refusal
    }

    /// The policies of a principal, compiled: those of the state of its account that this
    /// transaction sees.
    /// - Parameter read: reads them, if that state is not known yet.
    /// - Throws: ``PoliciesNotCompiled`` when they have to be compiled first.
    func compiledPolicies(
        of principal: UniqueID, _ read: () throws -> PrincipalPolicies
    ) throws -> PolicySet {
        let cache = services.principalPolicies
        let mark = try transaction.changeMark(of: account)
        if let policies = cache.policies(of: principal, at: mark) { return policies }
        let stored = try read()
        if let policies = cache.policies(of: principal, holding: stored, at: mark) {
            return policies
        }
        throw PoliciesNotCompiled(
            account: account, principal: principal, policies: stored, mark: mark)
    }

    /// The caller's account's policy of this ARN, which nothing has checked.
    package func managedPolicy(arn: String) throws -> ManagedPolicy? {
        guard arn.isPrintableASCII, let name = arn.parts(at: "/", keepingEmpty: false).last,
            let policy = try managedPolicies.find(named: String(name)),
            policy.arn.description == arn
        else { return nil }
        return policy
    }
}
