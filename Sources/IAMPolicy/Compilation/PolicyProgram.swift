import IAMIdentifiers

/// Policies in the form in which they are evaluated: flat pools that refer to each other by number,
/// so that nothing is allocated, counted or followed while a request is decided.
struct PolicyProgram: Sendable {
    var bytes: [UInt8] = []
    var units: [PatternUnit] = []
    var patterns: [CompiledPattern] = []
    var variables: [Variable] = []
    var operands: [Operand] = []
    var conditions: [CompiledCondition] = []
    var principals: [Principal] = []
    var statements: [Statement] = []

    /// One statement of one policy of one layer.
    struct Statement: Sendable {
        let type: PolicyType
        /// From 0, in the order of the set's layers.
        let layer: UInt8
        /// From 0, in the order of the layer's policies.
        let policy: UInt32
        /// From 0, in the order of the document.
        let index: UInt32
        let isDeny: Bool
        /// Whether its conditions are understood.
        let isUnderstood: Bool
        let actionsAreNegated: Bool
        let resourcesAreNegated: Bool
        let principalsAreNegated: Bool
        let hasPrincipals: Bool
        /// In `patterns`.
        let actions: PoolRange
        /// In `patterns`; empty for a statement that is about whatever its policy belongs to.
        let resources: PoolRange
        let principals: PoolRange
        let conditions: PoolRange
    }

    struct Variable: Sendable {
        let hash: ContextKeyHash
        /// In `bytes`, in lower case.
        let key: PoolRange
        /// In `bytes`.
        let defaultValue: PoolRange?
    }

    struct CompiledCondition: Sendable {
        let hash: ContextKeyHash
        /// In `bytes`, in lower case.
        let key: PoolRange
        let quantifier: ConditionOperator.Quantifier
        let isNegated: Bool
        let ifExists: Bool
        /// Whether it asks if the key is absent, and nothing of its value.
        let isNull: Bool
        let operands: PoolRange
    }

    enum Operand: Sendable {
        case text(CompiledPattern)
        case textIgnoringCase(CompiledPattern)
        /// In `bytes`, as written.
        case number(PoolRange, Comparison.Order)
        case date(Timestamp, Comparison.Order)
        case boolean(Bool)
        /// Base64, in `bytes`.
        case binary(PoolRange)
        case addresses(IPAddressRange)
        case arn(CompiledPattern)
    }

    enum Principal: Sendable {
        case everyone
        /// Twelve digits in `bytes`; so the places in the other cases.
        case account(PoolRange)
        case arn(PoolRange)
        case uniqueID(PoolRange)
        case service(PoolRange)
        case federated(PoolRange)
        case canonicalUser(PoolRange)
    }
}

// Compiling.
extension PolicyProgram {
    mutating func add(
        _ statement: PolicyStatement, at index: Int, of policy: Int, in layer: Int,
        _ type: PolicyType
    ) {
        let actions = add(statement.actions.patterns) { $0.add($1.steps) }
        let resources = add(statement.resources?.patterns ?? []) { $0.add($1) }
        let firstPrincipal = principals.count
        for pattern in statement.principals?.patterns ?? [] { add(pattern) }
        let firstCondition = conditions.count

        for condition in statement.conditions ?? [] { add(condition) }
        statements.append(
            Statement(
                type: type, layer: UInt8(layer), policy: UInt32(policy), index: UInt32(index),
                isDeny: statement.effect == .deny, isUnderstood: statement.conditions != nil,
                actionsAreNegated: statement.actions.isNegated,
                resourcesAreNegated: statement.resources?.isNegated ?? false,
                principalsAreNegated: statement.principals?.isNegated ?? false,
                hasPrincipals: statement.principals != nil, actions: actions,
                resources: resources,
                principals: PoolRange(firstPrincipal..<principals.count),
                conditions: PoolRange(firstCondition..<conditions.count)))
    }

    private mutating func add<Pattern>(
        _ list: [Pattern], _ compile: (inout PolicyProgram, Pattern) -> CompiledPattern
    ) -> PoolRange {
        let compiled = list.map { compile(&self, $0) }
        let first = patterns.count
        patterns += compiled
        return PoolRange(first..<patterns.count)
    }

    mutating func add(_ pattern: ResourcePattern) -> CompiledPattern {
        if pattern.isEverything { return CompiledPattern(.everything) }
        guard let units = compile(pattern.steps).segmented(endsReachOn: true) else {
            return CompiledPattern(.malformed)
        }
        return add(units)
    }

