import IAMIdentifiers
import StrictJSON

// What is said twice.
extension PolicyInspection {
    /// Reports the patterns of a list that another one of the list covers, all in one finding.
    func inspectRepetition(
        of patterns: [(node: PolicyNode, text: WildcardText)], as issue: PolicyIssue,
        _ details: String
    ) {
        let wide = patterns.indices.filter { patterns[$0].text.hasWildcards }
        var seen: Set<WildcardText> = []
        let redundant = patterns.indices.filter { index in
            let text = patterns[index].text
            guard seen.insert(text).inserted else { return true }
            guard !effort.isSpent else { return false }
            return wide.contains { other in
                let wider = patterns[other].text
                guard !effort.isSpent, other != index, wider != text, wider.covers(text, &effort)
                else { return false }
                // Of two that mean the same, the first stays.
                return other < index || !text.covers(wider, &effort)
            }
        }.map { patterns[$0].node.site }
        add(issue, details, at: redundant)
    }

    /// Reports the statements that say what another one says, whatever their Sids.
    func inspectRepetition(of statements: [InspectedStatement]) {
        var first: [ExactText: Int] = [:]
        for (index, statement) in statements.enumerated() {
            let text = Self.canonical(statement.node.json, isStatement: true)
            guard let earlier = first[text] else {
                first[text] = index
                continue
            }
            add(
                .redundantStatement,
                "another statement says the same; remove one of them",
                at: [statements[earlier].node.site, statement.node.site])
        }
    }

    /// A text that is equal for values that mean the same: members and lists in any order, a list
    /// of one for the one.
    private static func canonical(_ node: JSONNode, isStatement: Bool = false) -> String {
        switch node.content {
        case .object(let members):
            "{"
                + members.filter { !isStatement || $0.name != "Sid" }
                .map { quoted($0.name) + canonical($0.value) }.sorted().joined() + "}"
        case .array(let elements) where elements.count == 1: canonical(elements[0])
        case .array(let elements): "[" + elements.map { canonical($0) }.sorted().joined() + "]"
        case .string(let text), .number(let text): quoted(text)
        case .boolean(let boolean): quoted(String(boolean))
        case .null: "null"
        }
    }

    /// Texts of different lengths cannot run into each other.
    private static func quoted(_ text: String) -> String { "\(text.utf8.count)\"\(text)\"" }
}
