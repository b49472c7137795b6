import IAMIdentifiers

/// What a value of a condition key has to look like for the operators of its type to compare it.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Condition operators".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>
package enum ConditionValueType: Sendable {
    case string
    case numeric
    case boolean
    /// An IP address, or a range of them.
    case address
    /// In base64.
    case binary
    case date

    /// Whether `text` is a value of this type.
    package func accepts(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return switch self {
        case .string: true
        case .numeric: DecimalNumber(bytes) != nil
        case .boolean: Bool(policyBoolean: text) != nil
        case .address: IPAddressRange(bytes.span) != nil
        case .binary: Base64.standard.isCanonical(bytes.span)
        case .date: Timestamp(policyDate: bytes) != nil
        }
    }
}
