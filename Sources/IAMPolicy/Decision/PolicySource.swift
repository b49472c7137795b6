package import IAMIdentifiers

/// Where a policy that takes part in a decision comes from.
package enum PolicySource: Hashable, Sendable {
    /// An inline policy: whose it is, and its name.
    case inline(IdentityKind, owner: String, policy: String)
    case managed(ARN)
    /// The policy of a resource, by the resource's name.
    case resource(String)
    /// A document that was given for one question, by what the question calls it.
    case named(String)
}
