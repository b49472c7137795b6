import IAMIdentifiers
import StrictJSON

// The values of conditions.
extension PolicyInspection {
    func inspectValues(
        of condition: InspectedStatement.Condition, _ facts: ConditionKeyFacts?
    ) {
        let values = condition.values
        guard !values.isEmpty else { return inspectEmptiness(of: condition) }
        for value in values where value.scalar == nil {
            add(
                .dataTypeMismatch, "write a string, a number, true or false here", at: value)
        }
        if Set<Int>(values.compactMap { Self.kind(of: $0) }).count > 1 {
            add(
                .invalidConditionDataType,
                "write all values of a key in one way, with quotation marks or without",
                at: condition.member.node)
        }
        guard let `operator` = condition.operator else { return }
        for value in values { inspect(value, for: `operator`) }
        inspectWhole(condition, `operator`)
        inspectMeaning(of: condition, `operator`)
    }

    private static func kind(of value: PolicyNode) -> Int? {
        switch value.json.content {
        case .string: 0
        case .number: 1
        case .boolean: 2
        default: nil
        }
    }

    private func inspectEmptiness(of condition: InspectedStatement.Condition) {
        let node = condition.member.node
        switch condition.operator {
        case let known? where known.quantifier == .all:
            add(
                .emptyArrayConditionForAllValues,
                "no value holds only for requests without the key; ask so with Null", at: node)
        case let known? where known.quantifier == .any:
            add(.emptyArrayConditionForAnyValue, "no value is never met; list some", at: node)
        case let known? where known.ifExists:
            add(
                .emptyArrayConditionIfExists,
                "no value holds only for requests without the key; ask so with Null", at: node)
        default:
            add(
                .emptyArrayCondition, "there is nothing to compare with; list some values", at: node
            )
        }
    }

    // MARK: One value

    private func inspect(_ value: PolicyNode, for `operator`: ConditionOperator) {
        guard let text = value.scalar else { return }
        let comparison = `operator`.comparison
        switch comparison {
        case .string, .stringIgnoringCase, .stringPattern, .arn:
            inspectVariables(of: value)
            if comparison == .string || comparison == .stringIgnoringCase {
                inspectWildcards(in: text, value)
            }
            return
        default: break
        }
        if text.contains("${") {
            return add(
                .invalidVariableForOperator,
                "policy variables stand in values of String and Arn operators only; write the "
                    + "value out", at: value)
        }
        if case .date = comparison, let first = text.utf8.first, text.utf8.count > 4,
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first), Int(text) != nil
        {
            add(
                .invalidDateValue,
                "seconds since 1970 are easily mistaken; write 2026-11-22T00:00:00Z",
                at: value)
        }
        guard ConditionOperand(text, for: comparison, version: version) == nil else { return }
        switch comparison {
        case .boolean, .null: add(.typeMismatchBoolean, "write true or false", at: value)
        case .number: add(.typeMismatchNumber, "write a number, as 3600", at: value)
        case .date: add(.typeMismatchDate, "write a date, as 2026-11-22T00:00:00Z", at: value)
        case .address:
            add(
                .typeMismatchIPRange, "write addresses as 203.0.113.0/24 or 2001:db8::/32",
                at: value)
        default: add(.typeMismatchString, "write bytes in base64, with its padding", at: value)
        }
    }

    private func inspectWildcards(in text: String, _ value: PolicyNode) {
        // `${*}` and `${?}` stand for the characters themselves.
        var plain = text[...]
        while let start = plain.firstIndex(of: "$"), let end = plain[start...].firstIndex(of: "}") {
            if plain[..<start].contains(where: { "*?".contains($0) }) { break }
            plain = plain[end...].dropFirst()
        }
        guard plain.contains(where: { "*?".contains($0) }) else { return }
        add(
            .wildcardWithoutLikeOperator,
            "to this operator, * and ? are letters like others; use a Like operator",
            at: value)
    }

    /// Reports a lone `*`: it is about whether the key is there, or about nothing.
    private func inspectEverything(_ node: PolicyNode, _ `operator`: ConditionOperator) {
        let holdsWithoutKey = `operator`.ifExists || `operator`.quantifier == .all
        switch (`operator`.isNegated, `operator`.quantifier == .any) {
        case (false, _) where holdsWithoutKey:
            add(
                .redundantKeyDueToWildcardInCondition,
                "this holds for every request, with the key or without; remove it", at: node)
        case (false, _):
            add(
                .equivalentToNullFalse,
                "this holds for every request with the key; ask so with Null and false", at: node)
        case (true, true) where !holdsWithoutKey:
            add(
                .redundantStatementDueToWildcardInCondition,
                "no request meets this, so that the statement says nothing; remove it", at: node)
        case (true, _):
            add(
                .equivalentToNullTrue,
                "this holds for requests without the key only; ask so with Null and true",
                at: node)
        }
    }

    // MARK: All values of a key

    private func inspectWhole(
        _ condition: InspectedStatement.Condition, _ `operator`: ConditionOperator
    ) {
        let node = condition.member.node
        switch `operator`.comparison {
        case .boolean, .null:
            if condition.values.count > 1 {
                add(
                    .invalidConditionMultipleBoolean, "write one value, true or false", at: node)
            }
        case .number(let order) where order != .equal && condition.values.count > 1:
            let keepsGreatest = order == .less || order == .lessOrEqual
            add(
                .redundantConditionValueNum,
                "one of the values is enough; remove all but the "
                    + (keepsGreatest ? "greatest" : "least"), at: node
            )
        case .address: inspectAddresses(of: condition, `operator`)
        case .stringPattern where condition.texts == ["*"]:
            inspectEverything(node, `operator`)
        default: break
        }
    }

    private func inspectAddresses(
        of condition: InspectedStatement.Condition, _ `operator`: ConditionOperator
    ) {
        var own = 0
        for value in condition.values {
            guard let text = value.scalar, let range = IPAddressRange(Array(text.utf8).span) else {
                continue
            }
            if range.isPrivate { own += 1 }
            if let better = range.networkText(unlike: text) {
                add(
                    .improveIPRange,
                    "the bits behind the prefix do not count; write \(better)", at: value)
            }
        }
        guard condition.key == "aws:sourceip", own > 0 else { return }
        let isWhole = own == condition.values.count
        let issue: PolicyIssue =
            `operator`.isNegated
            ? (isWhole ? .privateNotIPAddress : .privateNotIPAddressSubset)
            : (isWhole ? .privateIPAddress : .privateIPAddressSubset)
        add(
            issue,
            "aws:SourceIp is an address of the Internet, and private ones are never met; use "
                + "aws:VpcSourceIp for them", at: condition.member.node)
    }
}
