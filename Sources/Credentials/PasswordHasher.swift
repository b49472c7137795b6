import CSodium
package import IAMIdentifiers
import Workers

/// Hashes and compares passwords with Argon2id, on few threads of its own, of lower priority than
/// those of requests. So many sign-ins at once take neither unbounded memory nor time from signed
/// requests.
///
/// Each client has a line of its own, and the lines are served in turn: a client that sends many
/// passwords waits for its own alone.
///
/// Source: OWASP, "Password Storage Cheat Sheet", section "Argon2id".
/// <https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#argon2id>
package final class PasswordHasher: Sendable {
    /// What one hash costs. The parallelism is 1 always.
    package struct Cost: Sendable, Equatable {
        /// Passes over the memory, at least 1.
        package let passes: UInt64
        /// At least 8,192.
        package let memoryBytes: Int

        package init(passes: UInt64, memoryBytes: Int) {
            self.passes = passes
            self.memoryBytes = memoryBytes
        }

        /// Two passes over 19 MiB: about 30 ms.
        package static let standard = Cost(passes: 2, memoryBytes: 19 << 20)
    }

    /// In bytes of UTF-8: room for the 128 characters that IAM allows, four bytes each.
    package static let longestPassword = 512

    /// How many passwords are hashed at once and may wait.
    package struct Limits: Sendable {
        /// Each takes the memory of one hash. At least 1.
        package var threads: Int
        /// Passwords that may wait, of all clients together.
        package var waiting: Int
        /// Passwords that may wait, of one client.
        package var waitingPerClient: Int

        package init(threads: Int = 2, waiting: Int = 256, waitingPerClient: Int = 32) {
            self.threads = threads
            self.waiting = waiting
            self.waitingPerClient = waitingPerClient
        }
    }

    /// What `nice` calls the rank of the threads: a request's thread gets nine times the share of
    /// a processor that both want.
    private static let niceness = 10

    private let cost: Cost
    /// What a password is compared with where there is no hash.
    private let unmatched: String
    private let workers: WorkerPool<String>
    /// Told how long each password took.
    private let measured: @Sendable (Duration) -> Void

    package init(
        cost: Cost = .standard, _ limits: Limits = Limits(),
        measured: @escaping @Sendable (Duration) -> Void = { _ in }
    ) {
        precondition(sodium_init() >= 0, "libsodium cannot find randomness")
        self.cost = cost
        self.measured = measured
        unmatched = Argon2id.unmatched(cost: cost)
        workers = WorkerPool(
            .init(
                threads: limits.threads, runningPerKey: limits.threads, waiting: limits.waiting,
                waitingPerKey: limits.waitingPerClient, niceness: Self.niceness))
    }

    /// Passwords that wait for their turn.
    package var waitingCount: Int { workers.waitingCount }

    /// The hash of a password with a new random salt, as `$argon2id$v=19$m=…,t=…,p=1$…$…`.
    /// - Parameter client: whose line it waits in; by default the operator's.
    /// - Throws: ``PasswordHasherError``; `CancellationError`.
    package func hash(_ password: Secret, for client: String = "") async throws -> String {
        guard password.byteCount <= Self.longestPassword else { throw PasswordHasherError.tooLong }
        let cost = cost
        return try await onOwnThread(client) { try Argon2id.hash(password, cost: cost) }
    }

    /// Whether `hash` is of this password. Without a hash, as for a name that does not exist, the
    /// answer is no and takes the same time.
    /// - Parameter client: whose line it waits in; by default the operator's.
    /// - Throws: ``PasswordHasherError``; `CancellationError`.
    package func verify(
        _ password: Secret, against hash: String?, for client: String = ""
    ) async throws -> Bool {
        // The early answer tells nothing about an account: the caller knows how long the password
        // was.
        guard password.byteCount <= Self.longestPassword else { return false }
        let (isThere, hash) = (hash != nil, hash ?? unmatched)
        return try await onOwnThread(client) {
            Argon2id.verify(password, against: hash) && isThere
        }
    }

    /// Why a password is easily guessed; nil when it is not.
    /// - Parameters:
    ///   - words: what somebody who guesses knows of the owner, such as names.
    ///   - client: whose line it waits in; by default the operator's.
    /// - Throws: ``PasswordHasherError``; `CancellationError`.
    package func weakness(
        of password: Secret, knowing words: [String], for client: String = ""
    ) async throws -> PasswordWeakness? {
        guard password.byteCount <= Self.longestPassword else { throw PasswordHasherError.tooLong }
        return try await onOwnThread(client) { PasswordWeakness(of: password, knowing: words) }
    }

    /// Whether a hash was made at another cost than this hasher's, and is to be made anew when its
    /// password is next known.
    package func needsRehash(_ hash: String) -> Bool {
        crypto_pwhash_str_needs_rehash(hash, cost.passes, cost.memoryBytes) != 0
    }

    private func onOwnThread<Value: Sendable>(
        _ client: String, _ work: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        do {
            return try await workers.run(for: client) { [measured] _ in
                let start = Duration.sinceStart()
                defer { measured(.sinceStart() - start) }
                return try work()
            }
        } catch WorkerPoolError.busy {
            throw PasswordHasherError.busy
        }
    }
}
