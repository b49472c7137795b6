import IAMIdentifiers

/// Decides one request by all policies that bind it.
///
/// Pure: no clock, store or randomness. Equal arguments give equal decisions. Allocates nothing.
/// - Parameters:
///   - ofPrincipal: the principal's identity-based policies, permissions boundary and session
///     policies, and the service control policies of its account.
///   - ofResource: the policy of the resource, and the resource control policies of its account.
/// - Complexity: grows with the statements that can match the action and the resource, not with all
///   statements. Bounded by ``Effort/ofDecision``: past it denials still hold, and nothing more is
///   allowed.
///
/// Source: IAM User Guide, "How AWS enforcement code logic evaluates requests to allow or deny
/// access", "Cross-account policy evaluation logic" and, of federated users, "Permissions for
/// GetFederationToken".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html>
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html>
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getfederationtoken.html>
package func decide(
    _ request: AuthorizationRequest, by ofPrincipal: PolicySet, and ofResource: PolicySet = .empty
) -> Decision {
    let binding = request.bindingTypes
    var effects = MatchedEffects()
    var effort = Effort()
    request.withLowercaseAction { action in
        let isBounded = request.isBounded(by: ofPrincipal)
        effects.allowingOfPrincipal = ofPrincipal.evaluate(
            request, action, binding, isBounded: isBounded, &effects, &effort)
        effects.allowingOfResource = ofResource.evaluate(
            request, action, binding, isBounded: isBounded, &effects, &effort)
    }
    return decision(of: effects, request, ofPrincipal, ofResource)
}

/// Puts together what the policies say.
func decision(
    of effects: MatchedEffects, _ request: AuthorizationRequest, _ ofPrincipal: PolicySet,
    _ ofResource: PolicySet
) -> Decision {
    let principal = request.principal
    let binding = request.bindingTypes
    let denying = effects.denying
        .union(ofPrincipal.unreadable).union(ofResource.unreadable).intersection(binding)
    if let type = denying.first { return .explicitlyDenied(by: type) }

    /// Whether a binding layer of the type does not allow.
    func isMissing(_ type: PolicyType) -> Bool {
        binding.contains(type)
            && (ofPrincipal.lacksAllow(of: type, effects.allowingOfPrincipal)
                || ofResource.lacksAllow(of: type, effects.allowingOfResource))
    }

    if isMissing(.resourceControl) { return .implicitlyDenied(by: .resourceControl) }
    if isMissing(.serviceControl) { return .implicitlyDenied(by: .serviceControl) }
    let isOwner =
        principal.isOfAccount && (request.resourceAccount ?? principal.account) == principal.account
    let isNamed = effects.naming != .not
    let needsResourcePolicy =
        !isOwner || ofResource.resourcePolicyIsRequired || ofPrincipal.resourcePolicyIsRequired
    if needsResourcePolicy, !isNamed { return .implicitlyDenied(by: .resourceBased) }
    switch principal.kind {
    case .anonymous, .federated, .service, .rootUser: return .allowed
    case .user, .roleSession, .federatedUser: break
    }
    if request.isWithheldByAccount { return .withheldByAccount }
    if isOwner, effects.naming == .directly, !request.isNarrowed || !isMissing(.session) {
        return .allowed
    }
    let hasIdentityAllow =
        (isOwner && (effects.naming == .issuer || request.isAllowedByAccount))
        || (ofPrincipal.types.union(ofResource.types).contains(.identityBased)
            && !isMissing(.identityBased))
    if !hasIdentityAllow { return .implicitlyDenied(by: .identityBased) }
    if isMissing(.permissionsBoundary) { return .implicitlyDenied(by: .permissionsBoundary) }
    // A federated user has what the session was given, and nothing if it was given nothing.
    let lacksSession = principal.kind == .federatedUser && !ofPrincipal.types.contains(.session)
    if lacksSession || isMissing(.session) { return .implicitlyDenied(by: .session) }
    return .allowed
}

