/// A second evaluator, as plain as can be: it reads the policies as AWS's text does and asks every
/// statement in turn. It shares nothing with the engine, which is tested against it.
///
/// Source: IAM User Guide, "How AWS enforcement code logic evaluates requests to allow or deny
/// access" and "Cross-account policy evaluation logic".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html>
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html>
/// And "Permissions for GetFederationToken".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getfederationtoken.html>
package struct PlainEvaluator {
    /// Policies of one kind that are asked together. Nil is a policy that cannot be read.
    private typealias Layer = (kind: PolicyLayerKind, policies: [PlainPolicy?])

    private let layers: [Layer]
    private let resourceIsRequired: Bool

    package init(_ policies: QuestionPolicies) {
        func read(_ kind: PolicyLayerKind, _ documents: [JSON]) -> Layer {
            (kind, documents.map { PlainPolicy($0, as: kind) })
        }
        layers =
            policies.resourceControl.map { read(.resourceControl, $0) }
            + policies.serviceControl.map { read(.serviceControl, $0) }
            + (policies.resource.map { [read(.resource, [$0])] } ?? [])
            + (policies.identity.map { [read(.identity, $0)] } ?? [])
            + (policies.boundary.map { [read(.boundary, [$0])] } ?? [])
            + (policies.session.map { [read(.session, $0)] } ?? [])
        resourceIsRequired = policies.resourceIsRequired
    }

    package func answer(_ request: QuestionRequest) -> Answer {
        let request = request.inSmallLetters
        let principal = request.principal
        let binding = layers.filter { Self.binds($0.kind, principal) }
        let hasBoundary = binding.contains { $0.kind == .boundary }
        /// Of each layer that holds for the principal the statements that apply.
        let layers = binding.map { layer in
            let statements = layer.policies.flatMap { $0?.statements ?? [] }
            return (
                kind: layer.kind, isReadable: !layer.policies.contains { $0 == nil },
                statements: statements.filter { $0.applies(to: request, hasBoundary: hasBoundary) }
            )
        }

        // What denies explicitly wins, wherever it stands.
        for layer in layers
        where !layer.isReadable || layer.statements.contains(where: { !$0.isAllow }) {
            return Answer(.explicitDeny, by: layer.kind)
        }

        // From here on all statements that apply allow. Every level of an organization has to.
        for layer in layers
        where [.resourceControl, .serviceControl].contains(layer.kind) && layer.statements.isEmpty {
            return Answer(.implicitDeny, by: layer.kind)
        }

        // As whom the resource's policy allows the principal; not at all if this is empty.
        let namings = Set(
            layers.filter { $0.kind == .resource }.flatMap(\.statements)
                .flatMap { $0.principal?.namings(of: principal) ?? [] })
        let isOwn = (request.owner ?? principal.account) == principal.account

        switch principal.kind {
        case .anonymous, .service, .federated:
            return namings.isEmpty ? Answer(.implicitDeny, by: .resource) : Answer(.allowed)
        case .root:
            return namings.isEmpty && (resourceIsRequired || !isOwn)
                ? Answer(.implicitDeny, by: .resource) : Answer(.allowed)
        case .user, .roleSession, .federatedUser: break
        }

        if namings.isEmpty, resourceIsRequired || !isOwn {
            return Answer(.implicitDeny, by: .resource)
        }
        // In its own account, who is named need not be allowed by anything else.
        if isOwn, namings.contains(.itself) || namings.contains(.everyone) {
            return Answer(.allowed)
        }
        func allow(_ kind: PolicyLayerKind) -> Bool {
            layers.contains { $0.kind == kind && !$0.statements.isEmpty }
        }
        // A session whose role is named has what the role would have been given.
        if !allow(.identity), !(isOwn && namings.contains(.issuer)) {
            return Answer(.implicitDeny, by: .identity)
        }
        for kind in [PolicyLayerKind.boundary, .session] {
            // A federated user has what its session was given, and nothing if that was nothing.
            let isNeeded = kind == .session && principal.kind == .federatedUser
            if isNeeded || layers.contains(where: { $0.kind == kind }), !allow(kind) {
                return Answer(.implicitDeny, by: kind)
            }
        }
        return Answer(.allowed)
    }

    /// Whether policies of a kind hold for a principal at all.
    private static func binds(_ kind: PolicyLayerKind, _ principal: QuestionPrincipal) -> Bool {
        switch kind {
        case .resource: true
        case .resourceControl: !principal.isServiceLinked
        case .serviceControl: !principal.isServiceLinked && !principal.account.isEmpty
        case .identity, .boundary, .session:
            [.user, .roleSession, .federatedUser].contains(principal.kind)
        }
    }
}
