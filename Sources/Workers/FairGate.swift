import Synchronization

/// A place that few may be in at once, entered in fair turns.
///
/// Each `Key`, such as an account, has a line of its own, and the lines are served in turn; no key
/// may have all places. What waits is bounded as in a ``WorkerPool``.
package final class FairGate<Key: Hashable & Sendable>: Sendable {
    private let limits: WorkerPool<Key>.Limits
    private let state = Mutex(WorkerLines<Key>())

    /// - Parameters:
    ///   - places: how many may be inside, and how many of one key.
    ///   - waiting: how many may wait, and how many of one key.
    package init(
        places: Int, perKey: Int, waiting: Int, waitingPerKey: Int
    ) {
        limits = .init(
            threads: places, runningPerKey: perKey, waiting: waiting,
            waitingPerKey: waitingPerKey, niceness: 0)
    }

    /// How many wait now.
    package var waitingCount: Int { state.withLock { $0.waitingCount } }

    /// Runs `body` when it is the turn of `key`. Whoever is cancelled no longer waits.
    /// - Throws: ``WorkerPoolError/busy`` when too many wait already; `CancellationError`; what
    ///   `body` throws.
    package func pass<Value>(
        for key: Key, _ body: () async throws -> Value
    ) async throws -> Value {
        if !state.withLock({ $0.startsAtOnce(key, limits) }) { try await wait(for: key) }
        defer { state.withLock { $0.next(after: key, limits) }?.run() }
        return try await body()
    }

    private func wait(for key: Key) async throws {
        let ticket = WorkerTicket()
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                submit(
                    WorkerJob(
                        key: key, ticket: ticket, run: { continuation.resume() },
                        refuse: { continuation.resume(throwing: $0) }))
            }
        } onCancel: {
            state.withLock { $0.remove(ticket) }?.refuse(CancellationError())
        }
    }

    private func submit(_ job: WorkerJob<Key>) {
        let (pushedOut, next) = state.withLock { state in
            let pushedOut = state.add(job, limits)
            return (pushedOut, state.startsThread(limits) ? state.next(after: nil, limits) : nil)
        }
        pushedOut?.refuse(WorkerPoolError.busy)
        next?.run()
    }
}
