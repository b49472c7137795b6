/// The answer to a request, with its reasons.
package struct Decision: Hashable, Sendable {
    package enum Verdict: Hashable, Sendable {
        case allowed
        /// Some statement denies; no other can allow.
        case explicitlyDenied
        /// No statement allows.
        case implicitlyDenied
    }

    package let verdict: Verdict
    /// The statements that decided, in the order of the policies and of their texts: those that
    /// deny if any does, else those that allow.
    package let statements: [MatchedStatement]
    /// The policies that could not be read, each of which denies everything.
    package let unreadablePolicies: [PolicySource]
}
