import StrictJSON

/// Reads Principal and NotPrincipal.
///
/// Source: IAM User Guide, "AWS JSON policy elements: Principal".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>
enum PrincipalElement {
    /// The principals of a statement: one of two elements in the policies of resources, none in
    /// others.
    static func read(
        _ statement: WrittenStatement, as kind: PolicyKind
    ) throws(PolicyFault) -> PolicyElement<PrincipalPattern>? {
        guard kind.hasPrincipals else {
            guard let found = statement.principals else { return nil }
            throw PolicyFault(PolicySentence.principal, at: found.node.range.lowerBound)
        }
        guard let found = statement.principals else {
            throw PolicyFault(PolicySentence.noPrincipal, at: statement.range.lowerBound)
        }
        guard !found.isNegated || kind == .resourceBased else {
            throw PolicyFault(
                PolicySentence.syntax, at: found.node.range.lowerBound,
                "name the principals that are meant, with Principal")
        }
        let patterns = try patterns(found.node)
        guard kind != .resourceControl || patterns == [.everyone] else {
            throw PolicyFault(
                PolicySentence.syntax, at: found.node.range.lowerBound,
                "a resource control policy applies to everyone; write \"Principal\": \"*\"")
        }
        return PolicyElement(isNegated: found.isNegated, patterns: patterns)
    }

    /// `"*"`, or an object of kinds of principals, each with one or several.
    private static func patterns(_ node: JSONNode) throws(PolicyFault) -> [PrincipalPattern] {
        if case .string("*") = node.content { return [.everyone] }
        guard case .object(let kinds) = node.content else {
            throw PolicyFault(PolicySentence.invalidPrincipal, at: node.range.lowerBound)
        }
        guard !kinds.isEmpty else {
            throw PolicyFault(PolicySentence.emptyPrincipal, at: node.range.lowerBound)
        }
        var patterns: [PrincipalPattern] = []
        for kind in kinds {
            let nodes = kind.value.elements
            guard !nodes.isEmpty else {
                throw PolicyFault(PolicySentence.emptyPrincipal, at: kind.value.range.lowerBound)
            }
            for node in nodes { patterns.append(try pattern(node, as: kind.name)) }
        }
        return patterns
    }

    private static func pattern(
        _ node: JSONNode, as kind: String
    ) throws(PolicyFault) -> PrincipalPattern {
        let text = try node.string.text
        guard let pattern = PrincipalPattern(text, as: kind) else {
            throw PolicyFault(
                PolicySentence.invalidPrincipal(text, as: kind), at: node.range.lowerBound)
        }
        return pattern
    }
}
