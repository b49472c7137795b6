import Credentials
import IAMIdentifiers
import Store

/// What came of an attempt at a secret that can be guessed, such as a password.
enum AttemptResult: Sendable {
    case right
    case wrong
    /// Too many attempts; the secret was not looked at.
    case waits(Duration)
}

extension Services {
    /// Makes one attempt at a secret: counts it, verifies the secret, and takes the attempt back
    /// when the secret was right.
    ///
    /// Everything that can be guessed at is verified here. A wrong secret is in the store, with its
    /// counts, before this returns.
    /// - Parameters:
    ///   - attempt: what the attempt counts for.
    ///   - isAfterPassword: whether the right password was given before, so that strangers cannot
    ///     cause such failures.
    ///   - failure: the audit record of a wrong secret; nil where the operation that asks for the
    ///     secret writes its own, or where the secret belongs to no account.
    ///   - verify: whether the secret is right. If it throws, nobody looked, and the attempt does
    ///     not count.
    func attempt(
        _ attempt: PasswordAttempt, isAfterPassword: Bool = false,
        failure: @autoclosure () -> AuditEventTable.Event?, verify: () async throws -> Bool
    ) async throws -> AttemptResult {
        let result = try await uncounted(
            attempt, isAfterPassword: isAfterPassword, failure: failure(), verify: verify)
        metrics.tried(result)
        return result
    }

    private func uncounted(
        _ attempt: PasswordAttempt, isAfterPassword: Bool,
        failure: @autoclosure () -> AuditEventTable.Event?, verify: () async throws -> Bool
    ) async throws -> AttemptResult {
        let admission: AttemptThrottle.Admission
        switch try await passwordAttempts.begin(attempt) {
        case .waits(let wait): return .waits(wait)
        case .admitted(let admitted): admission = admitted
        }
        let isRight: Bool
        do {
            isRight = try await verify()
        } catch {
            await passwordAttempts.takeBack(attempt, admission)
            throw error
        }
        guard isRight else {
            await failedSignIns.append(failure(), isBounded: isAfterPassword) {
                [passwordAttempts] transaction in
                try passwordAttempts.store(admission.subjects, in: transaction)
            }
            return .wrong
        }
        try await passwordAttempts.succeed(attempt, admission)
        return .right
    }

    /// Makes one attempt at a password.
    /// - Parameter hash: what the password has to match; nil for a name that does not exist, which
    ///   takes the same time and is wrong.
    /// - Throws: ``PasswordHasherError``; `CancellationError`.
    func attempt(
        _ attempt: PasswordAttempt, _ password: Secret, against hash: String?,
        failure: @autoclosure () -> AuditEventTable.Event? = nil, _ facts: RequestFacts
    ) async throws -> AttemptResult {
        // No password is so long. It is no attempt at one, and waits for nothing.
        guard password.byteCount <= PasswordHasher.longestPassword else { return .wrong }
        return try await self.attempt(attempt, failure: failure()) {
            try await passwords.verify(password, against: hash, for: facts.clientAddress.group)
        }
    }

    /// Counts one try at making an account, or at learning whether an e-mail address is taken. It
    /// counts whatever comes of it.
    /// - Returns: what it was counted for, to be stored with what comes of it.
    /// - Throws: ``AccountRefusal/tooManyAttempts(retryAfter:)``.
    func countSignUp(_ facts: RequestFacts) async throws -> [AttemptSubject] {
        let attempt = PasswordAttempt.signUp(from: facts.clientAddress)
        switch try await passwordAttempts.begin(attempt) {
        case .waits(let wait): throw AccountRefusal.tooManyAttempts(retryAfter: wait)
        case .admitted(let admission): return admission.subjects
        }
    }

    /// Counts one message that a stranger asks for.
    func countMailAsked(from client: ClientAddress) async throws -> AttemptThrottle.Verdict {
        try await passwordAttempts.begin(.mail(askedFrom: client))
    }

    /// Counts one message that a stranger asks to be sent to a principal.
    func countMailAsked(for principal: UniqueID) async throws -> AttemptThrottle.Verdict {
        try await passwordAttempts.begin(.mail(askedFor: principal))
    }

    /// Counts one message that somebody asks to be sent to a principal.
    func countMail(to principal: UniqueID) async throws -> AttemptThrottle.Verdict {
        try await passwordAttempts.begin(.mail(to: principal))
    }
}
