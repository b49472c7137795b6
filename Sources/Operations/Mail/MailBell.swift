import Synchronization

/// Wakes ``MailQueue``. It is rung where a message is queued, before its transaction commits:
/// whoever wakes looks by a write, which comes after that commit.
package final class MailBell: Sendable {
    private let listener = Mutex<AsyncStream<Void>.Continuation?>(nil)

    package init() {}

    /// Wakes whoever listens, or keeps them from sleeping next.
    func ring() {
        // The continuation is copied out, since yielding may run others' code.
        let listener = listener.withLock { $0 }
        listener?.yield()
    }

    /// All rings from now on, and one at once. Many while the listener is busy are one. Who listens
    /// later takes the bell over.
    func rings() -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: Void.self, bufferingPolicy: .bufferingNewest(1))
        continuation.yield()
        listener.withLock { $0 = continuation }
        return stream
    }
}
