import IAMIdentifiers

// What IAM's reader makes of values that an operator cannot compare with.
//
// Source: for dates getmoto/moto pull request 2269, for the others the rules of
// badmintoncryer/cdk-preflight. Of booleans no refusal is known.
extension Comparison {
    /// What is to be done about a value that cannot be compared with, where that is an error of
    /// syntax; nil where it is none.
    var adviceAgainstSyntax: String? {
        switch self {
        case .string, .stringIgnoringCase, .stringPattern, .arn: PolicyGrammar.formOfVariables
        case .binary: "write the bytes in base64, with its padding"
        case .number, .date, .boolean, .address, .null: nil
        }
    }

    /// What is to be done about a value for which a new policy "failed legacy parsing"; nil if it
    /// is not one.
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
