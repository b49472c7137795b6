import IAMIdentifiers

// How IAM's reader refuses values that an operator cannot compare with.
//
// Source: for dates getmoto/moto pull request 2269, for the others the rules of
// badmintoncryer/cdk-preflight. No refusal of a boolean is known.
extension Comparison {
    /// What to do about a value that the operator cannot compare with. Nil for operators where such
    /// a value is no error of syntax.
    var adviceAgainstSyntax: String? {
        switch self {
        case .string, .stringIgnoringCase, .stringPattern, .arn: PolicyGrammar.formOfVariables
        case .binary: "write the bytes in base64, with its padding"
        case .number, .date, .boolean, .address, .null: nil
        }
    }

    /// What to do about a value that makes a new policy fail legacy parsing; nil if the value does
    /// not.
    /// - Parameter operand: nil if the operator cannot compare with the value.
    func adviceAgainst(_ text: String, _ operand: ConditionOperand?) -> String? {
        switch self {
        case .number where operand == nil: "write a number, as 3600"
        case .date where operand == nil && !PolicyDate.isAccepted(Array(text.utf8)):
            "write a date, as 2026-11-22T00:00:00Z"
        case .address where operand == nil: "write addresses as 203.0.113.0/24 or 2001:db8::/32"
        case .arn where !["arn:", "*", "?", "${"].contains(where: { text.begins(with: $0) }):
            "write an ARN, which may hold wildcards, or *"
        default: nil
        }
    }
}
