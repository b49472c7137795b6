import TestRandom

/// What has to hold for every evaluator: how a question may be changed, and what that may do to the
/// answer.
package enum MetamorphicRelation: String, CaseIterable, Sendable {
    case reordering
    case repetition
    case splitting
    case changedCase
    case addedDeny
    case addedLayer

    package var sentence: String {
        switch self {
        case .reordering:
            "the order of policies, statements and values changes nothing"
        case .repetition:
            "a policy, statement or value given twice changes nothing"
        case .splitting:
            "a policy for each statement changes nothing"
        case .changedCase:
            "the case of actions and context keys changes nothing"
        case .addedDeny:
            "another statement that denies never widens"
        case .addedLayer:
            "another boundary, session policy or level of an organization never widens"
        }
    }

    /// Whether the answer to a question changed by this relation is in order.
    package func holds(before: Answer, after: Answer) -> Bool {
        switch self {
        case .reordering, .repetition, .splitting,
            .changedCase:
            before == after
        case .addedDeny:
            (after.verdict != .allowed || before.verdict == .allowed)
                && (before.verdict != .explicitDeny || after.verdict == .explicitDeny)
        case .addedLayer: after.verdict != .allowed || before.verdict == .allowed
        }
    }

    /// The policies of a family, changed. Its requests change only if case is what changes.
    package func changed(
        _ family: QuestionFamily, by generator: inout QuestionGenerator
    ) -> QuestionFamily {
        var family = family
        switch self {
        case .reordering:
            family.policies = family.policies.mapLists { list in
                list.shuffled(using: &generator.random)
            }
        case .repetition:
            family.policies = family.policies.mapLists { list in
                (list + list.filter { _ in generator.random.chance(40) })
                    .shuffled(using: &generator.random)
            }
        case .splitting: family.policies = family.policies.split
        case .changedCase:
            family.policies = family.policies.mapDocuments {
                $0.withCaseChanged(by: &generator)
            }
            family.requests = family.requests.map { generator.caseChanged($0) }
        case .addedDeny: Self.addDeny(to: &family, by: &generator)
        case .addedLayer: Self.addLayer(to: &family, by: &generator)
        }
        return family
    }

    private static func addDeny(
        to family: inout QuestionFamily, by generator: inout QuestionGenerator
    ) {
        guard let request = family.requests.randomElement(using: &generator.random) else { return }
        func adding(_ kind: PolicyLayerKind, _ document: JSON) -> JSON {
            document.addingStatement(
                generator.statement(kind, for: request, allows: false, covers: true))
        }
        let policies = family.policies
        switch generator.random.pick(PolicyLayerKind.allCases) {
        case .identity: family.policies.identity = policies.identity?.map { adding(.identity, $0) }
        case .boundary: family.policies.boundary = policies.boundary.map { adding(.boundary, $0) }
        case .session: family.policies.session = policies.session?.map { adding(.session, $0) }
        case .resource: family.policies.resource = policies.resource.map { adding(.resource, $0) }
        case .serviceControl:
            family.policies.serviceControl = policies.serviceControl.map {
                $0.map { adding(.serviceControl, $0) }
            }
        case .resourceControl:
            family.policies.resourceControl = policies.resourceControl.map {
                $0.map { adding(.resourceControl, $0) }
            }
        }
    }

    private static func addLayer(
        to family: inout QuestionFamily, by generator: inout QuestionGenerator
    ) {
        guard let request = family.requests.randomElement(using: &generator.random) else { return }
        // A federated user without session policies has nothing: the first one does widen.
        let canBeGivenSession =
            family.policies.session == nil
            && !family.requests.contains { $0.principal.kind == .federatedUser }
        switch Int.random(in: 0..<4, using: &generator.random) {
        case 0 where family.policies.boundary == nil:
            family.policies.boundary = generator.document(.boundary, for: request)
        case 1 where canBeGivenSession:
            family.policies.session = [generator.document(.session, for: request)]
        case 2:
            family.policies.serviceControl.append([
                generator.document(.serviceControl, for: request)
            ])
        default:
            family.policies.resourceControl.append(
                [generator.document(.resourceControl, for: request)])
        }
    }
}
