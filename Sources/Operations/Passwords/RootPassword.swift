import Credentials
import IAMIdentifiers

extension Services {
    /// The hash to keep for a root user's new password, once the rules accept it. Everything that
    /// gives a root user a password asks here.
    /// - Parameters:
    ///   - mayBeGuessable: whether a password that is easily guessed is accepted.
    ///   - client: whose line it waits in; by default the operator's.
    /// - Throws: ``AccountRefusal/passwordNotAccepted(_:)``; ``PasswordHasherError``.
    func acceptedHash(
        ofRootPassword new: Secret, accountName: String, email: String,
        mayBeGuessable: Bool = false, for client: String = ""
    ) async throws -> String {
        if let violation = PasswordRules.violation(
            of: new, accountName: accountName, email: email)
        {
            throw AccountRefusal.passwordNotAccepted(violation)
        }
        let words = PasswordRules.words(accountName: accountName, email: email)
        if !mayBeGuessable,
            let weakness = try await passwords.weakness(of: new, knowing: words, for: client)
        {
            throw AccountRefusal.passwordNotAccepted(PasswordViolation(weakness))
        }
        return try await passwords.hash(new, for: client)
    }
}
