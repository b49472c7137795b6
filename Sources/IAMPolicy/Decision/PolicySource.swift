package import IAMIdentifiers

/// Where a policy that takes part in a decision comes from.
package enum PolicySource: Hashable, Sendable {
    /// An inline policy: whose it is, and its name.
    case inline(OwnerKind, owner: String, policy: String)
    case managed(ARN)

    package enum OwnerKind: String, Hashable, Sendable {
        case user
        case group
    }
}
