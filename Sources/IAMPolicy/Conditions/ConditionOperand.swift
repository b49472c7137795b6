import IAMIdentifiers

/// A value of a condition, read as its operator's type.
struct ConditionOperand: Hashable, Sendable {
    /// As it is written, without the quotation marks.
    let written: String
    let value: Value

    enum Value: Hashable, Sendable {
        case text(PolicyText)
        case textIgnoringCase(PolicyText)
        /// Kept as it is written: of any length.
        case number(Comparison.Order)
        case date(Timestamp, Comparison.Order)
        case boolean(Bool)
        /// Base64, in its one form.
        case binary
        case addresses(IPAddressRange)
        /// In six parts, separated by colons.
        case arn(PolicyText)
    }

    /// A value as written in a document, or nil if the operator cannot compare with it.
    init?(_ text: String, for comparison: Comparison, version: PolicyVersion) {
        func policyText(hasWildcards: Bool) -> PolicyText? {
            PolicyText(text, hasWildcards: hasWildcards, version: version)
        }
        let value: Value? =
            switch comparison {
            case .string: policyText(hasWildcards: false).map { .text($0) }
            case .stringIgnoringCase:
                policyText(hasWildcards: false).map { .textIgnoringCase($0) }
            case .stringPattern: policyText(hasWildcards: true).map { .text($0) }
            case .number(let order): DecimalNumber(Array(text.utf8)) == nil ? nil : .number(order)
            case .date(let order): Timestamp(policyDate: Array(text.utf8)).map { .date($0, order) }
            case .boolean, .null: Bool(policyBoolean: text).map { .boolean($0) }
            case .binary: Base64.standard.isCanonical(Array(text.utf8).span) ? .binary : nil
            case .address: IPAddressRange(Array(text.utf8).span).map { .addresses($0) }
            case .arn: policyText(hasWildcards: true).map { .arn($0) }
            }
        guard let value else { return nil }
        written = text
        self.value = value
    }

    var variableKeys: [String] {
        switch value {
        case .text(let text), .textIgnoringCase(let text), .arn(let text): text.variableKeys
        case .number, .date, .boolean, .binary, .addresses: []
        }
    }
}

extension Bool {
    /// `true` or `false`, in any case.
    init?(policyBoolean text: String) { self.init(text.asciiLowercased) }
}
