import IAMPolicy
package import PlainEvaluator

/// The engine, asked the questions that the plain evaluator is asked.
package struct EngineEvaluator {
    private let ofPrincipal: PolicySet
    private let ofResource: PolicySet

    /// - Parameter isReprinted: whether each document that can be read is printed and read again
    ///   first, which must not change anything.
    package init(_ policies: QuestionPolicies, isReprinted: Bool = false) {
        func layer(_ type: PolicyType, _ kind: PolicyKind, _ documents: [JSON]) -> PolicyLayer {
            PolicyLayer(
                type,
                documents.enumerated().map { index, document in
                    Self.policy(document, as: kind, at: index, isReprinted: isReprinted)
                })
        }
        var layers = policies.serviceControl.map { layer(.serviceControl, .serviceControl, $0) }
        if let documents = policies.identity {
            layers.append(layer(.identityBased, .identityBased, documents))
        }
        if let document = policies.boundary {
            layers.append(layer(.permissionsBoundary, .identityBased, [document]))
        }
        if let documents = policies.session {
            layers.append(layer(.session, .identityBased, documents))
        }
        ofPrincipal = PolicySet(layers)
        layers = policies.resourceControl.map { layer(.resourceControl, .resourceControl, $0) }
        if let document = policies.resource {
            let kind: PolicyKind = Self.isTrust(document) ? .trust : .resourceBased
            layers.append(layer(.resourceBased, kind, [document]))
        }
        ofResource = PolicySet(layers, resourcePolicyIsRequired: policies.resourceIsRequired)
    }

    package func answer(_ request: QuestionRequest) -> Answer {
        Answer(decide(AuthorizationRequest(request), by: ofPrincipal, and: ofResource))
    }

    /// The answer of the explanation, which has to be the same.
    package func explainedAnswer(_ request: QuestionRequest) -> Answer {
        Answer(explain(AuthorizationRequest(request), by: ofPrincipal, and: ofResource).decision)
    }

    private static func policy(
        _ json: JSON, as kind: PolicyKind, at index: Int, isReprinted: Bool
    ) -> AttachedPolicy {
        var text = json.string ?? json.text
        if isReprinted, let document = try? PolicyDocument(stored: text, as: kind),
            let printed = document.printed
        {
            text = printed
        }
        return AttachedPolicy(source: .named("policy \(index)"), stored: text, as: kind)
    }

    /// Whether a resource's policy is a role's: one without resources.
    private static func isTrust(_ json: JSON) -> Bool {
        let document = json.string.map { JSON(text: $0) ?? .null } ?? json
        let statements = document["Statement"].map { $0.array ?? [$0] } ?? []
        return !statements.contains { $0["Resource"] != nil || $0["NotResource"] != nil }
    }
}
