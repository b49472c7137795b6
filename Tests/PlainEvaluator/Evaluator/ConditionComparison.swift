/// A condition operator with all that its name says.
struct ConditionComparison {
    private enum Quantifier { case none, forAllValues, forAnyValue }

    let type: OperandType
    private var quantifier = Quantifier.none
    private let relations: Set<OperandType.Relation>
    private let isNegated: Bool
    private var isIfExists = false

    /// - Returns: nil if there is no such operator.
    init?(_ name: String) {
        var name = name[...]
        if name.hasPrefix("ForAllValues:") { quantifier = .forAllValues }
        if name.hasPrefix("ForAnyValue:") { quantifier = .forAnyValue }
        if quantifier != .none { name = name.drop { $0 != ":" }.dropFirst() }
        if name.hasSuffix("IfExists"), name != "NullIfExists" {
            isIfExists = true
            name = name.dropLast("IfExists".count)
        }
        guard let row = Self.operators[String(name)] else { return nil }
        (type, relations, isNegated) = row
    }

    /// By name: the type that is compared, the relations that are wanted, and whether the answer is
    /// negated.
    private static let operators: [String: (OperandType, Set<OperandType.Relation>, Bool)] = [
        "StringEquals": (.string, [.equal], false),
        "StringNotEquals": (.string, [.equal], true),
        "StringEqualsIgnoreCase": (.stringIgnoringCase, [.equal], false),
        "StringNotEqualsIgnoreCase": (.stringIgnoringCase, [.equal], true),
        "StringLike": (.stringPattern, [.equal], false),
        "StringNotLike": (.stringPattern, [.equal], true),
        "NumericEquals": (.number, [.equal], false),
        "NumericNotEquals": (.number, [.equal], true),
        "NumericLessThan": (.number, [.less], false),
        "NumericLessThanEquals": (.number, [.less, .equal], false),
        "NumericGreaterThan": (.number, [.greater], false),
        "NumericGreaterThanEquals": (.number, [.greater, .equal], false),
        "DateEquals": (.date, [.equal], false),
        "DateNotEquals": (.date, [.equal], true),
        "DateLessThan": (.date, [.less], false),
        "DateLessThanEquals": (.date, [.less, .equal], false),
        "DateGreaterThan": (.date, [.greater], false),
        "DateGreaterThanEquals": (.date, [.greater, .equal], false),
        "Bool": (.boolean, [.equal], false),
        "BinaryEquals": (.binary, [.equal], false),
        "IpAddress": (.address, [.equal], false),
        "NotIpAddress": (.address, [.equal], true),
        "ArnEquals": (.arn, [.equal], false),
        "ArnLike": (.arn, [.equal], false),
        "ArnNotEquals": (.arn, [.equal], true),
        "ArnNotLike": (.arn, [.equal], true),
        "Null": (.presence, [.equal], false),
    ]

    /// Whether a key's values are what the operator asks for.
    func truth(
        of values: [String], against operands: [VariableText], in request: QuestionRequest
    ) -> Ternary {
        // To the set operators, a key with empty strings alone has no values. AWS does not say
        // whether such a key exists.
        let isEmpty = values.allSatisfy { $0.isEmpty }
        if operands.isEmpty {
            let isPlain = quantifier == .none && !isNegated
            return isPlain && !(isIfExists && values.isEmpty) ? .no : .unknown
        }
        if type == .presence {
            guard values.isEmpty || !isEmpty else { return .unknown }
            let wanted = operands.map {
                $0.filled(from: request, wildcards: false)?.text.asciiLowercased
            }
            return Ternary(wanted.contains(values.isEmpty ? "true" : "false"))
        }
        switch quantifier {
        case .none:
            if values.isEmpty { return Ternary(isIfExists || isNegated) }
        case .forAllValues:
            if isEmpty { return .yes }
        case .forAnyValue:
            if isEmpty { return !isIfExists ? .no : values.isEmpty ? .yes : .unknown }
        }
        let truths = values.map { value in
            let isMet = operands.map {
                type.truth(of: value, relations, to: $0, in: request)
            }.any
            return isNegated ? !isMet : isMet
        }
        switch quantifier {
        case .none: return truths.count == 1 ? truths[0] : .unknown
        case .forAllValues: return truths.all
        case .forAnyValue: return truths.any
        }
    }
}
