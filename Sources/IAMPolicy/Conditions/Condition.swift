/// One operator applied to one key: `"StringLike": {"s3:prefix": ["", "${aws:username}/*"]}`.
///
/// Source: IAM User Guide, "Conditions with multiple context keys or values" and "Set operators for
/// multivalued context keys".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html>
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html>
struct Condition: Hashable, Sendable {
    let `operator`: ConditionOperator
    let key: String
    /// At least one; that the request's value meets any of them is enough.
    let operands: [ConditionOperand]

    /// Whether the condition holds; unknown when the request's value is not of the operator's type,
    /// or has several values and the operator does not say what to do with them. To an operator
    /// that does, empty strings alone are no values.
    func truth(in context: RequestContext) -> Truth {
        let values = context[key]
        if `operator`.comparison == .null {
            return Truth(operands.contains(.boolean(values.isEmpty)))
        }
        guard !values.isEmpty else { return truthWithoutKey }
        let areAllEmpty = values.allSatisfy(\.isEmpty)
        return switch `operator`.quantifier {
        case .one: values.count == 1 ? truth(of: values[0], in: context) : .unknown
        case .all where areAllEmpty: .yes
        case .any where areAllEmpty: .no
        case .all: values.reduce(.yes) { $0.and(truth(of: $1, in: context)) }
        case .any: values.reduce(.no) { $0.or(truth(of: $1, in: context)) }
        }
    }

    /// A key that is absent equals nothing, so a negated operator holds; all of no values meet the
    /// condition, and none does.
    private var truthWithoutKey: Truth {
        if `operator`.ifExists { return .yes }
        return switch `operator`.quantifier {
        case .one: Truth(`operator`.isNegated)
        case .all: .yes
        case .any: .no
        }
    }

    private func truth(of value: String, in context: RequestContext) -> Truth {
        let matches = operands.reduce(Truth.no) { $0.or($1.matches(value, in: context)) }
        return `operator`.isNegated ? matches.negated : matches
    }
}
