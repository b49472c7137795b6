/// A decision with everything that was said for and against it.
package struct Explanation: Sendable {
    package let decision: Decision
    /// What each layer says for itself: the principal's in their order, then the resource's.
    package let layers: [LayerOutcome]
}

/// What one layer of policies says of a request, whatever the others say.
package struct LayerOutcome: Sendable {
    package let type: PolicyType
    /// Whether the layer's policies bind who asks; if they do not, what they say does not count.
    package let isBinding: Bool
    package let verdict: Decision.Verdict
    /// The statements that allow and those that deny, in the order of the policies and their texts.
    package let allows: [MatchedStatement]
    package let denies: [MatchedStatement]
    /// The policies that could not be read, each of which denies everything.
    package let unreadable: [PolicySource]
}
