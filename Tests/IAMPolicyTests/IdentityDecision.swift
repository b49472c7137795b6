import IAMPolicy

/// What the identity-based policies of alice decide, with their reasons.
struct IdentityDecision {
    let verdict: Decision.Verdict
    /// The statements that deny if any does, else those that allow.
    let statements: [MatchedStatement]
    let unreadablePolicies: [PolicySource]
}

func decide(
    _ request: AuthorizationRequest, identityBased policies: [AttachedPolicy]
) -> IdentityDecision {
    let set = PolicySet([PolicyLayer(.identityBased, policies)])
    let explanation = explain(request, by: set)
    let layer = explanation.layers[0]
    precondition(explanation.decision == decide(request, by: set))
    return IdentityDecision(
        verdict: explanation.decision.verdict,
        statements: layer.verdict == .explicitlyDenied ? layer.denies : layer.allows,
        unreadablePolicies: layer.unreadable)
}

extension AuthorizationRequest {
    /// A request of the IAM user alice, on a resource of her own account.
    init(action: String, resource: String, context: RequestContext = RequestContext()) {
        self.init(
            .user("arn:aws:iam::123456789012:user/alice", of: "123456789012"), action: action,
            resource: resource, context: context)
    }
}
