/// What kind of policy a document is in a decision. Declared in the order in which a refusal is
/// told: where several kinds refuse a request, the answer names the first.
///
/// Source: IAM User Guide, "How AWS enforcement code logic evaluates requests to allow or deny
/// access".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html>
package enum PolicyType: UInt8, Sendable, CaseIterable, Comparable {
    /// Of an organization, over the resources of its accounts (RCP).
    case resourceControl
    /// Of an organization, over the principals of its accounts (SCP).
    case serviceControl
    /// Of the resource, with principals; a role's trust policy is one.
    case resourceBased
    /// Of the user and its groups, or of the role.
    case identityBased
    case permissionsBoundary
    /// Passed when the session began.
    case session

    package static func < (left: PolicyType, right: PolicyType) -> Bool {
        left.rawValue < right.rawValue
    }
}
