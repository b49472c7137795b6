/// A statement as the plain evaluator reads it, and what it says to a request.
struct PlainStatement {
    let isAllow: Bool
    /// `Principal` or `NotPrincipal`; nil in policies of principals.
    let principal: PrincipalElement?
    private let actions: [Pattern]
    private let isNotAction: Bool
    /// Empty if the statement has none: a trust policy is about its role.
    private let resources: [VariableText]
    private let isNotResource: Bool
    private let condition: ConditionElement?

    private static let members: Set = [
        "Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource",
        "NotResource", "Condition",
    ]

    /// - Returns: nil if it is no statement.
    init?(_ json: JSON, hasPrincipals: Bool, hasVariables: Bool) {
        guard let members = json.object, Set(members.keys).isSubset(of: Self.members),
            let effect = members["Effect"]?.string, ["Allow", "Deny"].contains(effect),
            (members["Principal"] != nil) != (members["NotPrincipal"] != nil) || !hasPrincipals,
            (members["Action"] != nil) != (members["NotAction"] != nil),
            members["Resource"] == nil || members["NotResource"] == nil,
            let actions = (members["Action"] ?? members["NotAction"])?.strings, !actions.isEmpty
        else { return nil }
        isAllow = effect == "Allow"
        isNotAction = members["NotAction"] != nil
        isNotResource = members["NotResource"] != nil

        guard actions.allSatisfy(Self.isAction) else { return nil }
        self.actions = actions.compactMap {
            VariableText($0.asciiLowercased, hasVariables: false)?
                .filled(from: .none, wildcards: true)
        }

        let resources = members["Resource"] ?? members["NotResource"]
        guard let texts = resources == nil && hasPrincipals ? [] : resources?.strings,
            !texts.isEmpty || resources == nil, texts.allSatisfy(Self.isResource)
        else { return nil }
        self.resources = texts.compactMap { VariableText($0, hasVariables: hasVariables) }
        guard self.resources.count == texts.count else { return nil }

        let named = members["Principal"] ?? members["NotPrincipal"]
        principal = named.flatMap {
            PrincipalElement($0, isNot: members["NotPrincipal"] != nil)
        }
        guard (named != nil) == hasPrincipals, (principal != nil) == hasPrincipals
        else { return nil }
        condition = members["Condition"].map {
            ConditionElement($0, hasVariables: hasVariables)
        }
    }

    /// `*`, or a service and a name.
    private static func isAction(_ text: String) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return text == "*" }
        return !parts[0].isEmpty && !parts[1].isEmpty
            && (text == "*:*" || !parts[0].contains { "*? ".contains($0) })
    }

    /// `*`, or an ARN.
    private static func isResource(_ text: String) -> Bool {
        text == "*" || text.hasPrefix("arn:") && text.count(where: { $0 == ":" }) >= 5
    }

    /// Whether the statement's effect comes to pass for a request in small letters. What cannot be
    /// told counts against the request.
    func applies(to request: QuestionRequest, hasBoundary: Bool) -> Bool {
        guard actionTruth(request) != .no else { return false }
        let truth = [
            principal?.truth(
                for: request.principal, isDenied: !isAllow, hasBoundary: hasBoundary) ?? .yes,
            resourceTruth(request), condition?.truth(for: request) ?? .yes,
        ].all
        return isAllow ? truth == .yes : truth != .no
    }

    /// Yes or no.
    private func actionTruth(_ request: QuestionRequest) -> Ternary {
        let action = request.action.characters
        let isListed = Ternary(actions.contains { $0.matches(action) })
        return isNotAction ? !isListed : isListed
    }

    private func resourceTruth(_ request: QuestionRequest) -> Ternary {
        guard !resources.isEmpty else { return .yes }
        let resource = request.resource.characters
        let patterns = resources.map { $0.filled(from: request, wildcards: true)?.asResource }
        if patterns.contains(where: { $0?.matches(resource) == true }) {
            return Ternary(!isNotResource)
        }
        // A variable without a value: the pattern names nothing that can be told to be another.
        guard isNotResource else { return .no }
        return patterns.contains { $0 == nil } ? .unknown : .yes
    }
}

extension QuestionRequest {
    /// For texts in which there is nothing to fill in.
    static let none = QuestionRequest(QuestionPrincipal(.anonymous), action: "", resource: "")
}
