package import IAMPolicy

/// What a client is told of a request that the policies refuse.
///
/// Source: IAM User Guide, "Troubleshoot access denied error messages".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html>
package struct AccessDenial {
    /// The principal's ARN.
    package let principal: String
    package let action: String
    /// What the resource is called: no more than the client said.
    package let resource: String
    /// Whether some policy denies, or none allows.
    package let isExplicit: Bool
    /// The kind of policy that refuses; nil when the account itself does.
    package let kind: PolicyType?
    /// Whether the sentence says why.
    package let tellsReason: Bool

    package init(
        of decision: Decision, to principal: String, _ action: String, on resource: String,
        tellsReason: Bool = true
    ) {
        self.tellsReason = tellsReason
        self.principal = principal
        self.action = action
        self.resource = resource
        isExplicit = decision.verdict == .explicitlyDenied
        kind = decision.deniedBy
    }

    /// AWS's sentence; for what the account itself refuses, one in its manner.
    package var sentence: String {
        let reason =
            if let kind {
                isExplicit
                    ? "with an explicit deny in \(Self.name(of: kind, withArticle: true))"
                    : "because no \(Self.name(of: kind)) allows the \(action) action"
            } else {
                "because IAM user and role access to billing information is not activated"
            }
        return "User: \(principal) is not authorized to perform: \(action) "
            + "on resource: \(resource)" + (tellsReason ? " \(reason)" : "")
    }

    /// What AWS calls a kind of policy.
    package static func name(of kind: PolicyType, withArticle: Bool = false) -> String {
        let (article, name) =
            switch kind {
            case .resourceControl: ("a", "resource control policy")
            case .serviceControl: ("a", "service control policy")
            case .resourceBased: ("a", "resource-based policy")
            case .identityBased: ("an", "identity-based policy")
            case .permissionsBoundary: ("a", "permissions boundary")
            case .session: ("a", "session policy")
            }
        return withArticle ? "\(article) \(name)" : name
    }
}
