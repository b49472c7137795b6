/// Runs work that may take longer than some microseconds on Swift's own threads, and returns to
/// where it was called.
///
/// A task of a connection runs on the connection's event loop, which reads and writes many others.
package func offLoop<Value, Failure: Error>(
    _ work: () async throws(Failure) -> Value
) async throws(Failure) -> Value {
    try await withTaskExecutorPreference(globalConcurrentExecutor, operation: work)
}
