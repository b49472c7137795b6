import Credentials
package import IAMIdentifiers
import Store

/// What a root user changes about itself. Each change asks for the present password again, and
/// ends the root user's other sessions.
package struct RootUser: Sendable {
    private let services: Services

    package init(_ services: Services) { self.services = services }

    /// Gives the root user another password.
    /// - Throws: ``AccountRefusal`` (`notRootUser`, `wrongPassword`, `passwordNotAccepted`,
    ///   `tooManyAttempts`); ``IAMError/invalidClientTokenId`` when the session is not valid.
    package func changePassword(
        from present: Secret, to new: Secret, as caller: Caller, _ facts: RequestFacts
    ) async throws {
        let account = try await verified(present, caller, facts)
        let hash = try await services.acceptedHash(
            ofRootPassword: new, accountName: account.name, email: account.email,
            for: facts.clientAddress.group)
        try await change(account, "PasswordUpdated", caller, facts) { accounts in
            try accounts.setPassword(hash: hash, of: account.id, at: facts.now)
        }
    }

    /// Gives the account another name or the root user another e-mail address.
    /// - Throws: as ``changePassword(from:to:as:_:)``, and ``AccountRefusal/emailTaken``.
    package func changeDetails(
        to details: AccountDetails, password: Secret, as caller: Caller, _ facts: RequestFacts
    ) async throws {
        let account = try await verified(password, caller, facts)
        // A new address tells whether another account has it, as often as accounts can be made.
        if details.email != account.email { _ = try services.countSignUp(facts) }
        let event = details.email == account.email ? "AccountNameUpdated" : "EmailUpdated"
        try await change(account, event, caller, facts) { accounts in
            guard try accounts.setName(details.name, email: details.email, of: account.id) else {
                throw AccountRefusal.emailTaken
            }
        }
    }

    /// The caller's account, once the password proved to be its root user's.
    private func verified(
        _ password: Secret, _ caller: Caller, _ facts: RequestFacts
    ) async throws -> Account {
        let services = services
        let account = try await services.database.read { transaction in
            let call = try Call(caller, facts, services, in: transaction)
            guard let account = call.principal.rootAccount else {
                throw AccountRefusal.notRootUser
            }
            return account
        }
        let attempt = PasswordAttempt.proof(by: caller)
        switch try await services.attempt(attempt, password, against: account.passwordHash, facts) {
        case .right: return account
        case .wrong: throw AccountRefusal.wrongPassword
        case .waits(let wait): throw AccountRefusal.tooManyAttempts(retryAfter: wait)
        }
    }

    /// Makes a change with its record, if the password that was verified is still the password.
    private func change(
        _ account: Account, _ event: String, _ caller: Caller, _ facts: RequestFacts,
        _ body: @escaping @Sendable (AccountTable) throws -> Void
    ) async throws {
        let services = services
        try await services.database.change(in: account.id) { transaction in
            let call = try Call(caller, facts, services, in: transaction)
            guard let current = call.principal.rootAccount else {
                throw AccountRefusal.notRootUser
            }
            guard current.passwordHash == account.passwordHash else {
                throw AccountRefusal.wrongPassword
            }
            try body(call.tables.accounts)
            try call.tables.webSessions.deleteAll(
                of: caller.principalID, in: account.id, keeping: caller.webSession?.description)
            return AuditEvent(
                signInEvent: event, of: account.id, by: AuditIdentity(call.principal, caller), facts
            ).row
        }
    }
}
