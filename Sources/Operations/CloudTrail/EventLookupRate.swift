import IAMIdentifiers
import Synchronization

/// How many lookups of events each account made within the last second. Two are answered.
///
/// Source: CloudTrail API Reference, LookupEvents.
/// <https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html>
final class EventLookupRate: Sendable {
    private struct Lookup {
        let request: String
        let at: Timestamp
    }

    static let most = 2
    static let window = Duration.seconds(1)
    /// Accounts that are remembered before those are forgotten whose lookups have passed.
    static let accounts = 1_024

    private let recent = Mutex<[AccountID: [Lookup]]>([:])

    /// Whether a lookup is answered. A request that asks twice, since its transaction is run again,
    /// counts once.
    func admits(_ request: String, of account: AccountID, at now: Timestamp) -> Bool {
        func isRecent(_ lookup: Lookup) -> Bool {
            // A clock that was set back ends a window, too.
            lookup.at <= now && now < lookup.at + Self.window
        }
        return recent.withLock { recent in
            if recent.count >= Self.accounts {
                recent = recent.filter { $0.value.contains(where: isRecent) }
            }
            var lookups = recent[account, default: []].filter(isRecent)
            defer { recent[account] = lookups }
            if lookups.contains(where: { $0.request.isExactly(request) }) { return true }
            guard lookups.count < Self.most else { return false }
            lookups.append(Lookup(request: request, at: now))
            return true
        }
    }

    /// Forgets everything.
    func reset() {
        recent.withLock { $0 = [:] }
    }
}
