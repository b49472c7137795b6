/// What the policies answer.
package struct Answer: Hashable, Sendable {
    /// Written as the decision cases write it.
    package enum Verdict: String, Hashable, Sendable, CaseIterable {
        case allowed
        case explicitDeny
        case implicitDeny
    }

    package var verdict: Verdict
    /// The kind of policy that refuses; nil if the request is allowed.
    package var deniedBy: PolicyLayerKind?

    package init(_ verdict: Verdict, by kind: PolicyLayerKind? = nil) {
        self.verdict = verdict
        deniedBy = kind
    }
}
