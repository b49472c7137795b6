import IAMIdentifiers

/// How many notices each account may have delivered: thirty at once, and then one every two
/// minutes.
///
/// Whoever has an account's key can cause notices as fast as requests are answered. Without a pace
/// they would fill the owner's mailbox, and give the mail server a bad name. Messages with a link
/// or a code are no notices: how often those are asked for is counted before there are any.
///
/// It is kept in memory, by each server for itself: a restart gives thirty anew.
struct MailPace {
    static let atOnce = 30
    static let interval = Duration.seconds(120)
    /// Accounts that are remembered. For more, those that had least are forgotten.
    private static let longest = 10_000

    /// When each account may have all its notices at once again.
    private var full: [AccountID: Duration] = [:]

    /// Counts one notice.
    /// - Parameter now: monotonic time.
    mutating func count(_ account: AccountID, at now: Duration) {
        full = full.filter { $0.value > now }
        full[account] = max(full[account] ?? now, now) + Self.interval
        if full.count > Self.longest, let least = full.min(by: { $0.value < $1.value })?.key {
            full[least] = nil
        }
    }

    /// The accounts that have to wait.
    func waiting(at now: Duration) -> [AccountID] {
        full.filter { $0.value > now + Self.interval * (Self.atOnce - 1) }.map(\.key)
    }
}