    private mutating func add(_ steps: [TextStep]) -> CompiledPattern { add(compile(steps)) }

    /// The ARN pattern of a condition. Where the variables are in the sixth part alone, the other
    /// parts are told apart now.
    private mutating func add(arn text: PolicyText) -> CompiledPattern {
        let units = compile(text.steps)
        let sixth = units.indices(of: .colon).ranges.prefix(5).last?.upperBound ?? units.count
        if units[..<sixth].contains(where: { $0.variable != nil }) {
            return CompiledPattern(.arnWithVariables, append(units))
        }
        guard let segmented = units.segmented(endsReachOn: false) else {
            guard units.contains(where: { $0.variable != nil }) else {
                return CompiledPattern(.malformed)
            }
            return CompiledPattern(.arnWithVariables, append(units))
        }
        return add(segmented)
    }

    mutating func add(_ units: [PatternUnit]) -> CompiledPattern {
        let prefix = units.prefix { $0.byte != nil }
        if units == [.run] { return CompiledPattern(.everything) }
        let isPrefix = prefix.count == units.count - 1 && units.last == .run
        if isPrefix || prefix.count == units.count {
            let place = append(prefix.compactMap(\.byte))
            return CompiledPattern(isPrefix ? .prefix : .literal, place, prefix.count)
        }
        let hasVariables = units.contains { $0.variable != nil }
        return CompiledPattern(
            hasVariables ? .variables : .wildcards, append(units), prefix.count)
    }

    mutating func compile(_ steps: [TextStep]) -> [PatternUnit] {
        steps.map { step in
            switch step {
            case .byte(let byte): PatternUnit(byte: byte)
            case .character: .character
            case .run: .run
            case .variable(let variable): PatternUnit(variable: add(variable))
            }
        }
    }

    private mutating func add(_ variable: PolicyVariable) -> Int {
        let key = variable.key.utf8.map(\.asciiLowercased)
        variables.append(
            Variable(
                hash: ContextKeyHash(key.span), key: append(key),
                defaultValue: variable.defaultValue.map { append(Array($0.utf8)) }))
        return variables.count - 1
    }

    private mutating func add(_ pattern: PrincipalPattern) {
        switch pattern {
        case .everyone: principals.append(.everyone)
        case .account(let number): principals.append(.account(append(Array(number.utf8))))
        case .arn(let arn): principals.append(.arn(append(Array(arn.utf8))))
        case .uniqueID(let id): principals.append(.uniqueID(append(Array(id.utf8))))
        case .service(let name): principals.append(.service(append(Array(name.utf8))))
        case .federated(let name): principals.append(.federated(append(Array(name.utf8))))
        case .canonicalUser(let id): principals.append(.canonicalUser(append(Array(id.utf8))))
        }
    }

    private mutating func add(_ condition: Condition) {
        let key = condition.key.utf8.map(\.asciiLowercased)
        let compiled = condition.operands.map { compile($0) }
        let first = operands.count
        operands += compiled
        conditions.append(
            CompiledCondition(
                hash: ContextKeyHash(key.span), key: append(key),
                quantifier: condition.operator.quantifier,
                isNegated: condition.operator.isNegated, ifExists: condition.operator.ifExists,
                isNull: condition.operator.comparison == .null,
                operands: PoolRange(first..<operands.count)))
    }

    private mutating func compile(_ operand: ConditionOperand) -> Operand {
        switch operand.value {
        case .text(let text): .text(add(text.steps))
        case .textIgnoringCase(let text): .textIgnoringCase(add(text.steps))
        case .number(let order): .number(append(Array(operand.written.utf8)), order)
        case .date(let moment, let order): .date(moment, order)
        case .boolean(let boolean): .boolean(boolean)
        case .binary: .binary(append(Array(operand.written.utf8)))
        case .addresses(let range): .addresses(range)
        case .arn(let text): .arn(add(arn: text))
        }
    }

    private mutating func append(_ text: [UInt8]) -> PoolRange {
        bytes += text
        return PoolRange(bytes.count - text.count..<bytes.count)
    }

    private mutating func append(_ steps: [PatternUnit]) -> PoolRange {
        units += steps
        return PoolRange(units.count - steps.count..<units.count)
    }
}

extension CompiledPattern {
    init(_ form: Form, _ place: PoolRange = PoolRange(0..<0), _ literalPrefix: Int = 0) {
        self.init(form: form, place: place, literalPrefix: UInt32(literalPrefix))
    }
}
