import Glibc
import Synchronization

/// Threads of its own for work that takes the processor for milliseconds, so that nothing else that
/// the process does waits in line with it.
///
/// The work of each `Key`, such as an account or a client's address, has a line of its own, and the
/// lines are served in turn: a key that asks for much waits for its own work alone. What waits is
/// bounded. When the pool is full, the key with most work waiting loses its newest work to a key
/// that has less.
package final class WorkerPool<Key: Hashable & Sendable>: Sendable {
    /// How much is done at once and may wait.
    package struct Limits: Sendable {
        /// Threads; each does one piece of work at a time. At least 1.
        package var threads: Int
        /// Pieces of work that one key may have running at once.
        package var runningPerKey: Int
        /// Pieces of work that may wait, of all keys together.
        package var waiting: Int
        /// Pieces of work that may wait, of one key.
        package var waitingPerKey: Int
        /// How far the threads stand behind the rest of the process: 0 for not at all, 19 for
        /// most. It is what `nice` means by it.
        package var niceness: Int

        package init(
            threads: Int, runningPerKey: Int, waiting: Int, waitingPerKey: Int, niceness: Int
        ) {
            self.threads = threads
            self.runningPerKey = runningPerKey
            self.waiting = waiting
            self.waitingPerKey = waitingPerKey
            self.niceness = niceness
        }
    }

    private let limits: Limits
    private let state = Mutex(WorkerLines<Key>())

    package init(_ limits: Limits) {
        precondition(limits.threads > 0 && limits.runningPerKey > 0, "a pool needs a thread")
        self.limits = limits
    }

    /// How many pieces of work wait now.
    package var waitingCount: Int { state.withLock { $0.waitingCount } }

    /// Does `work` on a thread of the pool when it is the turn of `key`.
    ///
    /// When the task or the ticket is cancelled, work that waits is taken out of its line. Work
    /// that runs goes on until it asks ``WorkerTicket/check()``.
    /// - Throws: ``WorkerPoolError/busy`` when too much waits already; `CancellationError`; what
    ///   `work` throws.
    package func run<Value: Sendable>(
        for key: Key, _ ticket: WorkerTicket = WorkerTicket(),
        _ work: @escaping @Sendable (WorkerTicket) throws -> Value
    ) async throws -> Value {
        ticket.waits { [weak self] in
            self?.state.withLock { $0.remove(ticket) }?.refuse(CancellationError())
        }
        return try await GatePlace.givenUp {
            try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { continuation in
                    submit(
                        WorkerJob(
                            key: key, ticket: ticket,
                            run: {
                                continuation.resume(
                                    with: Result {
                                        try ticket.check()
                                        return try work(ticket)
                                    })
                            },
                            refuse: { continuation.resume(throwing: $0) }))
                }
            } onCancel: {
                ticket.cancel()
            }
        }
    }

    private func submit(_ job: WorkerJob<Key>) {
        let (pushedOut, mayStart) = state.withLock { state in
            (state.add(job, limits), state.startsThread(limits))
        }
        pushedOut?.refuse(WorkerPoolError.busy)
        if mayStart { startThread() }
    }

    /// Starts a thread that works until nothing waits that it may do.
    private func startThread() {
        let body = Unmanaged.passRetained(
            ThreadBody {
                // Of a thread on Linux, whatever POSIX says of processes.
                setpriority(
                    __priority_which_t(PRIO_PROCESS.rawValue), 0, CInt(self.limits.niceness))
                self.work()
            })
        var thread = pthread_t()
        let status = pthread_create(
            &thread, nil,
            { argument in
                // Safe because: this thread alone gets what was retained for it, once.
                Unmanaged<ThreadBody>.fromOpaque(argument!).takeRetainedValue().run()
                return nil
            }, body.toOpaque())
        guard status == 0 else {
            // The system gives no thread, so the work is done here, on the caller's thread.
            body.release()
            work()
            return
        }
        pthread_detach(thread)
    }

    private func work() {
        var finished: Key?
        while let job = state.withLock({ $0.next(after: finished, limits) }) {
            job.run()
            finished = job.key
        }
    }
}

/// Why a pool did not do a piece of work.
package enum WorkerPoolError: Error, Equatable {
    /// Too much waits already; the same may be asked for again later.
    case busy
}

/// What a new thread runs, as an object that can be handed through C.
private final class ThreadBody: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}
