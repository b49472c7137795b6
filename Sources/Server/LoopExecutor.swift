import NIOCore

/// Runs the tasks of a connection on the connection's own event loop.
///
/// A request that takes some microseconds is read, answered and written on one thread: to hand it
/// to another thread and back costs more than the work. What may take longer moves away by
/// ``Workers/offLoop(_:)``.
final class LoopExecutor: TaskExecutor {
    private let loop: any EventLoop

    init(_ loop: any EventLoop) { self.loop = loop }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        loop.execute { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
