import IAMIdentifiers
import Synchronization
import Workers

/// How many signed requests each principal may send in a second, if the operator limits them.
///
/// A principal that was quiet may send some at once. One more than it may is answered `Throttling`,
/// after which AWS's SDKs wait and try again.
package final class RequestRates: Sendable {
    package struct Limit: Sendable, Equatable {
        /// At least 1.
        package let perSecond: Int
        /// Requests at once, of a principal that was quiet. At least 1.
        package let burst: Int

        package init(perSecond: Int, burst: Int) {
            self.perSecond = perSecond
            self.burst = burst
        }
    }

    private struct Subject: Hashable {
        let account: AccountID
        let principal: UniqueID
    }

    /// How many requests a principal had left, and when.
    private struct Level {
        var left: Double
        var at: Duration
    }

    /// Principals that are remembered before those are forgotten that were quiet long enough.
    static let principals = 10_000

    private let limit: Limit?
    private let elapsed: @Sendable () -> Duration
    private let levels = Mutex<[Subject: Level]>([:])

    /// - Parameter limit: nil for none.
    package init(
        _ limit: Limit?, elapsed: @escaping @Sendable () -> Duration = Duration.sinceStart
    ) {
        self.limit = limit
        self.elapsed = elapsed
    }

    /// Whether a principal may send one more request now, which is counted.
    func admits(_ principal: UniqueID, of account: AccountID) -> Bool {
        guard let limit else { return true }
        let now = elapsed()
        let subject = Subject(account: account, principal: principal)
        return levels.withLock { levels in
            if levels.count >= Self.principals {
                levels = levels.filter {
                    limit.left(of: $0.value.left, since: $0.value.at, now) < Double(limit.burst)
                }
            }
            let level = levels[subject]
            let left =
                level.map { limit.left(of: $0.left, since: $0.at, now) }
                ?? Double(limit.burst)
            guard left >= 1 else {
                levels[subject] = Level(left: left, at: now)
                return false
            }
            levels[subject] = Level(left: left - 1, at: now)
            return true
        }
    }

    /// Forgets everything.
    func reset() {
        levels.withLock { $0 = [:] }
    }

    /// How many principals are remembered, for a test of the bound.
    var count: Int { levels.withLock { $0.count } }
}

extension RequestRates.Limit {
    fileprivate func left(of level: Double, since then: Duration, _ now: Duration) -> Double {
        min(Double(burst), level + (now - then) / .seconds(1) * Double(perSecond))
    }
}
