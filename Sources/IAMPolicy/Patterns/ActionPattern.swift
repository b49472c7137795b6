/// A pattern of Action or NotAction: `*`, or a service's prefix and a name with wildcards, such as
/// `iam:Get*`. Case does not matter.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Action".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html>
struct ActionPattern: Hashable, Sendable {
    private let steps: [PatternStep]

    /// A pattern from its text.
    /// - Throws: IAM's sentence for what is wrong with it.
    init(_ text: String) throws(MalformedText) {
        if text != "*" { try Self.check(text) }
        steps = [PatternStep](wildcards: text.lowercased())
    }

    /// Whether the pattern covers an action.
    /// - Parameter action: in lower case, such as `iam:createuser`.
    func matches(_ action: [UInt8]) -> Truth { Truth(steps.matches(action)) }

    private static func check(_ text: String) throws(MalformedText) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count > 1 else { throw MalformedText(PolicySentence.noVendor) }
        guard parts.count == 2 else { throw MalformedText(PolicySentence.twoColons) }
        guard text == "*:*" || (!parts[0].isEmpty && parts[0].utf8.allSatisfy(isVendorByte)) else {
            throw MalformedText(PolicySentence.vendor(parts[0]))
        }
        guard !parts[1].isEmpty, parts[1].utf8.allSatisfy(isNameByte) else {
            throw MalformedText(PolicySentence.legacyParsing)
        }
    }

    private static func isVendorByte(_ byte: UInt8) -> Bool {
        byte.isASCIILetterOrDigit || byte == UInt8(ascii: "-")
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte.isASCIILetterOrDigit || "*?-_.".utf8.contains(byte)
    }
}

extension UInt8 {
    var isASCIILetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
