package import IAMIdentifiers
package import Store

/// A database that several servers share, with a clock that tests set.
package struct ClockedDatabase: Database {
    private let base: any Database
    private let clock: TestClock

    package init(_ base: any Database, _ clock: TestClock) {
        self.base = base
        self.clock = clock
    }

    package var sharedClock: SharedClock? {
        SharedClock("SELECT \(Int(clock.elapsed.microseconds)) AS now")
    }

    package func read<Value: Sendable>(
        for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await base.read(for: account, body)
    }

    package func lookUp<Value: Sendable>(
        for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await base.lookUp(for: account, body)
    }

    package func write<Value: Sendable>(
        for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await base.write(for: account, body)
    }

    package func problem() async -> StoreError? { await base.problem() }
}
