import CoreMetrics
package import IAMIdentifiers
package import Store
import Telemetry
import Workers

/// A database whose transactions are measured, each from its call to its end.
package struct MeasuredDatabase: Database {
    private let base: any Database
    private let reads, lookUps, writes: Timer
    private let elapsed: @Sendable () -> Duration

    package init(
        _ base: any Database, _ metrics: ServiceMetrics,
        elapsed: @escaping @Sendable () -> Duration = Duration.sinceStart
    ) {
        self.base = base
        self.elapsed = elapsed
        let system = base.load.system
        reads = metrics.transactions("read", of: system)
        lookUps = metrics.transactions("look_up", of: system)
        writes = metrics.transactions("write", of: system)
    }

    package func read<Value: Sendable>(
        for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        let start = elapsed()
        defer { reads.record(elapsed() - start) }
        return try await base.read(for: account, body)
    }

    package func lookUp<Value: Sendable>(
        for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        let start = elapsed()
        defer { lookUps.record(elapsed() - start) }
        return try await base.lookUp(for: account, body)
    }

    package func write<Value: Sendable>(
        for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        let start = elapsed()
        defer { writes.record(elapsed() - start) }
        return try await base.write(for: account, body)
    }

    package func problem() async -> StoreError? { await base.problem() }

    package var sharedClock: SharedClock? { base.sharedClock }

    package var load: DatabaseLoad { base.load }

    package func close() throws { try base.close() }
}
