package import IAMIdentifiers

/// A store of rows, reached only through transactions.
package protocol Database: Sendable {
    /// Runs `body` on a consistent snapshot of what is committed. Readers never wait for a writer.
    ///
    /// A statement that writes fails with ``StoreError/readOnly(_:)``.
    /// - Parameter account: who asks for a list, a count or a search, so that those of one account
    ///   do not hold up another; nil for a read of the server's own, which is short.
    func read<Value: Sendable>(
        for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value

    /// Looks a few rows up by their keys, on a snapshot as ``read(for:_:)`` has it.
    ///
    /// An engine that does this in microseconds does it on the calling thread, since handing it to
    /// another thread and back costs more than the work. Lists, counts and searches are too long
    /// for it.
    /// - Parameter account: whose rows they are, as far as is known: what is remembered of it is
    ///   given to the transaction.
    func lookUp<Value: Sendable>(
        for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value

    /// Runs `body`, then commits; rolls back if it throws. Writers are serialised.
    ///
    /// What is returned is durable: it survives a crash and a loss of power. `body` may run more
    /// than once when the engine retries a conflict, so it touches nothing but the transaction.
    /// - Throws: what `body` throws; ``StoreError/busy`` when too many writes wait already.
    /// - Parameter account: whose write it is, so that the writes of one account do not hold up
    ///   those of another; nil for one of the server's own.
    @discardableResult func write<Value: Sendable>(
        for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value

    /// Why the database cannot serve; nil while it takes reads and writes. It is cheap enough to be
    /// asked every second, as health checks do.
    func problem() async -> StoreError?

    /// The clock of all servers that have the database open; nil where only one can.
    var sharedClock: SharedClock? { get }

    /// How much it has to do now.
    var load: DatabaseLoad { get }

    /// Ends what the engine keeps open, so that nothing of the data lies beside it. Nothing is
    /// asked of the database afterwards.
    func close() throws
}

extension Database {
    /// Runs one of the server's own reads.
    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await read(for: nil, body)
    }

    package func lookUp<Value: Sendable>(
        for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await read(body)
    }

    /// Looks up what may be anybody's.
    package func lookUp<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await lookUp(for: nil, body)
    }

    /// Runs one of the server's own writes.
    @discardableResult package func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await write(for: nil, body)
    }

    /// By default there is one server.
    package var sharedClock: SharedClock? { nil }

    /// By default nobody watches it.
    package var load: DatabaseLoad { DatabaseLoad(system: "other_sql") }

    /// By default nothing is kept open.
    package func close() throws {}

    /// By default: whether the database can be read.
    package func problem() async -> StoreError? {
        do {
            try await read { _ in }
            return nil
        } catch {
            return error as? StoreError ?? .other("\(error)")
        }
    }
}
