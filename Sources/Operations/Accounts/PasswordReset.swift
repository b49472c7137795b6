package import Credentials
package import IAMIdentifiers
import Store

/// A root user's forgotten password, replaced by way of its e-mail address.
///
/// The link shows that whoever opens it reads the root user's mail.
/// MFA devices stay, and are asked for at the next sign-in. Until one has been proved, a lost one
/// is not replaced by mail: a mailbox alone must not open an account that has a second factor.
package struct PasswordReset: Sendable {
    /// What came of asking for a link.
    package enum LinkOutcome: Sendable, Equatable {
        /// If an account has the address, the link is on its way.
        case sent
        /// Too many links were asked for from this address.
        case tooMany(retryAfter: Duration)
    }

    private let services: Services

    package init(_ services: Services) { self.services = services }

    /// Sends a link to the root user that signs in with an e-mail address. It ends an earlier one.
    ///
    /// Whether there is such an account changes neither the answer nor its time: it is looked up
    /// afterwards. If the server crashes in the quarter of a second between, the request is lost,
    /// and whoever waits for the message asks again.
    /// - Parameter address: of the page for a token.
    package func sendLink(
        to email: String, _ language: Language, _ facts: RequestFacts,
        address: @escaping @Sendable (RandomToken) -> String
    ) async throws -> LinkOutcome {
        if case .waits(let wait) = try await services.countMailAsked(from: facts.clientAddress) {
            return .tooMany(retryAfter: wait)
        }
        let services = services
        let accepted = await services.afterwards.later {
            try await Self.send(to: email, language, facts, services, address)
        }
        guard accepted else { throw IAMError.serviceUnavailable }
        return .sent
    }

    /// Sends the link, if an account has the address and was not sent many of them lately. A wait
    /// is told to nobody: it would tell that there is such an account.
    private static func send(
        to email: String, _ language: Language, _ facts: RequestFacts, _ services: Services,
        _ address: @escaping @Sendable (RandomToken) -> String
    ) async throws {
        let found = try await services.database.read { try AccountTable($0).find(email: email) }
        guard let id = found?.id,
            case .admitted(let admission) = try await services.countMailAsked(
                for: UniqueID(rootOf: id))
        else { return }
        try await services.change(in: id) { transaction in
            guard let account = try AccountTable(transaction).find(id), account.status == .active,
                account.email.asciiLowercased.isExactly(email.asciiLowercased)
            else { return nil }
            let token = try MailLink(.passwordReset, in: transaction).make(
                for: id, at: facts.now, services)
            try services.passwordAttempts.store(admission.subjects, in: transaction)
            try Mail(services).send(
                .passwordReset(address(token), of: account, language), to: account, at: facts.now,
                in: transaction)
            return AuditEvent("PasswordRecoveryRequested", byRootOf: id, facts).row
        }
    }

    /// The account whose password a link replaces; nil when the link is not valid any more.
    package func account(ofLink token: RandomToken, at now: Timestamp) async throws -> AccountID? {
        try await services.database.read {
            try MailLink(.passwordReset, in: $0).account(of: token, at: now)?.id
        }
    }

    /// Replaces the password. The link is used up, and all sessions of the root user end.
    /// - Returns: false when the link is not valid any more.
    /// - Throws: ``AccountRefusal/passwordNotAccepted(_:)``, which leaves the link as it is.
    package func reset(
        _ token: RandomToken, to new: Secret, _ facts: RequestFacts
    ) async throws -> Bool {
        let found = try await services.database.read {
            try MailLink(.passwordReset, in: $0).account(of: token, at: facts.now)
        }
        guard let found else { return false }
        let hash = try await services.acceptedHash(
            ofRootPassword: new, accountName: found.name, email: found.email,
            for: facts.clientAddress.group)
        let services = services
        return try await services.change(in: found.id) { transaction -> Change<Bool> in
            let link = MailLink(.passwordReset, in: transaction)
            guard let account = try link.account(of: token, at: facts.now) else {
                return .none(false)
            }
            let tables = AccountTables(transaction, of: account.id)
            try tables.setRootPassword(hash: hash, at: facts.now)
            try tables.accounts.setPasswordCameByMail(true, of: account.id)
            // Whoever knew the password before may have signed in from there.
            try SignInPlaceTable(transaction).deleteAll(
                of: UniqueID(rootOf: account.id), in: account.id)
            try Mail(services).notify(.passwordChanged, of: account, facts, in: transaction)
            return Change(
                true, AuditEvent("PasswordRecoveryCompleted", byRootOf: account.id, facts).row)
        }
    }
}
