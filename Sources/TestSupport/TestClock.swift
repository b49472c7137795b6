package import IAMIdentifiers
import Synchronization

/// A clock that stands still until a test moves it.
package final class TestClock: Sendable {
    private let moment: Mutex<Timestamp>

    /// - Parameter start: by default 2026-11-22T00:00:00Z.
    package init(_ start: Timestamp = Timestamp(seconds: 1_795_305_600)) {
        moment = Mutex(start)
    }

    package var now: Timestamp { moment.withLock { $0 } }

    package func advance(by duration: Duration) {
        moment.withLock { $0 = $0 + duration }
    }
}
