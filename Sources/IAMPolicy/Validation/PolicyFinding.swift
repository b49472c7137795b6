/// Something a policy's author should know about it.
///
/// Source: IAM Access Analyzer API Reference, ValidatePolicyFinding.
/// <https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidatePolicyFinding.html>
package struct PolicyFinding: Hashable, Sendable {
    package let issue: PolicyIssue
    /// The issue's type, or a warning if the reference may be too old to know the name.
    package let type: PolicyFindingType
    /// What is found and what to do, in sentences.
    package let details: String
    /// Where it is found; at least one place.
    package let locations: [PolicyLocation]

    package var learnMoreLink: String { issue.learnMoreLink }
}
