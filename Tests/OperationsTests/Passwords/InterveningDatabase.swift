import IAMIdentifiers
import Store
import Synchronization

/// A store in which something else happens just before the next write: what another request does
/// while this one hashes a password.
final class InterveningDatabase: Database {
    typealias Intervention = @Sendable (any Transaction) throws -> Void

    private let base: any Database
    private let next = Mutex<Intervention?>(nil)

    init(_ base: any Database) { self.base = base }

    func beforeNextWrite(_ intervention: @escaping Intervention) {
        next.withLock { $0 = intervention }
    }

    func read<Value: Sendable>(
        for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await base.read(for: account, body)
    }

    @discardableResult func write<Value: Sendable>(
        for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        let intervention = next.withLock { next in
            defer { next = nil }
            return next
        }
        if let intervention { try await base.write(intervention) }
        return try await base.write(for: account, body)
    }
}
