import Synchronization

/// Whether the client of a request still waits for its answer.
package final class ClientPresence: Sendable {
    private struct State {
        var isGone = false
        var whenGone: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())

    package init() {}

    /// The client has gone: what was asked for is needed by nobody.
    package func leave() {
        let action = state.withLock { state in
            defer { state.whenGone = nil }
            state.isGone = true
            return state.whenGone
        }
        action?()
    }

    /// Calls `action` once when the client has gone, which it may have already. Only the last
    /// action that was given is called.
    package func whenGone(_ action: @escaping @Sendable () -> Void) {
        let isGone = state.withLock { state in
            if !state.isGone { state.whenGone = action }
            return state.isGone
        }
        if isGone { action() }
    }
}
