/// What a decision or a validation may still cost, counted in bytes that are compared.
///
/// Patterns and texts come from outside, and each of the one may be compared with each of the
/// other. Who asks and who wrote the policies choose how long that takes, so it is counted as it is
/// done and ends at a limit.
struct Effort {
    /// For one decision, by all policies that bind it: about ten milliseconds. Real decisions take
    /// some hundred bytes.
    static let ofDecision = 8 << 20

    private var left: Int

    init(_ bytes: Int = Effort.ofDecision) { left = bytes }

    /// Whether more was spent than there was, so that nothing found out since can be relied on.
    var isSpent: Bool { left < 0 }

    /// What is left, at least 0.
    var remaining: Int { max(0, left) }

    /// Takes off what a comparison costs.
    mutating func spend(_ bytes: Int) { left &-= bytes }
}
