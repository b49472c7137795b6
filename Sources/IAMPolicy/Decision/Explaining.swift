/// Decides one request as ``decide(_:by:and:)`` does, and returns every statement that applies.
///
/// It evaluates all statements, without the index. So it is slower, and tests compare the two.
package func explain(
    _ request: AuthorizationRequest, by ofPrincipal: PolicySet, and ofResource: PolicySet = .empty
) -> Explanation {
    var total = Effort()
    return explain(request, by: ofPrincipal, and: ofResource, &total)
}

/// Explains one of many decisions.
/// - Parameter total: what all of them may cost; the cost of this one is taken off.
package func explain(
    _ request: AuthorizationRequest, by ofPrincipal: PolicySet, and ofResource: PolicySet,
    _ total: inout Effort
) -> Explanation {
    var effects = MatchedEffects()
    let isBounded = request.isBounded(by: ofPrincipal)
    var effort = Effort()
    defer { total.spend(effort.spent + costOfExplanation) }
    var layers: [LayerOutcome] = []
    effects.allowingOfPrincipal = ofPrincipal.explain(
        request, isBounded: isBounded, &effects, into: &layers, &effort)
    effects.allowingOfResource = ofResource.explain(
        request, isBounded: isBounded, &effects, into: &layers, &effort)
    return Explanation(
        decision: decision(of: effects, request, ofPrincipal, ofResource), layers: layers)
}

/// What an explanation costs beside its comparisons, in bytes compared.
private let costOfExplanation = 1_024
/// What it costs to look at one statement.
private let costOfStatement = 64

extension PolicySet {
    /// Adds the outcome of each layer.
    /// - Returns: the layers that allow.
    fileprivate func explain(
        _ request: AuthorizationRequest, isBounded: Bool, _ effects: inout MatchedEffects,
        into outcomes: inout [LayerOutcome], _ effort: inout Effort
    ) -> UInt64 {
        var allows: [[MatchedStatement]] = Array(repeating: [], count: layers.count)
        var denies = allows
        var allowing: UInt64 = 0
        for statement in program.statements {
            effort.spend(costOfStatement)
            var naming = PrincipalNaming.not
            request.withLowercaseAction { action in
                naming = program.applies(
                    statement, to: request, action: action, isBounded: isBounded, &effort)
            }
            let layer = Int(statement.layer)
            guard naming != .not, let match = match(statement) else { continue }
            if statement.isDeny {
                denies[layer].append(match)
                effects.denying.insert(PolicyTypes(statement.type))
            } else {
                allows[layer].append(match)
                allowing |= 1 << UInt64(layer)
                if statement.type == .resourceBased { effects.naming = max(effects.naming, naming) }
            }
        }
        for (number, layer) in layers.enumerated() {
            let unreadable = layer.policies.filter { policy in
                if case .unreadable = policy.content { true } else { number >= Self.maximumLayers }
            }
            let isDenied = !denies[number].isEmpty || !unreadable.isEmpty
            outcomes.append(
                LayerOutcome(
                    type: layer.type,
                    isBinding: request.bindingTypes.contains(layer.type),
                    verdict: isDenied
                        ? .explicitlyDenied
                        : allows[number].isEmpty ? .implicitlyDenied : .allowed,
                    allows: allows[number], denies: denies[number],
                    unreadable: unreadable.map(\.source)))
        }
        return allowing
    }

    private func match(_ statement: PolicyProgram.Statement) -> MatchedStatement? {
        let policy = layers[Int(statement.layer)].policies[Int(statement.policy)]
        guard case .document(let document) = policy.content else { return nil }
        let index = Int(statement.index)
        return MatchedStatement(document.statements[index], at: index, of: policy.source)
    }
}
