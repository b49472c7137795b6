import Credentials
import IAMIdentifiers
import Store

/// The slow work for operations that set a user's password: hashing it, and comparing it with
/// hashes that the store keeps.
///
/// It asks the policies first, in a read of its own, and does nothing for a caller whom they
/// refuse. So the time of the answer says nothing about the user, and refused requests cost no
/// hash. The operation's own transaction decides again.
struct PasswordPreparation: Sendable {
    private let caller: Caller
    private let facts: RequestFacts
    private let services: Services

    init(_ caller: Caller, _ facts: RequestFacts, _ services: Services) {
        self.caller = caller
        self.facts = facts
        self.services = services
    }

    /// What the passwords are compared with.
    private struct Stored: Sendable {
        /// What somebody who guesses knows of the user.
        let words: [String]
        let hash: String?
        /// The latest passwords, as many as may not be used again.
        let history: [String]
    }

    /// - Parameters:
    ///   - old: what the caller says the present password is, in operations that ask.
    ///   - new: the password to set; nil when the request sets none.
    /// - Returns: nil when there is nothing to do or the caller is refused.
    /// - Throws: `Throttling` when the old password was guessed at too often, too many wait, or the
    ///   caller has another password prepared already.
    func prepare<Op: Handler>(
        _: Op.Type, _ input: Op.Input, old: Secret? = nil, new: Secret?
    ) async throws -> Prepared? where Op.Resource == User {
        guard let new, let stored = try await stored(Op.self, input) else { return nil }
        return try await services.passwordPreparations.run(for: caller.principalID) {
            try await prepare(stored, old: old, new: new)
        }
    }

    private func prepare(
        _ stored: Stored, old: Secret?, new: Secret
    ) async throws -> Prepared {
        var prepared = Prepared()
        if let old, let hash = stored.hash {
            let attempt = PasswordAttempt.proof(by: caller)
            switch try await services.attempt(attempt, old, against: hash, facts) {
            case .right: prepared.verifiedHash = hash
            case .wrong: return prepared
            case .waits: throw IAMError.throttling
            }
        }
        let line = facts.clientAddress.group
        prepared.violation = try await services.passwords.weakness(
            of: new, knowing: stored.words, for: line
        ).map(PasswordViolation.init)
        guard prepared.violation == nil else { return prepared }
        prepared.newHash = try await services.passwords.hash(new, for: line)
        for hash in stored.history {
            prepared.comparisons[hash] = try await services.passwords.verify(
                new, against: hash, for: line)
        }
        return prepared
    }

    private func stored<Op: Handler>(
        _: Op.Type, _ input: Op.Input
    ) async throws -> Stored? where Op.Resource == User {
        try await Op.ifAllowed(input, for: caller, facts, services) { target, call in
            let user = try target.get()
            guard let account = try call.tables.accounts.find(call.account) else {
                throw IAMError.serviceFailure
            }
            let policy = try call.tables.passwordPolicies.find(call.account)
            return Stored(
                words: PasswordRules.words(of: user, in: account),
                hash: try call.tables.loginProfiles.find(user.id)?.passwordHash,
                history: try call.tables.passwordHistory.latest(
                    policy?.reusePrevention ?? 0, of: user.id))
        }
    }
}
