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
    /// - Throws: `AccessDenied` in AWS's sentence, which names the principal, the action, the
    ///   resource and the reason, with a message that ``STS/DecodeAuthorizationMessage`` opens.
    package func authorize(
        _ action: String, on resource: String, shownAs shown: String? = nil, tags: [Tag] = [],
        with conditions: RequestContext = RequestContext(), accountAllows: Bool = false
    ) throws {
        let request = AuthorizationRequest(
            requester, action: action, resource: resource,
            context: try requestContext(of: action, on: resource, tags: tags, conditions))
        let policies = try callersPolicies()
        let decision = decide(request, by: policies)
        guard decision.verdict != .allowed else { return }
        let explanation = explain(request, by: policies)
        var denial = AccessDenial(
            of: decision, to: principal.arn.description, action, on: shown ?? resource)
        if accountAllows, !denial.isExplicit {
            let missing = explanation.layers.first { layer in
                layer.type != .identityBased && layer.isBinding && layer.verdict != .allowed
            }
            guard let missing else { return }
            denial.kind = missing.type
        }
        throw try IAMError(
            denial, encodedMessage: AuthorizationMessage(request, explanation, self).sealed(self))
    }

    private var requester: Requester {
        switch principal {
        case .root(let account): .rootUser(of: account.id.description)
        case .user(let user):
            .user(
                user.arn.description, of: user.account.description,
                uniqueID: user.id.description)
        }
    }

    /// The policies that bind the caller, compiled: those of the state of its account that this
    /// transaction sees.
    private func callersPolicies() throws -> PolicySet {
        guard case .user(let user) = principal else { return .empty }
        let cache = services.principalPolicies
        let mark = try transaction.changeMark(of: account)
        if let policies = cache.policies(of: user.id, at: mark) { return policies }
        let stored = try policies(of: user)
        let policies = PolicySet(stored.layers)
        cache.keep(
            policies, of: user.id, at: mark,
            textSize: stored.all.reduce(0) { $0 + $1.text.utf8.count })
        return policies
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
