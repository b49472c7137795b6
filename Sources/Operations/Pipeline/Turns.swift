package import IAMIdentifiers
import Workers

extension Services {
    /// How many requests of accounts are worked on at once: as many as the engine has threads that
    /// read.
    static let places = 4
    /// About what it takes to receive a request and to find out whose it is. An account that sends
    /// from many addresses pays for all of it.
    private static let arrival = Duration.microseconds(600)

    /// Runs a request when it is its account's turn, so that one account does not hold up another.
    /// An account has one line, however many addresses its requests come from.
    package func inTurn<Value>(
        of account: AccountID, _ work: () async throws -> Value
    ) async throws -> Value {
        turns.begin(account)
        defer { turns.end(account) }
        turns.charge(Self.arrival, to: account)
        return try await turns.pass(for: account, work)
    }

    /// Does what takes the processor for milliseconds when it is the account's turn among its
    /// ``computations``, so that no other request waits for it.
    package func computed<Value: Sendable>(
        for account: AccountID, _ work: @escaping @Sendable () -> Value
    ) async throws -> Value {
        do {
            return try await computations.run(for: account) { _ in work() }
        } catch {
            throw IAMError(rejecting: error)
        }
    }

    /// Runs a request that nobody signed when it is the turn of the address that it comes from.
    /// Strangers have places of their own: what they ask for holds up no account.
    func inTurn<Value>(
        ofStrangerAt group: String, _ work: () async throws -> Value
    ) async throws -> Value {
        let group = ExactText(group)
        strangers.begin(group)
        defer { strangers.end(group) }
        return try await strangers.pass(for: group, work)
    }
}
