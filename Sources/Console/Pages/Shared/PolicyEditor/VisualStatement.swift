import IAMIdentifiers
import StrictJSON

/// A statement of an identity-based policy as the boxes of the visual editor say it.
///
/// It is no more than what the boxes can say: a statement that says anything else has none, and is
/// shown as JSON.
struct VisualStatement: Sendable {
    /// One key with the values that an operator compares it with.
    struct Condition: Sendable {
        /// With its quantifier and ending, as `ForAnyValue:StringLikeIfExists`.
        var comparison: String
        var key: String
        var values: [String]
    }

    /// Empty without one.
    var sid = ""
    var isAllowed = true
    /// Names with their prefixes, and patterns: `s3:GetObject`, `s3:Get*`.
    var actions: [String] = []
    /// ARNs and patterns; `*` alone for all.
    var resources = ["*"]
    var conditions: [Condition] = []

    /// More conditions are not shown as boxes: a form has so many fields and no more.
    static let mostConditions = 40
    /// The most lines of a box: a policy that can be saved has fewer.
    static let mostLines = 1_000

    var isOfAllResources: Bool { resources.count == 1 && resources[0] == "*" }

    /// What a statement is at first.
    init() {}

    /// Nil for a statement that has anything that no box says, as `NotAction`.
    init?(_ node: JSONNode) {
        guard let members = node.members,
            members.keys.allSatisfy({ Self.elements.contains($0) }),
            let effect = members["Effect"]?.text, effect == "Allow" || effect == "Deny",
            let actions = members["Action"]?.texts, Self.areLines(actions),
            let resources = members["Resource"]?.texts, Self.areLines(resources)
        else { return nil }
        isAllowed = effect == "Allow"
        self.actions = actions
        self.resources = resources
        if let sid = members["Sid"] {
            guard let text = sid.text, text.isEmpty || Self.isLine(text) else { return nil }
            self.sid = text
        }
        if let block = members["Condition"] {
            guard let conditions = Self.conditions(block) else { return nil }
            self.conditions = conditions
        }
    }

    private static let elements: Set<ExactText> = [
        "Sid", "Effect", "Action", "Resource", "Condition",
    ]

    /// Whether a text can be a line of a box: something, without spaces around it, and without
    /// what HTML has no place for.
    private static func isLine(_ text: String) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last else { return false }
        return first != 0x20 && last != 0x20
            && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F ~= $0.value) }
    }

    private static func areLines(_ texts: [String]) -> Bool {
        texts.count <= mostLines && texts.allSatisfy(isLine)
    }

    private static func conditions(_ block: JSONNode) -> [Condition]? {
        guard case .object(let comparisons) = block.content else { return nil }
        var conditions: [Condition] = []
        for comparison in comparisons {
            guard case .object(let keys) = comparison.value.content, !keys.isEmpty,
                comparison.name.isEmpty || isLine(comparison.name)
            else { return nil }
            for key in keys {
                guard let values = values(key.value), areLines(values),
                    key.name.isEmpty ? !values.isEmpty : isLine(key.name)
                else { return nil }
                conditions.append(
                    Condition(comparison: comparison.name, key: key.name, values: values))
            }
        }
        return conditions.count <= mostConditions ? conditions : nil
    }

    /// The values of a key as texts: a number and a boolean say the same as their text.
    private static func values(_ node: JSONNode) -> [String]? {
        switch node.content {
        case .array(let nodes):
            let texts = nodes.compactMap(value)
            return texts.count == nodes.count ? texts : nil
        default: return value(node).map { [$0] }
        }
    }

    private static func value(_ node: JSONNode) -> String? {
        switch node.content {
        case .string(let text), .number(let text): text
        case .boolean(let isTrue): isTrue ? "true" : "false"
        default: nil
        }
    }
}

// What it says the same as another.
extension VisualStatement {
    /// Whether both name the same actions. Neither order nor case matters to IAM.
    func hasActions(of other: VisualStatement) -> Bool {
        actionNames == other.actionNames
    }

    func hasResources(of other: VisualStatement) -> Bool {
        resources.map(ExactText.init) == other.resources.map(ExactText.init)
    }

    func hasConditions(of other: VisualStatement) -> Bool {
        conditions.count == other.conditions.count
            && zip(conditions, other.conditions).allSatisfy { $0.isExactly($1) }
    }

    func isSame(as other: VisualStatement) -> Bool {
        sid.isExactly(other.sid) && isAllowed == other.isAllowed && hasActions(of: other)
            && hasResources(of: other) && hasConditions(of: other)
    }
}

extension VisualStatement.Condition {
    func isExactly(_ other: VisualStatement.Condition) -> Bool {
        comparison.isExactly(other.comparison) && key.isExactly(other.key)
            && values.map(ExactText.init) == other.values.map(ExactText.init)
    }
}