extension PolicySet {
    /// Evaluates every statement that can match the request, and adds its effect.
    /// - Returns: the layers that allow.
    fileprivate func evaluate(
        _ request: borrowing AuthorizationRequest, _ action: Span<UInt8>, _ binding: PolicyTypes,
        isBounded: Bool, _ effects: inout MatchedEffects, _ effort: inout Effort
    ) -> UInt64 {
        var allowing: UInt64 = 0
        var denying = effects.denying
        var naming = effects.naming
        index.forEachCandidate(action, request.resource.utf8.span) { index, action_, resource_ in
            let statement = program.statements[index]
            guard binding.contains(statement.type) else { return }
            let layer = UInt64(1) << UInt64(statement.layer)
            // A statement whose effect is there already changes nothing.
            if statement.isDeny {
                if denying.contains(statement.type) { return }
            } else if allowing & layer != 0, !statement.hasPrincipals || naming == .directly {
                return
            }
            let found = program.applies(
                statement, to: request, action: action, action_, resource_, isBounded: isBounded,
                &effort)
            if found == .not { return }
            if statement.isDeny {
                denying.insert(PolicyTypes(statement.type))
            } else {
                allowing |= layer
                if statement.type == .resourceBased { naming = max(naming, found) }
            }
        }
        effects.denying = denying
        effects.naming = naming
        return allowing
    }

    /// Whether one of the layers of a type does not allow.
    fileprivate func lacksAllow(of type: PolicyType, _ allowing: UInt64) -> Bool {
        guard types.contains(type) else { return false }
        for index in layers.indices.prefix(Self.maximumLayers)
        where layers[index].type == type && allowing & (1 << UInt64(index)) == 0 {
            return true
        }
        return false
    }
}

extension RequestPrincipal {
    /// Whether the principal is of an account, and so can have permissions of their own.
    fileprivate var isOfAccount: Bool {
        switch kind {
        case .rootUser, .user, .roleSession, .federatedUser: true
        case .anonymous, .federated, .service: false
        }
    }

    /// The types of policy that bind the principal.
    ///
    /// No policy of an account binds its root user. No service control policy binds a principal
    /// that is of no account. No policy of an organization binds a role that is linked to a
    /// service.
    ///
    /// Source: AWS Organizations User Guide, "Service control policies", "Tasks and entities not
    /// restricted by SCPs"; "Resource control policies", "Resources and entities not restricted by
    /// RCPs".
    /// <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html>
    /// <https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html>
    fileprivate var bindingTypes: PolicyTypes {
        var types = PolicyTypes([.resourceControl, .resourceBased])
        switch kind {
        case .rootUser: types.insert(PolicyTypes(.serviceControl))
        case .user, .roleSession, .federatedUser: types = PolicyTypes(PolicyType.allCases)
        case .anonymous, .federated, .service: break
        }
        if isServiceLinked { types.remove(PolicyTypes([.resourceControl, .serviceControl])) }
        return types
    }
}

extension AuthorizationRequest {
    /// The types of policy that bind the principal in this request.
    var bindingTypes: PolicyTypes {
        var types = principal.bindingTypes
        if !isResourceControlled { types.remove(PolicyTypes(.resourceControl)) }
        return types
    }

    func isBounded(by ofPrincipal: PolicySet) -> Bool {
        ofPrincipal.types.contains(.permissionsBoundary)
            && bindingTypes.contains(.permissionsBoundary)
    }

    /// Calls `body` with the action in lower case, on the stack.
    func withLowercaseAction(_ body: (Span<UInt8>) -> Void) {
        let action = action.utf8.span
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: action.count) { buffer in
            for index in action.indices {
                buffer.initializeElement(at: index, to: action[index].asciiLowercased)
            }
            body(UnsafeBufferPointer(buffer).span)
        }
    }
}
