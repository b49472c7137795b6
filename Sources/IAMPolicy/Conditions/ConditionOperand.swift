import IAMIdentifiers

/// A value of a condition, read as its operator's type.
enum ConditionOperand: Hashable, Sendable {
    case text(PolicyText)
    case textIgnoringCase(PolicyText)
    case number(DecimalNumber, Comparison.Order)
    case date(Timestamp, Comparison.Order)
    case boolean(Bool)
    case binary([UInt8])
    case addresses(IPAddressRange)
    case arn(PolicyText)

    /// A value as written in a document, or nil if the operator cannot compare with it.
    init?(_ text: String, for comparison: Comparison, version: PolicyVersion) {
        func policyText(hasWildcards: Bool) -> PolicyText? {
            PolicyText(text, hasWildcards: hasWildcards, version: version)
        }
        let operand: ConditionOperand? =
            switch comparison {
            case .string: policyText(hasWildcards: false).map { .text($0) }
            case .stringIgnoringCase:
                policyText(hasWildcards: false).map { .textIgnoringCase($0) }
            case .stringPattern: policyText(hasWildcards: true).map { .text($0) }
            case .number(let order): DecimalNumber(text).map { .number($0, order) }
            case .date(let order): Timestamp(policyDate: text).map { .date($0, order) }
            case .boolean, .null: Bool(policyBoolean: text).map { .boolean($0) }
            case .binary: [UInt8](base64: text).map { .binary($0) }
            case .address: IPAddressRange(text).map { .addresses($0) }
            case .arn: policyText(hasWildcards: true).map { .arn($0) }
            }
        guard let operand else { return nil }
        self = operand
    }

    /// Whether a request's value meets this one; unknown when it is not of the operator's type.
    ///
    /// A variable without a value is equal to nothing.
    func matches(_ value: String, in context: RequestContext) -> Truth {
        switch self {
        case .text(let text):
            Truth(text.steps(in: context)?.matches(Array(value.utf8)) ?? false)
        case .textIgnoringCase(let text):
            Truth(
                text.steps(in: context)?.literalText?.lowercased().utf8
                    .elementsEqual(value.lowercased().utf8) ?? false)
        case .number(let number, let order):
            DecimalNumber(value).map { Truth(order.holds($0, number)) } ?? .unknown
        case .date(let date, let order):
            Timestamp(policyDate: value).map { Truth(order.holds($0, date)) } ?? .unknown
        case .boolean(let boolean):
            Bool(policyBoolean: value).map { Truth($0 == boolean) } ?? .unknown
        case .binary(let bytes):
            [UInt8](base64: value).map { Truth($0 == bytes) } ?? .unknown
        case .addresses(let range):
            IPAddressRange(value).map { Truth(range.contains($0)) } ?? .unknown
        case .arn(let text): Self.arn(text, matches: value, in: context)
        }
    }

    /// Each of the six parts is compared for itself.
    private static func arn(
        _ text: PolicyText, matches value: String, in context: RequestContext
    ) -> Truth {
        guard let steps = text.steps(in: context) else { return .no }
        guard let pattern = steps.segmented(endsReachOn: false), ARN(value) != nil else {
            return .unknown
        }
        return Truth(pattern.matches(Array(value.utf8)))
    }
}

extension Bool {
    /// `true` or `false`, in any case.
    init?(policyBoolean text: String) { self.init(text.lowercased()) }
}
