import IAMIdentifiers

/// A pattern of Action or NotAction: `*`, or a service's prefix and a name with wildcards, such as
/// `iam:Get*`. Case does not matter.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Action".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html>
struct ActionPattern: Hashable, Sendable {
    /// As it is written.
    let text: String

    /// A pattern from its text.
    /// - Throws: IAM's sentence for what is wrong with it.
    init(_ text: String) throws(MalformedText) {
        if text != "*" { try Self.check(text) }
        self.text = text
    }

    /// The steps of the pattern, in lower case.
    var steps: [TextStep] { .init(wildcards: text.asciiLowercased) }

    private static func check(_ text: String) throws(MalformedText) {
        let parts = text.parts(at: ":")
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
