/// What a document is to be, which decides what may stand in it.
package enum PolicyKind: Sendable, CaseIterable {
    /// An inline policy of a user, a group or a role, or of a session: no principal, since whoever
    /// has it is meant.
    case identityBased
    /// A managed policy: identity-based, and in the current version of the language.
    case managed
    /// The policy of a resource, which says to whom each statement applies.
    case resourceBased
    /// The trust policy of a role: it names principals, and its role is the resource.
    case trust
    /// Of an organization, over principals.
    case serviceControl
    /// Of an organization, over resources: each statement is for every principal.
    case resourceControl

    var hasPrincipals: Bool {
        switch self {
        case .identityBased, .managed, .serviceControl: false
        case .resourceBased, .trust, .resourceControl: true
        }
    }
}
