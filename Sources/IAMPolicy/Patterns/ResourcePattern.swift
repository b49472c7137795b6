import IAMIdentifiers

/// A pattern of Resource or NotResource: `*`, or an ARN with wildcards and variables.
///
/// A wildcard keeps within its segment of the ARN, unless it is a `*` that ends the segment: that
/// one reaches past colons. Case matters. Each part that an ARN lacks is a `*`: `arn:aws:sns:*` is
/// `arn:aws:sns:*:*:*`.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Resource", "Using wildcards in resource
/// ARNs". That missing parts are wildcards shows in IAM's answers, which fill them in (getmoto/moto
/// pull request 2269).
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html>
struct ResourcePattern: Hashable, Sendable {
    /// As it is written.
    let written: PolicyText
    /// The steps of the pattern, with a `*` for each part that the ARN lacks.
    let steps: [TextStep]

    /// Whether this is `*` alone, which is no ARN.
    var isEverything: Bool { written.text == "*" }

    /// A pattern from its text, or nil if a variable in it is malformed.
    init?(_ text: String, version: PolicyVersion) {
        guard let written = PolicyText(text, hasWildcards: true, version: version) else {
            return nil
        }
        self.written = written
        steps = text == "*" ? written.steps : Self.completed(written.steps)
    }

    /// The steps of an ARN with a `*` for each part that it lacks.
    private static func completed(_ steps: [TextStep]) -> [TextStep] {
        let missing = max(0, 5 - steps.count { $0 == .colon })
        return steps + (0..<missing).flatMap { _ in [.colon, .run] }
    }
}
