/// A statement that is about a request's action and yet does not apply to it, and why.
package struct NearMiss: Hashable, Sendable {
    /// What keeps a statement from applying.
    package enum Reason: Hashable, Sendable {
        case resource
        case principal
        /// A condition that does not hold.
        case condition(operator: String, key: String)
        /// A condition whose result is unknown, so that nothing is allowed: the request's value is
        /// of another type, or there are several values where one is meant.
        case unclear(operator: String, key: String)
        /// The resource or the principal cannot be told for certain.
        case uncertain
        /// The statement has a condition that is not understood.
        case notUnderstood
    }

    package let type: PolicyType
    package let statement: MatchedStatement
    /// At least one, in the order of the statement's elements.
    package let reasons: [Reason]
}

/// The statements that are about the action of a request and do not apply to it: the principal's,
/// then the resource's, in the order of the layers, policies and texts.
package func nearMisses(
    _ request: AuthorizationRequest, of ofPrincipal: PolicySet, and ofResource: PolicySet = .empty
) -> [NearMiss] {
    let isBounded = request.isBounded(by: ofPrincipal)
    var effort = Effort()
    return ofPrincipal.nearMisses(request, isBounded: isBounded, &effort)
        + ofResource.nearMisses(request, isBounded: isBounded, &effort)
}

extension PolicySet {
    fileprivate func nearMisses(
        _ request: AuthorizationRequest, isBounded: Bool, _ effort: inout Effort
    ) -> [NearMiss] {
        program.statements.compactMap { statement in
            var isNear = false
            request.withLowercaseAction { action in
                let naming = program.applies(
                    statement, to: request, action: action, isBounded: isBounded, &effort)
                isNear =
                    naming == .not
                    && program.coversAction(action, statement, nil, request.context, &effort)
            }
            let policy = layers[Int(statement.layer)].policies[Int(statement.policy)]
            guard isNear, case .document(let document) = policy.content else { return nil }
            let index = Int(statement.index)
            let source = document.statements[index]
            return NearMiss(
                type: statement.type,
                statement: MatchedStatement(source, at: index, of: policy.source),
                reasons: reasons(statement, source, request, isBounded: isBounded, &effort))
        }
    }

    private func reasons(
        _ statement: PolicyProgram.Statement, _ source: PolicyStatement,
        _ request: AuthorizationRequest, isBounded: Bool, _ effort: inout Effort
    ) -> [NearMiss.Reason] {
        var reasons: [NearMiss.Reason] = []
        switch program.coversResource(
            request.resource.utf8.span, statement, nil, request.context, &effort)
        {
        case .no: reasons.append(.resource)
        case .unknown: reasons.append(.uncertain)
        case .yes: break
        }
        switch program.naming(of: request.principal, in: statement, isBounded: isBounded).0 {
        case .no: reasons.append(.principal)
        case .unknown: reasons.append(.uncertain)
        case .yes: break
        }
        guard let conditions = source.conditions else { return reasons + [.notUnderstood] }
        for (condition, index) in zip(conditions, statement.conditions.range) {
            switch program.truth(of: program.conditions[index], request.context, &effort) {
            case .no:
                reasons.append(
                    .condition(operator: condition.operator.name, key: condition.key))
            case .unknown:
                reasons.append(.unclear(operator: condition.operator.name, key: condition.key))
            case .yes: break
            }
        }
        return reasons
    }
}
