extension ValidatedPolicyType {
    /// What the parser calls a document of this type.
    var kind: PolicyKind {
        switch self {
        case .identity: .identityBased
        case .resource(.rolesTrust): .trust
        case .resource: .resourceBased
        case .serviceControl: .serviceControl
        case .resourceControl: .resourceControl
        }
    }

    /// Whether statements say whom they are about.
    var hasPrincipals: Bool {
        switch self {
        case .resource, .resourceControl: true
        case .identity, .serviceControl: false
        }
    }

    /// Whether IAM or Organizations keeps the policy, whose Sids are unique and alphanumeric.
    var hasStrictSids: Bool {
        switch self {
        case .identity, .serviceControl, .resourceControl, .resource(.rolesTrust): true
        case .resource: false
        }
    }
}
