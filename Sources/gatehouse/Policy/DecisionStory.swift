import IAMPolicy
import Operations

/// A decision told in words: who asks for what, what each kind of policy says in the order in which
/// they are asked, and what follows.
///
/// Source: IAM User Guide, "How AWS enforcement code logic evaluates requests to allow or deny
/// access".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html>
struct DecisionStory {
    private let question: PolicyQuestion
    private let explanation: Explanation
    private let misses: [NearMiss]

    init(_ question: PolicyQuestion) {
        self.question = question
        explanation = question.explanation
        misses = question.misses
    }

    var text: String {
        (beginning + [""] + PolicyType.allCases.flatMap(part) + [""] + end)
            .joined(separator: "\n")
    }

    private var request: AuthorizationRequest { question.request }

    private var who: String {
        switch request.principal.kind {
        case .anonymous: "Anyone, without a signature,"
        case .rootUser, .user, .roleSession, .federatedUser, .federated, .service:
            request.principal.name
        }
    }

    private var beginning: [String] {
        var lines = question.name.map { ["Case: \($0)"] } ?? []
        lines.append("\(who) asks for \(request.action) on \(request.resource).")
        if let owner = request.resourceAccount, owner != request.principal.account {
            lines.append(
                "The resource is of another account, \(owner): both sides have to allow.")
        }
        for key in request.context.keys {
            lines.append("  \(key) = \(request.context[key].joined(separator: ", "))")
        }
        return lines
    }

    /// How far the resource's policy reaches, where that decides.
    ///
    /// Source: IAM User Guide, "Policy evaluation for requests within a single account".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html>
    private var reach: [String] {
        let resource = explanation.layers.first { $0.type == .resourceBased }
        let identity = explanation.layers.first { $0.type == .identityBased }
        guard resource?.verdict == .allowed, identity?.verdict != .allowed else { return [] }
        switch (explanation.decision.verdict, request.principal.kind) {
        case (.allowed, .user), (.allowed, .roleSession), (.allowed, .federatedUser):
            return ["The resource's policy names who asks, so that no other policy has to."]
        case (.implicitlyDenied, _) where explanation.decision.deniedBy == .identityBased:
            return [
                "The resource's policy alone is not enough: it names no more than the account, "
                    + "or the account is another."
            ]
        default: return []
        }
    }

    private var end: [String] { reach + verdict }

    private var verdict: [String] {
        switch explanation.decision.verdict {
        case .allowed: ["Verdict: allowed."] + surprise
        case .explicitlyDenied, .implicitlyDenied:
            [
                explanation.decision.verdict == .explicitlyDenied
                    ? "Verdict: denied explicitly. No Allow outweighs a Deny."
                    : "Verdict: denied, because what would have to allow does not.",
                AccessDenial(
                    of: explanation.decision, to: who, request.action, on: request.resource
                ).sentence,
            ] + surprise
        }
    }

    private var surprise: [String] {
        guard let expected = question.expected, !question.isGood else { return [] }
        return ["The case expects \(expected)."]
    }
}

// One kind of policy.
extension DecisionStory {
    private func part(_ type: PolicyType) -> [String] {
        let layers = zip(
            explanation.layers, question.ofPrincipal.layers + question.ofResource.layers
        ).filter { $0.0.type == type }
        let name = Self.title(type)
        guard !layers.isEmpty else { return ["\(name): none. \(Self.without(type))"] }
        return layers.enumerated().flatMap { level, layer in
            let title = layers.count == 1 ? name : "\(name), level \(level + 1)"
            return ["\(title): \(summary(layer.0))"] + details(layer.0, layer.1)
        }
    }

    private static func title(_ type: PolicyType) -> String {
        switch type {
        case .resourceControl: "Resource control policies"
        case .serviceControl: "Service control policies"
        case .resourceBased: "Resource-based policies"
        case .identityBased: "Identity-based policies"
        case .permissionsBoundary: "Permissions boundaries"
        case .session: "Session policies"
        }
    }

    /// What it means that there is none of a kind.
    private static func without(_ type: PolicyType) -> String {
        switch type {
        case .resourceBased, .identityBased: "Nothing is allowed or denied by them."
        case .resourceControl, .serviceControl, .permissionsBoundary, .session:
            "Nothing is limited by them."
        }
    }

    private func summary(_ outcome: LayerOutcome) -> String {
        let says =
            switch outcome.verdict {
            case .allowed: "an Allow applies."
            case .explicitlyDenied: "a Deny applies."
            case .implicitlyDenied: "no Allow applies."
            }
        if outcome.isBinding { return says }
        return outcome.type == .resourceControl && !request.isResourceControlled
            ? "\(says) Policies of this kind do not limit \(request.action)."
            : "\(says) Policies of this kind do not bind who asks."
    }

    private func details(_ outcome: LayerOutcome, _ layer: PolicyLayer) -> [String] {
        let sources = Set(layer.policies.map(\.source))
        let unreadable = outcome.unreadable.map { source in
            guard case .named(let name) = source else { return "" }
            return "  \(name) cannot be read, so it denies everything"
        }
        return unreadable
            + outcome.denies.map { "  \(question.place(of: $0)) denies" }
            + outcome.allows.map { "  \(question.place(of: $0)) allows" }
            + misses.filter { $0.type == outcome.type && sources.contains($0.statement.source) }
            .map(miss)
    }

    private func miss(_ miss: NearMiss) -> String {
        let would = miss.statement.effect == .deny ? "would deny" : "would allow"
        let reasons = miss.reasons.map(reason)
        return "  \(question.place(of: miss.statement)) \(would), but "
            + reasons.joined(separator: ", and ")
    }

    private func reason(_ reason: NearMiss.Reason) -> String {
        switch reason {
        case .resource: "is not about this resource"
        case .principal: "does not name who asks"
        case .condition(let name, let key): "\(name) \(key) does not hold: \(values(of: key))"
        case .unclear(let name, let key):
            "\(name) \(key) cannot be told to hold: \(values(of: key))"
        case .uncertain: "it cannot be told whether it is about this request"
        case .notUnderstood: "has a condition that is not understood"
        }
    }

    private func values(of key: String) -> String {
        let values = request.context[key]
        guard !values.isEmpty else { return "the request has no such key" }
        return "the request has \(values.joined(separator: ", "))"
    }
}
