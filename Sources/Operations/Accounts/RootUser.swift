import Credentials
package import IAMIdentifiers
import Store

/// What a root user changes about itself and its account. Each change asks for proofs again.
package struct RootUser: Sendable {
    let services: Services

    package init(_ services: Services) { self.services = services }

    /// What the account page tells of a root user.
    package struct Facts: Sendable, Equatable {
        package var email: String
        package var passwordChangedAt: Timestamp
        package var passwordLastUsedAt: Timestamp?
        /// The address that waits to be confirmed; nil when none does.
        package var pendingEmail: String?

        package init(
            email: String, passwordChangedAt: Timestamp, passwordLastUsedAt: Timestamp? = nil,
            pendingEmail: String? = nil
        ) {
            self.email = email
            self.passwordChangedAt = passwordChangedAt
            self.passwordLastUsedAt = passwordLastUsedAt
            self.pendingEmail = pendingEmail
        }
    }

    /// - Throws: ``AccountRefusal/notRootUser``.
    package func facts(of caller: Caller, _ facts: RequestFacts) async throws -> Facts {
        let (account, _) = try await rootUser(caller, facts)
        return Facts(
            email: account.email, passwordChangedAt: account.passwordChangedAt,
            passwordLastUsedAt: account.passwordLastUsedAt,
            pendingEmail: try await emailChange(of: caller, at: facts.now)?.newEmail)
    }

    /// Gives the root user another password. The present one is asked for alone, as on AWS.
    /// - Throws: ``AccountRefusal`` (`notRootUser`, `wrongPassword`, `passwordNotAccepted`,
    ///   `tooManyAttempts`); ``IAMError/invalidClientTokenId`` when the session is not valid.
    package func changePassword(
        from present: Secret, to new: Secret, as caller: Caller, _ facts: RequestFacts
    ) async throws {
        let (account, _) = try await rootUser(caller, facts)
        try await prove(present, of: account, by: caller, facts)
        let hash = try await services.acceptedHash(
            ofRootPassword: new, accountName: account.name, email: account.email,
            for: facts.clientAddress.group)
        let services = services
        try await services.change(in: account.id) { transaction in
            let call = try Call(caller, facts, services, in: transaction)
            guard let current = call.principal.rootAccount else {
                throw AccountRefusal.notRootUser
            }
            guard current.passwordHash.isExactly(account.passwordHash) else {
                throw AccountRefusal.wrongPassword
            }
            try call.tables.setRootPassword(
                hash: hash, at: facts.now, keeping: caller.webSession?.description)
            try Mail(services).notify(.passwordChanged, of: current, facts, in: transaction)
            return AuditEvent(
                signInEvent: "PasswordUpdated", of: account.id,
                by: AuditIdentity(call.principal, caller), facts
            ).row
        }
    }

    /// Makes a change with its record, if what was proved still holds.
    /// - Parameter event: the name of the record.
    func change<Value: Sendable>(
        _ proved: ProvedRootUser, _ event: String, _ caller: Caller, _ facts: RequestFacts,
        request: String = "null", _ body: @escaping @Sendable (Call) throws -> Value
    ) async throws -> Value {
        let services = services
        return try await services.change(in: proved.account.id) { transaction in
            let call = try Call(caller, facts, services, in: transaction)
            guard let current = call.principal.rootAccount else {
                throw AccountRefusal.notRootUser
            }
            guard try proved.holds(for: current, in: call.tables) else {
                throw AccountRefusal.wrongPassword
            }
            let value = try body(call)
            return Change(
                value,
                AuditEvent(
                    accountEvent: event, of: current.id,
                    by: AuditIdentity(call.principal, caller), facts, request: request
                ).row)
        }
    }

    /// Makes a change that needs no proof but the session, such as taking something back.
    /// - Parameter body: what is changed. It gives nil, and there is no record, when nothing was.
    func change<Value: Sendable>(
        withoutProof event: String, _ caller: Caller, _ facts: RequestFacts,
        _ body: @escaping @Sendable (Call, Account) throws -> Value?
    ) async throws -> Value? {
        let services = services
        return try await services.change(in: caller.account) {
            transaction -> Change<Value?> in
            let call = try Call(caller, facts, services, in: transaction)
            guard let current = call.principal.rootAccount else {
                throw AccountRefusal.notRootUser
            }
            guard let value = try body(call, current) else { return .none(nil) }
            return Change(
                value,
                AuditEvent(
                    accountEvent: event, of: current.id,
                    by: AuditIdentity(call.principal, caller), facts
                ).row)
        }
    }
}

extension AccountTables {
    /// Gives the root user another password. Everything that was begun with the one before ends:
    /// sessions, links that were sent, a change of the e-mail address, a transfer.
    /// - Parameter session: the hash of the session that stays.
    func setRootPassword(
        hash: String, at now: Timestamp, keeping session: String? = nil
    ) throws {
        try accounts.setPassword(hash: hash, of: account, at: now)
        try webSessions.deleteAll(of: UniqueID(rootOf: account), in: account, keeping: session)
        try endRootUserTasks()
    }

    /// Ends what a root user has begun and not finished, but for the waiting period of a lost MFA
    /// device: whoever replaces the password has not got the device for it.
    func endRootUserTasks() throws {
        for purpose in MailLink.Purpose.allCases {
            try MailLink(purpose, in: transaction).end(for: account)
        }
        try EmailChangeTable(transaction).delete(account)
        try OwnershipTransferTable(transaction).delete(account)
    }
}
