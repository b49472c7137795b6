package import Credentials
package import IAMIdentifiers
import IAMModel
package import Store

/// The way into the console: from a name and a password to a session.
///
/// The states, each with the call that leaves it:
///
/// - *identified*: a ``SignInClaim``, which nobody has looked at. ``signIn(_:password:_:)``.
/// - *password must change*: the password was right and has to be replaced first. The ticket that
///   stands for this state opens nothing else. ``replacePassword(_:old:new:_:)``.
/// - *signed in*: a ``WebSession``. ``signedIn(_:at:)`` finds it for each request.
///
/// Whether a name exists changes neither what is answered nor how long it takes.
package struct SignIn: Sendable {
    /// Where an attempt led.
    package enum Outcome: Sendable {
        /// Signed in. The token is for the browser's cookie and is shown nowhere else.
        case session(RandomToken, WebSession)
        /// The password was right and has to be replaced, with this ticket, within ten minutes.
        case mustChangePassword(ticket: Secret)
        /// The password was right and too old, and only an administrator may replace it.
        case passwordExpired
        /// The name or the password is wrong, or the account is closed.
        case wrongCredentials
        /// Too many attempts; the password was not looked at.
        case tooManyAttempts(retryAfter: Duration)
        /// The ticket is not ours, has ended or was used: back to the first page.
        case ticketNotValid
    }

    let services: Services
    private let pipeline: Pipeline

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
        // No password is so long. It is no attempt at one, and waits for nothing.
        guard password.byteCount <= PasswordHasher.longestPassword else { return .wrongCredentials }
        let (candidate, isFamiliar) = try await services.database.read { transaction in
            let candidate = try SignInCandidate(claim, in: transaction)
            return (candidate, try candidate.signedIn(from: facts.clientAddress, in: transaction))
        }
        let attempt = attempt(candidate, claim, isFamiliar, device, facts)
        let admission: AttemptThrottle.Admission
        switch services.passwordAttempts.begin(attempt) {
        case .waits(let wait): return .tooManyAttempts(retryAfter: wait)
        case .admitted(let admitted): admission = admitted
        }
        let isRight: Bool
        do {
            isRight = try await services.passwords.verify(
                password, against: candidate.hash, for: facts.clientAddress.group)
        } catch {
            services.passwordAttempts.takeBack(admission)
            throw error
        }
        guard isRight, let hash = candidate.hash else {
            await recordFailure(candidate, counted: admission.subjects, facts)
            return .wrongCredentials
        }
        services.passwordAttempts.succeed(attempt, admission)
        return try await admit(candidate, hash, attempt, facts)
    }

    /// What the browser keeps to show from now on that this session's principal signed in with it.
    /// - Parameter shown: what it showed so far.
    package func device(of session: WebSession, adding shown: Secret?) throws -> Secret {
        var random = services.random()
        return try SignInDevice(services.sealer, at: session.createdAt).adding(
            session.principal, to: shown, using: &random)
    }

    /// Replaces a password that had to be, and signs in. This is `ChangePassword` by the user, who
    /// needs the same permission and is held to the same rules.
    /// - Throws: ``IAMError`` when the operation refuses: `AccessDenied` for a wrong old password
    ///   or a missing permission, `PasswordPolicyViolation`, `Throttling`.
    package func replacePassword(
        _ ticket: Secret, old: Secret, new: Secret, _ facts: RequestFacts
    ) async throws -> Outcome {
        guard let ticket = PasswordChangeTicket(ticket, at: facts.now, services.sealer) else {
            return .ticketNotValid
        }
        let caller = Caller(
            account: ticket.account, principalID: ticket.user,
            credential: .password(matching: ticket.hash))
        do {
            _ = try await pipeline.run(
                IAM.ChangePassword.self, .init(oldPassword: old, newPassword: new), as: caller,
                facts)
        } catch let error where error == .invalidClientTokenId {
            return .ticketNotValid
        }
        let attempt = PasswordAttempt.signIn(ticket.user, from: facts.clientAddress)
        return try await open(attempt, in: ticket.account, facts) { transaction in
            let candidate = try SignInCandidate(ticket.user, of: ticket.account, in: transaction)
            // The password of this very request, unless an administrator was quicker.
            let isOurs =
                candidate.profile?.changedAt == facts.now
                && candidate.profile?.isResetRequired == false
            return isOurs ? candidate : nil
        }
    }

    /// A right password: what comes next?
    private func admit(
        _ candidate: SignInCandidate, _ hash: String, _ attempt: PasswordAttempt,
        _ facts: RequestFacts
    ) async throws -> Outcome {
        if let profile = candidate.profile, let user = candidate.user {
            let isExpired =
                candidate.policy?.isExpired(setAt: profile.changedAt, now: facts.now) ?? false
            if isExpired && candidate.policy?.isExpiryHard == true {
                await recordFailure(candidate, facts)
                return .passwordExpired
            }
            if isExpired || profile.isResetRequired {
                let ticket = PasswordChangeTicket(
                    account: user.account, user: user.id, hash: hash, now: facts.now)
                return .mustChangePassword(ticket: try ticket.text(services.sealer, at: facts.now))
            }
        }
        return try await open(attempt, in: candidate.account?.id, facts) { transaction in
            let again = try candidate.again(in: transaction)
            return again.hash == hash ? again : nil
        }
    }

    /// Opens a session in one transaction with its record.
    /// - Parameters:
    ///   - attempt: the one that led here, whose counts are written down.
    ///   - account: whose session it is.
    ///   - candidate: looks again for who may have one; nil when nobody may any more.
    private func open(
        _ attempt: PasswordAttempt, in account: AccountID?, _ facts: RequestFacts,
        for candidate: @escaping @Sendable (any Transaction) throws -> SignInCandidate?
    ) async throws -> Outcome {
        let services = services
        return try await services.database.change(in: account) { transaction in
            guard let candidate = try candidate(transaction), candidate.hash != nil,
                let account = candidate.account, let principal = candidate.principal
            else { return .none(.wrongCredentials) }
            var random = services.random()
            let token = RandomToken.random(using: &random)
            let session = WebSession(
                account: account.id, tokenHash: token.hash.description, principal: principal,
                createdAt: facts.now, lastSeenAt: facts.now,
                expiresAt: facts.now + WebSession.longestLife,
                sourceAddress: facts.sourceAddress, userAgent: facts.recordedUserAgent)
            let sessions = WebSessionTable(transaction)
            try sessions.deleteExpired(in: account.id, at: facts.now)
            try sessions.keepNewest(
                WebSession.perPrincipal - 1, of: principal, in: account.id)
            try sessions.insert(session)
            try SignInPlaceTable(transaction).note(
                facts.clientAddress.group, of: principal, in: account.id)
            try services.passwordAttempts.store(attempt.subjects, in: transaction)
            try candidate.noteUse(at: facts.now, in: transaction)
            return Change(
                .session(token, session),
                AuditEvent(consoleLoginOf: candidate, in: account, succeeded: true, facts).row)
        }
    }

    /// Records a failure with its counts, before it is answered. One in no account of ours belongs
    /// to nobody's record.
    private func recordFailure(
        _ candidate: SignInCandidate, counted subjects: [AttemptSubject] = [],
        _ facts: RequestFacts
    ) async {
        let event = candidate.account.map {
            AuditEvent(consoleLoginOf: candidate, in: $0, succeeded: false, facts).row
        }
        await services.failedSignIns.append(event) { [services] transaction in
            try services.passwordAttempts.store(subjects, in: transaction)
        }
    }

    /// What the attempt counts for: the principal, under whichever name, or else the name itself.
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
            case .root(let email): email
            case .user(let account, let name):
                "\(candidate.account?.id.description ?? account)/\(name)"
            }
        return .signIn(
            unknown: name.asciiLowercased, from: facts.clientAddress, services.sealer)
    }
}
