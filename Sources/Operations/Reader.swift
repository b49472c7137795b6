import IAMIdentifiers
import Store
import Workers

/// Whose read of the store it is: the reads of one do not hold up those of another.
enum Reader: Hashable, Sendable {
    case account(AccountID)
    /// A client's ``ClientAddress/group``, before it is known who asks.
    case address(String)

    /// How many read at once: as many as the engine has threads for. No reader has all of them.
    static let places = 4
}

extension Services {
    /// Reads the store when it is the reader's turn.
    /// - Throws: ``WorkerPoolError/busy`` when too many of the reader's reads wait already; what
    ///   `body` throws.
    func read<Value: Sendable>(
        for reader: Reader, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await readers.pass(for: reader) { try await database.read(body) }
    }
}
