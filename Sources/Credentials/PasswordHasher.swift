import CSodium
import Dispatch
package import IAMIdentifiers
import Synchronization

/// Hashes and compares passwords with Argon2id, on few threads of its own, so that a flood of
/// sign-ins takes neither memory without bound nor time from signed requests.
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

    private struct State {
        var running = 0
        var waiting: [@Sendable () -> Void] = []
    }

    private let cost: Cost
    private let threads: Int
    private let waitingLimit: Int
    private let queue = DispatchQueue(label: "gatehouse.passwords", attributes: .concurrent)
    private let state = Mutex(State())

    /// - Parameters:
    ///   - threads: how many passwords are hashed at once, at least 1; each takes `cost`'s memory.
    ///   - waitingLimit: how many may wait; one more fails with ``PasswordHasherError/busy``.
    package init(cost: Cost = .standard, threads: Int = 2, waitingLimit: Int = 64) {
        precondition(sodium_init() >= 0, "libsodium cannot find randomness")
        self.cost = cost
        self.threads = threads
        self.waitingLimit = waitingLimit
    }

    /// The hash of a password with a new random salt, as `$argon2id$v=19$m=…,t=…,p=1$…$…`.
    package func hash(_ password: Secret) async throws -> String {
        guard password.reveal().utf8.count <= Self.longestPassword else {
            throw PasswordHasherError.tooLong
        }
        let cost = cost
        return try await onOwnThread { try Argon2id.hash(password, cost: cost) }
    }

    /// Whether `hash` is of this password. Without a hash, as for a name that does not exist, the
    /// answer is no and takes the same time.
    package func verify(_ password: Secret, against hash: String?) async throws -> Bool {
        // Says nothing of any account: who asks knows how long the password was.
        guard password.reveal().utf8.count <= Self.longestPassword else { return false }
        let cost = cost
        return try await onOwnThread {
            if let hash { return Argon2id.verify(password, against: hash) }
            _ = try Argon2id.hash(password, cost: cost)
            return false
        }
    }

    /// Whether a hash was made at another cost than this hasher's, and is to be made anew when its
    /// password is next known.
    package func needsRehash(_ hash: String) -> Bool {
        crypto_pwhash_str_needs_rehash(hash, cost.passes, cost.memoryBytes) != 0
    }

    private func onOwnThread<Value: Sendable>(
        _ work: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let isAdmitted = submit { continuation.resume(with: Result { try work() }) }
            if !isAdmitted { continuation.resume(throwing: PasswordHasherError.busy) }
        }
    }

    /// Runs a job when a thread is free, or says that too many wait.
    private func submit(_ job: @escaping @Sendable () -> Void) -> Bool {
        enum Admission { case refused, waits, runs }
        let admission: Admission = state.withLock { state in
            if state.running < threads {
                state.running += 1
                return .runs
            }
            guard state.waiting.count < waitingLimit else { return .refused }
            state.waiting.append(job)
            return .waits
        }
        if admission == .runs { queue.async { self.run(job) } }
        return admission != .refused
    }

    /// Runs a job and, on the same thread, those that wait.
    private func run(_ first: @Sendable () -> Void) {
        first()
        while let job = nextJob() { job() }
    }

    private func nextJob() -> (@Sendable () -> Void)? {
        state.withLock { state in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
            state.running -= 1
            return nil
        }
    }
}
