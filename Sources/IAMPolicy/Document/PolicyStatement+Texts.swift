// What a statement says, as its document writes it.
extension PolicyStatement {
    /// Whether it is about all actions but those it lists.
    package var namesOtherActions: Bool { actions.isNegated }
    /// Whether it is about all resources but those it lists.
    package var namesOtherResources: Bool { resources?.isNegated == true }
    package var actionTexts: [String] { actions.patterns.map(\.text) }
    /// Empty in a trust policy.
    package var resourceTexts: [String] { resources?.patterns.map(\.written.text) ?? [] }
    /// Every condition: its operator, its key and its values; nil when one is not understood.
    package var conditionTexts: [(operator: String, key: String, values: [String])]? {
        conditions?.map { ($0.operator.name, $0.key, $0.operands.map(\.written)) }
    }
}
