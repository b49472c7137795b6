package import IAMIdentifiers

/// How many of the lines of an account's security check held at a moment.
package struct SecurityScore: Sendable, Equatable {
    package var measuredAt: Timestamp
    package var passed: Int
    package var total: Int

    package init(measuredAt: Timestamp, passed: Int, total: Int) {
        self.measuredAt = measuredAt
        self.passed = passed
        self.total = total
    }

    /// Whether two measurements gave the same answer.
    package func isSameAnswer(as other: SecurityScore) -> Bool {
        passed == other.passed && total == other.total
    }
}
