/// How much a finding weighs.
///
/// Source: IAM Access Analyzer API Reference, ValidatePolicyFinding.
/// <https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidatePolicyFinding.html>
package enum PolicyFindingType: String, Sendable, CaseIterable {
    /// A part of the policy does not work, or no policy can hold it.
    case error = "ERROR"
    /// The policy allows more than its author is likely to want.
    case securityWarning = "SECURITY_WARNING"
    /// The policy is not written as it is recommended.
    case warning = "WARNING"
    /// The policy could say the same better.
    case suggestion = "SUGGESTION"

    /// How the anchors of AWS's page of checks begin.
    var anchor: String {
        switch self {
        case .error: "error"
        case .securityWarning: "security-warning"
        case .warning: "general-warning"
        case .suggestion: "suggestion"
        }
    }
}
