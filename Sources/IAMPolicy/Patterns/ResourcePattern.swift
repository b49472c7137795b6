/// A pattern of Resource or NotResource: `*`, or an ARN with wildcards and variables.
///
/// A wildcard keeps within its segment of the ARN, unless it is a `*` that ends the segment: that
/// one reaches past colons. Case matters.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Resource", "Using wildcards in resource
/// ARNs".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html>
struct ResourcePattern: Hashable, Sendable {
    let text: PolicyText

    /// Whether this is `*` alone, which is no ARN.
    var isEverything: Bool { text.text == "*" }

    /// A pattern from its text.
    /// - Throws: IAM's sentence for what is wrong with it.
    init(_ text: String, version: PolicyVersion) throws(MalformedText) {
        if text != "*" { try Self.check(text, version: version) }
        guard let parsed = PolicyText(text, hasWildcards: true, version: version) else {
            throw MalformedText(PolicySentence.syntax)
        }
        self.text = parsed
    }

    /// Variables may stand in the sixth part only.
    private static func check(_ text: String, version: PolicyVersion) throws(MalformedText) {
        let parts = text.unicodeScalars
            .split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
            .map { String($0) }
        guard parts[0] == "arn", parts.count > 1 else {
            throw MalformedText(PolicySentence.resource(text))
        }
        guard parts[1] == "aws" || parts[1] == "*" else {
            throw MalformedText(PolicySentence.partition(parts[1], of: text))
        }
        guard parts.count > 2, !parts[2].isEmpty, !parts[2].containsAny(of: "*?$") else {
            throw MalformedText(PolicySentence.resourceVendor)
        }
        guard parts.count == 6,
            !version.hasVariables || !(parts[3] + parts[4]).containsAny(of: "$")
        else { throw MalformedText(PolicySentence.resource(text)) }
        guard parts[2] != "iam" || parts[3].isEmpty || parts[3] == "*" else {
            throw MalformedText(PolicySentence.region(in: text))
        }
    }
}

extension String {
    fileprivate func containsAny(of scalars: String) -> Bool {
        unicodeScalars.contains { scalars.unicodeScalars.contains($0) }
    }
}
