import IAMIdentifiers

/// A statement as far as it can be read, whatever is wrong with it.
struct InspectedStatement {
    /// A pattern of Action or NotAction.
    struct Action {
        let node: PolicyNode
        /// In lower case, as `iam:get*`.
        let text: String

        var pattern: WildcardText { WildcardText(text) }
        var prefix: String { String(text.prefix { $0 != ":" }) }
        /// What follows the colon; `*` of the action `*`.
        var name: String { String(text.drop { $0 != ":" }.dropFirst()) }
        var isEverything: Bool { text == "*" || text == "*:*" }
    }

    /// One key under one operator.
    struct Condition {
        let operatorName: String
        /// Nil when there is no such operator.
        let `operator`: ConditionOperator?
        /// In lower case.
        let key: String
        let member: PolicyNode.Member
        var values: [PolicyNode] { member.node.elements }
        /// The values that are no objects, arrays or null.
        var texts: [String] { values.compactMap(\.scalar) }
    }

    /// One principal: `"AWS": "123456789012"`.
    struct Principal {
        /// `AWS`, `Service`, …; empty for a `*` that stands alone.
        let kind: String
        let text: String
        let node: PolicyNode
    }

    let node: PolicyNode
    private let members: [ExactText: PolicyNode.Member]
    let effect: PolicyEffect?
    let actions: [Action]
    let conditions: [Condition]
    let principals: [Principal]

    /// - Parameter node: an object.
    init(_ node: PolicyNode, _ list: [PolicyNode.Member]) {
        self.node = node
        members = [ExactText: PolicyNode.Member](
            list.map { (ExactText($0.name), $0) }
        ) { first, _ in first }
        effect = members["Effect"]?.node.text.flatMap(PolicyEffect.init(rawValue:))
        actions =
            (members["Action"] ?? members["NotAction"]).map { member in
                member.node.elements.compactMap { node in
                    node.text.map { Action(node: node, text: $0.asciiLowercased) }
                }
            } ?? []
        conditions = members["Condition"].map { Self.conditions(of: $0.node) } ?? []
        let principal = members["Principal"] ?? members["NotPrincipal"]
        principals = principal.map { Self.principals(of: $0.node) } ?? []
    }

    subscript(name: String) -> PolicyNode.Member? { members[name] }

    /// Whether the statement says which actions it is not about.
    var isNotAction: Bool { members["Action"] == nil && members["NotAction"] != nil }
    var isNotResource: Bool { members["Resource"] == nil && members["NotResource"] != nil }
    var resource: PolicyNode? { (members["Resource"] ?? members["NotResource"])?.node }
    var resourceTexts: [String] { resource?.elements.compactMap(\.text) ?? [] }
    var principal: PolicyNode? { (members["Principal"] ?? members["NotPrincipal"])?.node }

    /// Whether it allows every action on every resource under no condition.
    var allowsEverything: Bool {
        effect == .allow && !isNotAction && actions.map(\.text) == ["*"] && !isNotResource
            && resourceTexts == ["*"] && members["Condition"] == nil
    }

    func hasCondition(on keys: Set<ExactText>) -> Bool {
        conditions.contains { keys.contains($0.key) }
    }

    private static func conditions(of node: PolicyNode) -> [Condition] {
        (node.members ?? []).flatMap { block in
            (block.node.members ?? []).map { member in
                Condition(
                    operatorName: block.name, operator: ConditionOperator(block.name),
                    key: member.name.asciiLowercased, member: member)
            }
        }
    }

    private static func principals(of node: PolicyNode) -> [Principal] {
        if let text = node.text { return [Principal(kind: "", text: text, node: node)] }
        return (node.members ?? []).flatMap { member in
            member.node.elements.compactMap { element in
                element.text.map { Principal(kind: member.name, text: $0, node: element) }
            }
        }
    }
}
