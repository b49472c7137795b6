import Synchronization

/// Holds tasks until it is opened, and no threads.
package final class Signal: Sendable {
    private struct State {
        var held = 0
        var isOpen = false
        var waiting: [CheckedContinuation<Void, Never>] = []
        var counting: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
    }

    private let state = Mutex(State())

    package init() {}

    /// How many have come to it so far.
    package var heldCount: Int { state.withLock { $0.held } }

    package func wait() async {
        await withCheckedContinuation { continuation in
            let ready = state.withLock { state in
                state.held += 1
                state.waiting.append(continuation)
                let held = state.held
                let enough = state.counting.filter { $0.count <= held }.map(\.continuation)
                state.counting.removeAll { $0.count <= held }
                return enough + (state.isOpen ? Self.takeAll(&state) : [])
            }
            for continuation in ready { continuation.resume() }
        }
    }

    /// Returns when so many have come.
    package func holds(_ count: Int) async {
        await withCheckedContinuation { continuation in
            let isEnough = state.withLock { state in
                if state.held < count { state.counting.append((count, continuation)) }
                return state.held >= count
            }
            if isEnough { continuation.resume() }
        }
    }

    package func open() {
        let ready = state.withLock { state in
            state.isOpen = true
            return Self.takeAll(&state)
        }
        for continuation in ready { continuation.resume() }
    }

    private static func takeAll(_ state: inout State) -> [CheckedContinuation<Void, Never>] {
        defer { state.waiting = [] }
        return state.waiting
    }
}
