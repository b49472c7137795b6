import IAMIdentifiers

/// An action as a new policy writes it.
///
/// IAM checks only the service's prefix. The name after it may be anything, even spaces: the action
/// is then one that no service has. A prefix may have dots.
///
/// Source: getmoto/moto pull request 2269, and for wildcards in the prefix the rules of
/// badmintoncryer/cdk-preflight.
struct WrittenAction {
    private let text: String

    init(_ text: String) { self.text = text }

    /// What IAM says against it.
    var refusal: String? {
        if ["*", "*:*"].contains(ExactText(text)) { return nil }
        let parts = text.parts(at: ":")
        guard parts.count > 1 else { return PolicySentence.noVendor }
        guard parts.count == 2 else { return PolicySentence.twoColons }
        let vendor = parts[0]
        if vendor.utf8.contains(where: { "*?".utf8.contains($0) }) {
            return PolicySentence.vendorWildcard
        }
        let isVendor = vendor.utf8.allSatisfy {
            $0.isASCIILetterOrDigit || "-.".utf8.contains($0)
        }
        return isVendor ? nil : PolicySentence.vendor(vendor)
    }
}
