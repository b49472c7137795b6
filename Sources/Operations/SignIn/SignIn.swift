package import Credentials
package import IAMIdentifiers
import IAMModel
import Logging
package import Store

/// The way into the console: from a name and a password to a session.
///
/// Each page of a sign-in proves something. ``SignInStep`` decides from what was proved so far
/// (``SignInProofs``) what is asked next, or that the session begins. A ``SignInTicket`` carries
/// the proofs from one page to the next:
///
/// - ``signIn(_:password:device:_:)`` proves the password that goes with a ``SignInClaim``.
/// - ``proveCode(_:of:_:device:_:)`` proves an MFA device that shows codes, and
///   ``proveKey(_:_:challenge:device:_:)`` a passkey or security key.
/// - ``replacePassword(_:old:new:_:)`` replaces a password that has to be, and proves the new one.
/// - ``signedIn(_:at:)`` finds the ``WebSession`` of each request from then on.
///
/// Whether a name exists changes neither what is answered nor how long it takes.
package struct SignIn: Sendable {
    /// Where an attempt led.
    package enum Outcome: Sendable {
        /// Signed in. The token is for the browser's cookie and is shown nowhere else.
        case session(RandomToken, WebSession)
        /// What was given is right, and this is asked for next. The ticket is to be given with the
        /// answer, within ten minutes.
        case asks(SignInQuestion, ticket: Secret)
        /// The password was right and too old, and only an administrator may replace it.
        case passwordExpired
        /// The name, the password or the second factor is wrong, or the account is closed.
        case wrongCredentials
        /// Too many attempts; the password was not looked at.
        case tooManyAttempts(retryAfter: Duration)
        /// The ticket is not ours, has ended or was used: back to the first page.
        case ticketNotValid
    }

    let services: Services
    let pipeline: Pipeline

    package init(_ services: Services) {
        self.services = services
        pipeline = Pipeline(services)
    }

    /// Tries a password.
    /// - Parameter device: what the browser shows of earlier sign-ins, as ``device(of:adding:)``
    ///   gave it.
    /// - Throws: ``PasswordHasherError/busy`` when too many wait already; ``StoreError``.
    package func signIn(
        _ claim: SignInClaim, password: Secret, device: Secret? = nil, _ facts: RequestFacts
    ) async throws -> Outcome {
        let (candidate, isFamiliar) = try await services.database.read { transaction in
            let candidate = try SignInCandidate(claim, in: transaction)
            return (candidate, try candidate.signedIn(from: facts.clientAddress, in: transaction))
        }
        let attempt = attempt(candidate, claim, isFamiliar, device, facts)
        switch try await services.attempt(
            attempt, password, against: candidate.hash, failure: Self.failure(candidate, facts),
            facts)
        {
        case .waits(let wait): return .tooManyAttempts(retryAfter: wait)
        case .wrong: return .wrongCredentials
        case .right: break
        }
        let hash = await raised(password, of: candidate, facts) ?? candidate.hash
        guard let proofs = candidate.proofs(ofPassword: hash) else { return .wrongCredentials }
        let outcome = try await proceed(
            proofs, counted: attempt.subjects, browser: device, facts)
        if case .passwordExpired = outcome {
            await services.failedSignIns.append(Self.failure(candidate, facts)) { _ in }
        }
        return outcome ?? .wrongCredentials
    }

    /// Hashes a right password anew, if its hash was made at another cost than hashes are now: only
    /// here is the password known. A sign-in in which the old hash was proved begins anew.
    /// - Returns: the new hash; nil when the old one stays, also because there is no time or no
    ///   room for a new one now.
    private func raised(
        _ password: Secret, of candidate: SignInCandidate, _ facts: RequestFacts
    ) async -> String? {
        guard let old = candidate.hash, services.passwords.needsRehash(old) else { return nil }
        do {
            let new = try await services.passwords.hash(
                password, for: facts.clientAddress.group)
            let isKept = try await services.database.write(for: candidate.account?.id) {
                try candidate.setHash(new, inPlaceOf: old, in: $0)
            }
            return isKept ? new : nil
        } catch {
            services.logger.warning(
                "a password could not be hashed anew", metadata: ["cause": "\(error)"])
            return nil
        }
    }

    /// What the browser keeps to show from now on that this session's principal signed in with it.
    /// - Parameter shown: what it showed so far.
    package func device(of session: WebSession, adding shown: Secret?) throws -> Secret {
        var random = services.random()
        return try SignInDevice(services.sealer, at: session.createdAt).adding(
            session.principal, hadSecondFactor: session.secondFactorAt != nil, to: shown,
            using: &random)
    }

    /// Replaces a password that had to be, and signs in. This is `ChangePassword` by the user, who
    /// needs the same permission and is held to the same rules.
    /// - Throws: ``IAMError`` when the operation refuses: `AccessDenied` for a wrong old password
    ///   or a missing permission, `PasswordPolicyViolation`, `Throttling`.
    package func replacePassword(
        _ ticket: Secret, old: Secret, new: Secret, _ facts: RequestFacts
    ) async throws -> Outcome {
        let opened = SignInTicket(ticket, for: .newPassword, at: facts.now, services.sealer)
        guard let proofs = opened?.proofs, let hash = proofs.passwordHash else {
            return .ticketNotValid
        }
        let caller = Caller(
            account: proofs.account, principalID: proofs.principal,
            credential: .password(
                matching: hash,
                device: proofs.device.map { Caller.ProvedDevice(id: $0.id, at: $0.at) }))
        let input = IAM.ChangePassword.Input(oldPassword: old, newPassword: new)
        do throws(IAMError) {
            _ = try await pipeline.run(IAM.ChangePassword.self, input, as: caller, facts)
        } catch {
            if error == .invalidClientTokenId { return .ticketNotValid }
            throw error
        }
        guard let replaced = try await replaced(proofs, at: facts.now) else {
            return .wrongCredentials
        }
        let attempt = PasswordAttempt.signIn(proofs.principal, from: facts.clientAddress)
        let outcome = try await proceed(replaced, counted: attempt.subjects, facts)
        return outcome ?? .wrongCredentials
    }

    /// The proofs with the password that was set in a request, at its moment; nil when an
    /// administrator has set another since.
    private func replaced(_ proofs: SignInProofs, at moment: Timestamp) async throws
        -> SignInProofs?
    {
        try await services.database.read { transaction in
            let profiles = LoginProfileTable(transaction, of: proofs.account)
            guard let profile = try profiles.find(proofs.principal), profile.changedAt == moment
            else { return nil }
            return proofs.replacingPassword(hash: profile.passwordHash)
        }
    }

    /// Goes on from what was proved. In one transaction it is looked at again, and the session
    /// begins with its record, or the next question gets its ticket.
    /// - Parameters:
    ///   - subjects: what the attempt that led here was counted for, which is stored.
    ///   - browser: what the browser shows of earlier sign-ins.
    /// - Returns: nil when the proofs do not hold any more.
    func proceed(
        _ proofs: SignInProofs, counted subjects: [AttemptSubject], browser: Secret? = nil,
        _ facts: RequestFacts
    ) async throws -> Outcome? {
        let services = services
        return try await services.change(in: proofs.account) {
            transaction -> Change<Outcome?> in
            let candidate = try SignInCandidate(proofs, in: transaction)
            let step = SignInStep(
                after: proofs.proofs, for: candidate.requirements(at: facts.now))
            switch step {
            case .ask(.password): return .none(nil)
            case .ask(let question):
                try services.passwordAttempts.store(subjects, in: transaction)
                let ticket = try SignInTicket(proofs).text(
                    for: question, at: facts.now, services.sealer)
                let outcome = Outcome.asks(question, ticket: ticket)
                guard question == .secondFactor, let account = candidate.account else {
                    return .none(outcome)
                }
                return Change(
                    outcome,
                    AuditEvent(
                        signInEvent: "CheckMfa", of: account.id,
                        by: candidate.auditIdentity(in: account), facts
                    ).row)
            case .refuseExpiredPassword: return .none(.passwordExpired)
            case .beginSession:
                try services.passwordAttempts.store(subjects, in: transaction)
                return try Self.beginSession(
                    of: candidate, after: proofs, browser, facts, services, in: transaction)
            }
        }
    }

    private static func beginSession(
        of candidate: SignInCandidate, after proofs: SignInProofs, _ browser: Secret?,
        _ facts: RequestFacts, _ services: Services, in transaction: any Transaction
    ) throws -> Change<Outcome?> {
        guard let account = candidate.account, let principal = candidate.principal else {
            return .none(nil)
        }
        var random = services.random()
        let token = RandomToken.random(using: &random)
        let session = WebSession(
            account: account.id, tokenHash: token.hash.description, principal: principal,
            createdAt: facts.now, lastSeenAt: facts.now,
            expiresAt: facts.now + WebSession.longestLife,
            sourceAddress: facts.sourceAddress, userAgent: facts.recordedUserAgent,
            secondFactorAt: proofs.device?.at)
        let sessions = WebSessionTable(transaction)
        try sessions.deleteExpired(in: account.id, at: facts.now)
        try sessions.keepNewest(
            WebSession.perPrincipal - 1, .signedIn, of: principal, in: account.id)
        try sessions.insert(session)
        try SignInPlaceTable(transaction).note(
            facts.clientAddress.group, of: principal, in: account.id)
        try candidate.noteUse(at: facts.now, in: transaction)
        let device = proofs.device.flatMap { used in
            candidate.devices.first { $0.id == used.id }
        }
        if principal == UniqueID(rootOf: account.id) {
            let known = SignInDevice(services.sealer, at: facts.now).id(
                in: browser, for: principal)
            try Self.tellRootUser(
                of: account, isKnownBrowser: known != nil, facts, services, in: transaction)
            if device != nil {
                try AccountTable(transaction).setPasswordCameByMail(false, of: account.id)
                try LostDevice.end(
                    of: account.id, because: .deviceUsed(from: facts.sourceAddress), at: facts.now,
                    services, in: transaction)
            }
        }
        return Change(
            .session(token, session),
            AuditEvent(
                consoleLoginOf: candidate, in: account, succeeded: true, with: device, facts
            ).row)
    }

    /// Tells a root user by mail that somebody signed in, in the language of the pages there. Mail
    /// to the root user is written in it from now on.
    private static func tellRootUser(
        of account: Account, isKnownBrowser: Bool, _ facts: RequestFacts, _ services: Services,
        in transaction: any Transaction
    ) throws {
        var account = account
        if let language = facts.language?.rawValue, !language.isExactly(account.language) {
            account.language = language
            try AccountTable(transaction).setLanguage(language, of: account.id)
        }
        try Mail(services).notify(
            .signedIn(isKnownBrowser: isKnownBrowser), of: account, facts, in: transaction)
    }

    /// The record of a sign-in that failed; nil when it names no account, for then no account has a
    /// record of it.
    static func failure(
        _ candidate: SignInCandidate, with device: MFADevice? = nil, _ facts: RequestFacts
    ) -> AuditEventTable.Event? {
        candidate.account.map {
            AuditEvent(
                consoleLoginOf: candidate, in: $0, succeeded: false, with: device, facts
            ).row
        }
    }

    /// What the attempt counts for: the principal that the name means, or the name where it means
    /// none.
    private func attempt(
        _ candidate: SignInCandidate, _ claim: SignInClaim, _ isFamiliar: Bool, _ device: Secret?,
        _ facts: RequestFacts
    ) -> PasswordAttempt {
        if let principal = candidate.principal {
            return .signIn(
                principal, from: facts.clientAddress, isFamiliar: isFamiliar,
                device: SignInDevice(services.sealer, at: facts.now).id(in: device, for: principal))
        }
        let name =
            switch claim {
            case .root(let email), .rootOfClosed(let email): email
            case .user(let account, let name):
                "\(candidate.account?.id.description ?? account)/\(name)"
            }
        return .signIn(
            unknown: name.asciiLowercased, from: facts.clientAddress, services.sealer)
    }
}
