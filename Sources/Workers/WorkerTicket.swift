import Synchronization

/// Tells work that runs whether anybody still waits for it.
@usableFromInline
package final class WorkerTicket: Sendable {
    private let isCancelled = Atomic(false)
    private let leaveLine = Mutex<(@Sendable () -> Void)?>(nil)

    package init() {}

    /// - Throws: `CancellationError` when nobody waits any more.
    package func check() throws {
        if isCancelled.load(ordering: .relaxed) { throw CancellationError() }
    }

    /// Nobody waits any more: work that waits leaves its line, work that runs learns it from
    /// ``check()``.
    package func cancel() {
        isCancelled.store(true, ordering: .relaxed)
        leaveLine.withLock { $0 }?()
    }

    /// - Parameter leave: takes the work out of its line, if it is in one.
    func waits(_ leave: @escaping @Sendable () -> Void) { leaveLine.withLock { $0 = leave } }
}
