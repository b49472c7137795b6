import IAMIdentifiers

/// What is known of a condition key.
///
/// Source: Service Authorization Reference, "Condition keys table".
/// <https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html#context_keys_table>
struct ConditionKeyFacts: Hashable, Sendable {
    /// What its values are.
    enum ValueType: String, Sendable {
        case string = "String"
        case number = "Numeric"
        case date = "Date"
        case boolean = "Bool"
        case address = "IPAddress"
        case arn = "ARN"
        case binary = "Binary"
    }

    /// The name in lower case; of a key with a part of its own, as `aws:ResourceTag/team`, what
    /// stands before that part.
    let stem: String
    /// Whether a part of its own follows the stem.
    let isOpen: Bool
    /// Nil when the reference does not say.
    let type: ValueType?
    let isMultivalued: Bool

    /// - Parameters:
    ///   - name: as the reference has it: `aws:ResourceTag/${TagKey}`,
    ///     `s3:ExistingObjectTag/<key>`.
    ///   - type: as `ArrayOfString`; empty when it is not known.
    init(_ name: some StringProtocol, type: some StringProtocol) {
        let list = "ArrayOf".utf8
        isMultivalued = type.utf8.starts(with: list)
        self.type = ValueType(
            rawValue: String(Substring(type).utf8.dropFirst(isMultivalued ? list.count : 0)) ?? "")
        let lower = name.asciiLowercased
        let opens: (UInt8) -> Bool = { $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "<") }
        if let end = lower.utf8.firstIndex(where: opens) {
            stem = String(lower[..<end])
            isOpen = true
        } else if lower.utf8.reversed().starts(with: "/tag-key".utf8.reversed()) {
            stem = String(lower.dropLast(7))
            isOpen = true
        } else {
            stem = lower
            isOpen = lower.utf8.last == UInt8(ascii: "/")
        }
    }

    /// Whether a key in lower case is this one.
    func names(_ key: String) -> Bool {
        isOpen ? key.utf8.count > stem.utf8.count && key.utf8.starts(with: stem.utf8) : key == stem
    }

    /// Whether a key in lower case is this one without its own part, as `aws:ResourceTag`.
    func isNamedWithoutPart(_ key: String) -> Bool {
        isOpen && (key == stem || key + "/" == stem)
    }
}
