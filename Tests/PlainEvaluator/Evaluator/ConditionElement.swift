/// The `Condition` of a statement.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Condition operators" and "Single-valued vs.
/// multivalued context keys".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html>
struct ConditionElement {
    private struct Test {
        let comparison: ConditionComparison
        /// In small letters.
        let key: String
        let operands: [VariableText]
    }

    /// All must hold; nil if something in them is not understood.
    private var tests: [Test]? = []

    init(_ json: JSON, hasVariables: Bool) {
        guard let operators = json.object else {
            tests = nil
            return
        }
        for (name, keys) in operators {
            guard let comparison = ConditionComparison(name), let keys = keys.object else {
                tests = nil
                return
            }
            for (key, values) in keys {
                let operands = (values.array ?? [values]).map { operand in
                    Self.text(operand).flatMap { text in
                        comparison.type.takes(text)
                            ? VariableText(
                                text, hasVariables: hasVariables && comparison.type.hasVariables)
                            : nil
                    }
                }
                guard !operands.contains(where: { $0 == nil }) else {
                    tests = nil
                    return
                }
                tests?.append(
                    Test(
                        comparison: comparison, key: key.asciiLowercased,
                        operands: operands.compactMap { $0 }))
            }
        }
    }

    /// An operand; numbers and booleans need no quotation marks.
    private static func text(_ json: JSON) -> String? {
        switch json {
        case .string(let text), .number(let text): text
        case .bool(let value): value ? "true" : "false"
        default: nil
        }
    }

    /// Whether all holds for a request in small letters.
    func truth(for request: QuestionRequest) -> Ternary {
        guard let tests else { return .unknown }
        return tests.map { test in
            test.comparison.truth(
                of: request.context[test.key] ?? [], against: test.operands, in: request)
        }.all
    }
}
