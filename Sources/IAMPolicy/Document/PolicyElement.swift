/// The patterns of Action, Resource or Principal, or of NotAction, NotResource or NotPrincipal.
struct PolicyElement<Pattern: Hashable & Sendable>: Hashable, Sendable {
    /// Whether the element's name begins with Not, so that it means all but what it lists.
    let isNegated: Bool
    /// At least one.
    let patterns: [Pattern]
}
