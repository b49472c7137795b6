import Synchronization

/// Why the last writes were not kept, such as a full disk, until some are.
package final class WriteRefusal: Sendable {
    private struct State {
        var reason: StoreError?
        /// When it may next be tried whether writes are kept again.
        var nextTrial = ContinuousClock.now
    }

    private let state = Mutex(State())

    package init() {}

    package var reason: StoreError? { state.withLock { $0.reason } }

    /// Remembers how writes ended.
    /// - Parameter failure: why the database did not keep them; nil when it did.
    package func note(_ failure: StoreError?) { state.withLock { $0.reason = failure } }

    /// Whether the last writes were not kept and it is time to try again. It is true for one
    /// caller, and then for none for half a second.
    package func isTimeForTrial() -> Bool {
        state.withLock { state in
            guard state.reason != nil, ContinuousClock.now >= state.nextTrial else { return false }
            state.nextTrial = .now + .milliseconds(500)
            return true
        }
    }
}
