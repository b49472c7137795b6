import Synchronization

/// Tells work that runs whether anybody still waits for it.
package final class WorkerTicket: Sendable {
    private let isCancelled = Atomic(false)

    package init() {}

    /// - Throws: `CancellationError` when nobody waits any more.
    package func check() throws {
        if isCancelled.load(ordering: .relaxed) { throw CancellationError() }
    }

    package func cancel() { isCancelled.store(true, ordering: .relaxed) }
}
