import IAMIdentifiers

/// A pattern of Action or NotAction: `*`, or a service's prefix and a name with wildcards, such as
/// `iam:Get*`. Case does not matter. One that names no action of any service covers nothing.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Action".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html>
struct ActionPattern: Hashable, Sendable {
    /// As it is written.
    let text: String

    init(_ text: String) { self.text = text }

    /// The steps of the pattern, in lower case.
    var steps: [TextStep] { .init(wildcards: text.asciiLowercased) }
}
