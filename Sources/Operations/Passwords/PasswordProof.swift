import Credentials
import IAMIdentifiers

/// What came of giving one's password again.
enum PasswordProof {
    case right
    case wrong
    /// Too many attempts with this credential; the password was not looked at.
    case waits(Duration)
}

extension Services {
    /// Whether a caller whose credential stands knows its own password.
    ///
    /// Only guesses with the same credential slow this down: whoever guesses at sign-in keeps
    /// nobody out who is signed in.
    /// - Throws: ``PasswordHasherError``; `CancellationError`.
    func proves(
        _ password: Secret, _ hash: String, _ caller: Caller, _ facts: RequestFacts
    ) async throws -> PasswordProof {
        guard password.byteCount <= PasswordHasher.longestPassword else { return .wrong }
        let attempt = PasswordAttempt.proof(by: caller)
        let admission: AttemptThrottle.Admission
        switch passwordAttempts.begin(attempt) {
        case .waits(let wait): return .waits(wait)
        case .admitted(let admitted): admission = admitted
        }
        do {
            guard
                try await passwords.verify(password, against: hash, for: facts.clientAddress.group)
            else {
                await failedSignIns.append(nil) { [passwordAttempts] transaction in
                    try passwordAttempts.store(attempt.subjects, in: transaction)
                }
                return .wrong
            }
        } catch {
            passwordAttempts.takeBack(admission)
            throw error
        }
        passwordAttempts.succeed(attempt, admission)
        return .right
    }
}
