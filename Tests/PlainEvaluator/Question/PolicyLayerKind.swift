/// The kinds of policies, in the order in which a refusal is told, written as the decision cases
/// write them.
package enum PolicyLayerKind: String, Hashable, Sendable, CaseIterable {
    case resourceControl = "rcp"
    case serviceControl = "scp"
    case resource
    case identity
    case boundary
    case session
}
