package import IAMIdentifiers
import Synchronization

/// Two clocks that stop until a test moves them: the time of day, which can be set, and monotonic
/// time.
package final class TestClock: Sendable {
    private let moments: Mutex<(now: Timestamp, elapsed: Duration)>

    /// - Parameter start: by default 2026-11-22T00:00:00Z.
    package init(_ start: Timestamp = Timestamp(seconds: 1_795_305_600)) {
        moments = Mutex((start, .seconds(1_000)))
    }

    package var now: Timestamp { moments.withLock { $0.now } }
    package var elapsed: Duration { moments.withLock { $0.elapsed } }

    /// Time passes.
    package func advance(by duration: Duration) {
        moments.withLock { $0 = ($0.now + duration, $0.elapsed + duration) }
    }

    /// Somebody sets the time of day forward, or back by a negative duration.
    package func set(by duration: Duration) {
        moments.withLock { $0.now = $0.now + duration }
    }
}
