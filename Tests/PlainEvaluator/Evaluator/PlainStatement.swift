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
    init?(_ json: JSON, of kind: PlainPolicy.Kind, hasVariables: Bool) {
        guard let members = json.object, Set(members.keys).isSubset(of: Self.members),
            let effect = members["Effect"]?.string, ["Allow", "Deny"].contains(effect)
        else { return nil }
        isAllow = effect == "Allow"

        // One of two, and never both.
        func element(_ name: String) -> JSON? {
            members["Not" + name] == nil
                ? members[name]
                : members[name] == nil
                    ? members["Not" + name] : nil
        }
        isNotAction = members["NotAction"] != nil
        guard let actions = element("Action")?.strings, !actions.isEmpty,
            actions.allSatisfy(Self.isAction)
        else { return nil }
        self.actions = actions.compactMap {
            VariableText($0.asciiLowercased, hasVariables: false)?
                .filled(from: .none, wildcards: true)
        }

        isNotResource = members["NotResource"] != nil
        if kind == .ofRole {
            // It is about its role, and about nothing but who may assume it.
            guard !isNotAction, actions.allSatisfy({ $0.asciiLowercased.hasPrefix("sts:") })
            else { return nil }
            resources = []
        } else {
            guard let texts = element("Resource")?.strings, !texts.isEmpty,
                texts.allSatisfy(Self.isResource)
            else { return nil }
            resources = texts.compactMap { VariableText($0, hasVariables: hasVariables) }
            guard resources.count == texts.count else { return nil }
        }

        let isNotPrincipal = members["NotPrincipal"] != nil
        if kind == .ofPrincipal {
            guard members["Principal"] == nil, !isNotPrincipal else { return nil }
            principal = nil
        } else {
            guard
                let element = element("Principal").flatMap({
                    PrincipalElement($0, isNot: isNotPrincipal)
                }), kind == .ofResource || !isNotPrincipal,
                kind != .resourceControl || element.isEveryone
            else { return nil }
            principal = element
        }
        condition = members["Condition"].map {
            ConditionElement($0, hasVariables: hasVariables)
        }
    }

    /// `*`, or a service and a name, which may be any.
    private static func isAction(_ text: String) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return text == "*" }
        return text == "*:*"
            || parts[0].unicodeScalars.allSatisfy {
                $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0)
                    || "-.".unicodeScalars.contains($0)
            }
    }

    /// `*`, or an ARN that names a service. It may lack parts at its end.
    private static func isResource(_ text: String) -> Bool {
        let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        return text == "*"
            || parts.count > 2 && parts[0] == "arn" && ["aws", "*"].contains(parts[1])
                && !parts[2].isEmpty && !parts[2].contains { "*?$".contains($0) }
                && (parts.count == 6 || !parts.dropLast().contains(""))
    }

    /// Whether the statement's effect applies to a request in small letters. What is not known
    /// counts against the request.
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
        let truths = resources.map { text -> Ternary? in
            guard let pattern = text.filled(from: request, wildcards: true)?.asResource else {
                return nil
            }
            guard pattern.matches(resource) else { return .no }
            return text.isDoubtful(in: request) ? .unknown : .yes
        }
        let isListed = truths.compactMap(\.self).any
        guard isNotResource else { return isListed }
        // A variable without a value: the pattern names nothing that can be told to be another.
        return isListed == .no && truths.contains { $0 == nil } ? .unknown : !isListed
    }
}

extension QuestionRequest {
    /// For texts in which there is nothing to fill in.
    static let none = QuestionRequest(QuestionPrincipal(.anonymous), action: "", resource: "")
}
