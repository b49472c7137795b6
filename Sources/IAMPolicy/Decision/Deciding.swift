/// Decides one request by the identity-based policies of its principal, in a single account.
///
/// Pure: no clock, store or randomness. Equal arguments give equal decisions.
/// - Parameters:
///   - request: one action on one resource.
///   - policies: all that are attached to the principal and to its groups. Their order and
///     repetitions change nothing but the order of the reasons.
/// - Returns: an explicit deny if any statement denies, else allowed if any allows, else an
///   implicit deny. Every statement is looked at, since a deny that is passed over is a reason
///   lost.
/// - Complexity: O(statements × patterns × pattern length × text length).
///
/// Source: IAM User Guide, "Policy evaluation logic".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html>
package func decide(
    _ request: AuthorizationRequest, identityBased policies: [AttachedPolicy]
) -> Decision {
    let request = MatchableRequest(request)
    var allows: [MatchedStatement] = []
    var denies: [MatchedStatement] = []
    var unreadable: [PolicySource] = []
    for policy in policies {
        guard case .document(let document) = policy.content else {
            unreadable.append(policy.source)
            continue
        }
        for (index, statement) in document.statements.enumerated()
        where statement.applies(to: request) {
            let match = MatchedStatement(statement, at: index, of: policy.source)
            switch statement.effect {
            case .allow: allows.append(match)
            case .deny: denies.append(match)
            }
        }
    }
    let isDenied = !denies.isEmpty || !unreadable.isEmpty
    return Decision(
        verdict: isDenied ? .explicitlyDenied : allows.isEmpty ? .implicitlyDenied : .allowed,
        statements: isDenied ? denies : allows, unreadablePolicies: unreadable)
}
