/// What a decision or a validation may still cost, counted in bytes that are compared.
///
/// Patterns and texts come from outside, and every pattern may be compared with every text. Callers
/// and authors of policies choose how long that takes, so the work is counted while it is done and
/// ends at a limit.
package struct Effort: Sendable {
    /// For one decision, by all policies that bind it: some milliseconds. Real decisions take some
    /// hundred bytes.
    static let ofDecision = 2 << 20

    private var left: Int

    package init(_ bytes: Int) { left = bytes }

    /// That of one decision.
    init() { left = Self.ofDecision }

    /// Whether more was spent than allowed. Results that were found after that are not to be used.
    package var isSpent: Bool { left < 0 }

    /// What is left, at least 0.
    var remaining: Int { max(0, left) }

    /// What a decision has taken so far.
    var spent: Int { Self.ofDecision - left }

    /// Takes off what a comparison costs.
    package mutating func spend(_ bytes: Int) { left &-= bytes }
}
