package import IAMIdentifiers

/// What became of a message so far.
package struct MailProgress: Sendable, Equatable {
    /// How often it was tried.
    package var attempts = 0
    /// When it is tried next. While somebody sends it, when another may try; nil when nobody ever
    /// will.
    package var nextAttemptAt: Timestamp?
    /// Whether somebody has taken it to send it, and has not said what became of it.
    package var isClaimed = false
    /// From when on sending it makes no sense: its link has ended. Nil for never.
    package var uselessAfter: Timestamp?
    /// Since when it has been given up.
    package var failedAt: Timestamp?
    /// Why it was not delivered the last time.
    package var lastError: String?

    package init(nextAttemptAt: Timestamp? = nil, uselessAfter: Timestamp? = nil) {
        self.nextAttemptAt = nextAttemptAt
        self.uselessAfter = uselessAfter
    }
}
