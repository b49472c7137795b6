/// What a document is to be, which decides what may stand in it.
package enum PolicyKind: Sendable {
    /// An inline policy of a user or a group: no principal, since whoever has it is meant.
    case identityBased
    /// A managed policy: identity-based, and in the current version of the language.
    case managed
}
