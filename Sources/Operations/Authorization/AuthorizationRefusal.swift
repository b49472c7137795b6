import IAMIdentifiers
import IAMPolicy

/// A request that the policies refuse, with all that its answer is made of.
///
/// It leaves the transaction before it is explained: finding every statement that had a say may
/// take long, and neither the writer nor a snapshot is held for it.
struct AuthorizationRefusal: Error {
    let principal: any Principal
    let request: AuthorizationRequest
    let policies: PolicySet
    /// The policies of the resource itself.
    let ofResource: PolicySet
    /// What the resource is called in the answer.
    let shown: String
    let decision: Decision

    /// `AccessDenied` in AWS's sentence, which names the principal, the action, the resource and
    /// the reason, with a message that ``STS/DecodeAuthorizationMessage`` opens.
    ///
    /// What another account's policies say stays there. Whether a role is there and does not trust
    /// the caller, or is not there, is not told either: AWS's answers end behind the role's ARN, as
    /// in <https://github.com/uswitch/kiam/issues/33>.
    func answer(_ services: Services) throws -> IAMError {
        let isOfOther =
            request.resourceAccount.map { $0 != principal.account.description } ?? false
        let isTrust = ofResource.resourcePolicyIsRequired && decision.deniedBy == .resourceBased
        let denial = AccessDenial(
            of: decision, to: principal.arn.description, request.action, on: shown,
            tellsReason: !isOfOther && !isTrust)
        guard !isOfOther else { return IAMError(denial, encodedMessage: nil) }
        let message = AuthorizationMessage(
            request, explain(request, by: policies, and: ofResource), policies, principal)
        return IAMError(
            denial, encodedMessage: try message.sealed(for: principal.account, services))
    }
}
