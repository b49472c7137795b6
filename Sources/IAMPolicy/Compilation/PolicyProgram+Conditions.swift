import IAMIdentifiers

// Conditions.
extension PolicyProgram {
    /// Whether a condition holds; unknown when the request's value is not of the operator's type,
    /// or has several values and the operator does not say what to do with them. To an operator
    /// that does, a key whose values are all empty strings has no values.
    func truth(
        of condition: CompiledCondition, _ context: borrowing RequestContext,
        _ effort: inout Effort
    ) -> Truth {
        effort.spend(condition.operands.range.count)
        let values = context.values(of: bytes.span.extracting(condition.key.range), condition.hash)
        if condition.operands.count == 0 { return truthWithoutOperands(condition, values) }
        if condition.isNull { return truth(ofNull: condition, values, context) }
        guard let values else { return truthWithoutKey(condition) }
        switch condition.quantifier {
        case .one:
            return values.count == 1
                ? truth(of: condition, for: context.values[values.lowerBound], context, &effort)
                : .unknown
        case .all, .any:
            if areAllEmpty(values, context) { return truthOfNull(condition) }
            var truth = Truth(condition.quantifier == .all)
            for index in values where !effort.isSpent {
                let one = self.truth(of: condition, for: context.values[index], context, &effort)
                truth = condition.quantifier == .all ? truth.and(one) : truth.or(one)
            }
            return truth
        }
    }

    /// Whether a condition without values holds. An operator that is not negated never does. AWS
    /// does not document negated operators, set operators, and IfExists when the key is absent.
    private func truthWithoutOperands(
        _ condition: CompiledCondition, _ values: Range<Int>?
    ) -> Truth {
        let isKnown =
            condition.quantifier == .one && !condition.isNegated
            && !(condition.ifExists && values == nil)
        return isKnown ? .no : .unknown
    }

    /// Whether the key is absent, or is there, as the condition asks.
    ///
    /// If all values of a key are empty, AWS says both that the key is there and that its value is
    /// null. So whether it counts as absent is unknown.
    ///
    /// Source: IAM User Guide, "Set operators for multivalued context keys", on ForAllValues.
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html>
    private func truth(
        ofNull condition: CompiledCondition, _ values: Range<Int>?,
        _ context: borrowing RequestContext
    ) -> Truth {
        if let values, areAllEmpty(values, context) { return .unknown }
        for index in condition.operands.range {
            if case .boolean(let isAbsent) = operands[index], isAbsent == (values == nil) {
                return .yes
            }
        }
        return .no
    }

    private func areAllEmpty(_ values: Range<Int>, _ context: borrowing RequestContext) -> Bool {
        for index in values where !context.values[index].isEmpty { return false }
        return true
    }

    /// An absent key equals nothing, so a negated operator holds. Without values, ForAllValues
    /// holds and ForAnyValue does not.
    private func truthWithoutKey(_ condition: CompiledCondition) -> Truth {
        if condition.ifExists { return .yes }
        return switch condition.quantifier {
        case .one: Truth(condition.isNegated)
        case .all: .yes
        case .any: .no
        }
    }

    /// To ForAllValues and ForAnyValue, empty strings are no values. AWS does not say whether their
    /// key exists.
    private func truthOfNull(_ condition: CompiledCondition) -> Truth {
        if condition.quantifier == .all { return .yes }
        return condition.ifExists ? .unknown : .no
    }

    private func truth(
        of condition: CompiledCondition, for value: Range<Int>,
        _ context: borrowing RequestContext, _ effort: inout Effort
    ) -> Truth {
        let value = context.bytes.span.extracting(value)
        var truth = Truth.no
        for index in condition.operands.range {
            truth = truth.or(match(operands[index], value, context, &effort))
            if truth == .yes || effort.isSpent { break }
        }
        return condition.isNegated ? truth.negated : truth
    }

    /// Whether a request's value meets one of the policy's; unknown when it is not of the
    /// operator's type. A variable without a value equals nothing. If a variable has several
    /// values, the result is unknown.
    private func match(
        _ operand: Operand, _ value: Span<UInt8>, _ context: borrowing RequestContext,
        _ effort: inout Effort
    ) -> Truth {
        effort.spend(value.count)
        switch operand {
        case .text(let pattern): return Truth(match(pattern, value, context, &effort))
        case .textIgnoringCase(let pattern):
            return Truth(matchIgnoringCase(pattern, value, context, &effort))
        case .number(let place, let order):
            return value.withUnsafeBufferPointer { value in
                bytes.span.extracting(place.range).withUnsafeBufferPointer { number in
                    guard let left = DecimalNumber(value), let right = DecimalNumber(number) else {
                        return .unknown
                    }
                    return Truth(order.holds(left, right))
                }
            }
        case .date(let moment, let order):
            let date = value.withUnsafeBufferPointer { Timestamp(policyDate: $0) }
            return date.map { Truth(order.holds($0, moment)) } ?? .unknown
        case .boolean(let boolean):
            return value.policyBoolean.map { Truth($0 == boolean) } ?? .unknown
        case .binary(let place):
            guard Base64.standard.isCanonical(value) else { return .unknown }
            return Truth(bytes.span.extracting(place.range).equals(value))
        case .addresses(let range):
            let address = IPAddressRange(value)
            return address.map { Truth(range.contains($0)) } ?? .unknown
        case .arn(let pattern):
            guard value.isARN else { return .unknown }
            return Truth(match(pattern, value, context, &effort))
        }
    }
}

extension Truth {
    fileprivate init(_ match: CompiledPattern.Match) {
        self =
            switch match {
            case .yes: .yes
            case .no, .noValue: .no
            case .severalValues, .malformed: .unknown
            }
    }
}

extension Span<UInt8> {
    /// `true` or `false`, in any case.
    fileprivate var policyBoolean: Bool? {
        if equalsLowercase("true") { return true }
        return equalsLowercase("false") ? false : nil
    }

    private func equalsLowercase(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { text in
            for index in indices where self[index].asciiLowercased != text[index] { return false }
            return true
        }
    }
}
