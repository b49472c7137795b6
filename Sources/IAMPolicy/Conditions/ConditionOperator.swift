import IAMIdentifiers

/// The name of a condition operator, taken apart: `ForAnyValue:StringNotLikeIfExists`.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Condition operators".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>
struct ConditionOperator: Hashable, Sendable {
    /// How the several values of a key in the request are taken.
    enum Quantifier: String, Sendable, CaseIterable {
        case one = ""
        case all = "ForAllValues:"
        case any = "ForAnyValue:"
    }

    /// As it is written.
    let name: String
    let quantifier: Quantifier
    let comparison: Comparison
    let isNegated: Bool
    /// Whether a key that the request does not have satisfies the condition.
    let ifExists: Bool

    /// An operator from its name, or nil for one that AWS does not document. Case matters.
    init?(_ name: String) {
        let quantifier =
            Quantifier.allCases.last { name.utf8.starts(with: $0.rawValue.utf8) } ?? .one
        let ifExistsSuffix = "IfExists"
        var rest = name.dropFirst(quantifier.rawValue.count)
        ifExists = rest.ends(with: ifExistsSuffix)
        if ifExists { rest = rest.dropLast(ifExistsSuffix.count) }
        guard let (comparison, isNegated) = Self.comparisons[String(rest)],
            !(comparison == .null && ifExists)
        else { return nil }
        self.name = name
        self.quantifier = quantifier
        self.comparison = comparison
        self.isNegated = isNegated
    }

    /// The name without quantifier and ending, as `StringNotLike`.
    var plainName: String {
        let name = name.dropFirst(quantifier.rawValue.count)
        return String(ifExists ? name.dropLast("IfExists".count) : name)
    }

    static let comparisons: [ExactText: (Comparison, isNegated: Bool)] = [
        "StringEquals": (.string, false),
        "StringNotEquals": (.string, true),
        "StringEqualsIgnoreCase": (.stringIgnoringCase, false),
        "StringNotEqualsIgnoreCase": (.stringIgnoringCase, true),
        "StringLike": (.stringPattern, false),
        "StringNotLike": (.stringPattern, true),
        "NumericEquals": (.number(.equal), false),
        "NumericNotEquals": (.number(.equal), true),
        "NumericLessThan": (.number(.less), false),
        "NumericLessThanEquals": (.number(.lessOrEqual), false),
        "NumericGreaterThan": (.number(.greater), false),
        "NumericGreaterThanEquals": (.number(.greaterOrEqual), false),
        "DateEquals": (.date(.equal), false),
        "DateNotEquals": (.date(.equal), true),
        "DateLessThan": (.date(.less), false),
        "DateLessThanEquals": (.date(.lessOrEqual), false),
        "DateGreaterThan": (.date(.greater), false),
        "DateGreaterThanEquals": (.date(.greaterOrEqual), false),
        "Bool": (.boolean, false),
        "BinaryEquals": (.binary, false),
        "IpAddress": (.address, false),
        "NotIpAddress": (.address, true),
        "ArnEquals": (.arn, false),
        "ArnLike": (.arn, false),
        "ArnNotEquals": (.arn, true),
        "ArnNotLike": (.arn, true),
        "Null": (.null, false),
    ]
}
