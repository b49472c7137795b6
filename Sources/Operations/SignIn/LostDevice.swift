package import Credentials
package import IAMIdentifiers
import Store

/// What becomes of the MFA devices that a root user has lost.
///
/// A lost device is replaced by time and notice, never by mail alone. Who proved the password asks
/// for a link by mail; the link starts a waiting period; every session of the account shows it and
/// may cancel it; when it has ended, who proves the password again may remove the devices. See
/// `Decisions/0040`.
///
/// Without mail, and at any time, the operator removes devices with `gatehouse root remove-mfa`.
/// The devices of an IAM user are removed by an administrator of the account.
package struct LostDevice: Sendable {
    /// What may be done about a lost device now.
    package enum Offer: Sendable, Equatable {
        /// An administrator of the account may remove it: it is an IAM user's.
        case administrator
        /// The operator may remove it: this server sends no mail.
        case `operator`
        /// A link may be asked for, which goes to the root user's e-mail address.
        case link
        /// Nothing yet: the waiting period goes on.
        case waiting(Wait)
        /// The waiting period has ended, and the devices may be removed.
        case removal(Wait)
    }

    /// A waiting period, as pages show it.
    package struct Wait: Sendable, Equatable {
        package let startedAt: Timestamp
        package let endsAt: Timestamp
        /// From where it was started.
        package let sourceAddress: String

        package init(startedAt: Timestamp, endsAt: Timestamp, sourceAddress: String) {
            self.startedAt = startedAt
            self.endsAt = endsAt
            self.sourceAddress = sourceAddress
        }

        init(_ recovery: MFARecovery) {
            self.init(
                startedAt: recovery.startedAt, endsAt: recovery.endsAt,
                sourceAddress: recovery.sourceAddress)
        }
    }

    /// What came of asking for a link.
    package enum LinkOutcome: Sendable, Equatable {
        case sent
        /// Too many links were asked for.
        case tooMany(retryAfter: Duration)
        /// A link is not what is offered.
        case notOffered
    }

    /// Why a waiting period ended without its devices being removed.
    enum End: Sendable {
        /// - Parameter name: the ARN of who cancelled it.
        case cancelled(by: String, from: String)
        case deviceUsed(from: String)
    }

    /// How long after the waiting period devices can be removed.
    package static let removalLife = Duration.seconds(7 * 86_400)

    private let services: Services

    package init(_ services: Services) { self.services = services }

    /// Hours of a waiting period that is started now.
    package var waitHours: Int { services.signInSettings.lostDeviceWaitHours }

    // MARK: Before a session

    /// What is offered to somebody who is asked for a second factor; nil when the ticket is not
    /// valid any more.
    package func offer(_ ticket: Secret, _ facts: RequestFacts) async throws -> Offer? {
        guard let question = try await SignIn(services).secondFactorQuestion(ticket, facts) else {
            return nil
        }
        return try await offer(to: question, at: facts.now)
    }

    private func offer(to question: SecondFactorQuestion, at now: Timestamp) async throws -> Offer {
        let account = question.proofs.account
        guard question.proofs.principal == UniqueID(rootOf: account) else { return .administrator }
        // Mail has brought the password already. It must not bring the second factor, too.
        guard question.candidate.account?.passwordCameByMail == false,
            !question.proofs.areForReopening
        else { return .operator }
        if let wait = try await wait(of: account, at: now) {
            return now < wait.endsAt ? .waiting(wait) : .removal(wait)
        }
        return services.mailDelivery == .none ? .operator : .link
    }

    /// Sends the link that starts the waiting period to the root user's address. It ends an earlier
    /// one.
    /// - Parameter address: of the page for a token.
    package func sendLink(
        _ ticket: Secret, _ language: Language, _ facts: RequestFacts,
        address: @escaping @Sendable (RandomToken) -> String
    ) async throws -> LinkOutcome {
        guard let question = try await SignIn(services).secondFactorQuestion(ticket, facts),
            try await offer(to: question, at: facts.now) == .link,
            let account = question.candidate.account
        else { return .notOffered }
        let counted: [AttemptSubject]
        switch try await services.countMail(to: question.proofs.principal) {
        case .waits(let wait): return .tooMany(retryAfter: wait)
        case .admitted(let admission): counted = admission.subjects
        }
        let services = services
        try await services.change(in: account.id) { transaction in
            let token = try MailLink(.lostDevice, in: transaction).make(
                for: account.id, at: facts.now, services)
            try services.passwordAttempts.store(counted, in: transaction)
            try Mail(services).send(
                .lostDeviceLink(
                    address(token), of: account,
                    waitHours: services.signInSettings.lostDeviceWaitHours, language),
                to: account, at: facts.now, in: transaction)
            return AuditEvent("MFARecoveryRequested", byRootOf: account.id, facts).row
        }
        return .sent
    }

    // MARK: The link

    /// The account whose waiting period a link starts; nil when the link is not valid any more.
    package func account(ofLink token: RandomToken, at now: Timestamp) async throws -> AccountID? {
        try await services.database.read {
            try Self.account(ofLink: token, at: now, in: $0)?.id
        }
    }

    /// Starts the waiting period. The link is used up.
    /// - Returns: nil when the link is not valid any more.
    package func start(
        _ token: RandomToken, _ language: Language, _ facts: RequestFacts
    ) async throws -> Wait? {
        guard let account = try await account(ofLink: token, at: facts.now) else { return nil }
        let services = services
        return try await services.change(in: account) { transaction in
            guard let account = try Self.account(ofLink: token, at: facts.now, in: transaction)
            else { return .none(nil) }
            let recoveries = MFARecoveryTable(transaction)
            let recovery = MFARecovery(
                account: account.id, startedAt: facts.now,
                endsAt: facts.now
                    + .seconds(services.signInSettings.lostDeviceWaitHours * 3_600),
                sourceAddress: facts.sourceAddress, userAgent: facts.recordedUserAgent,
                language: language.rawValue)
            try MailLink(.lostDevice, in: transaction).end(for: account.id)
            try recoveries.set(recovery)
            try Mail(services).send(
                .lostDeviceWait(recovery), to: account, at: facts.now, in: transaction)
            return Change(
                Wait(recovery), AuditEvent("MFARecoveryStarted", byRootOf: account.id, facts).row)
        }
    }

    /// The account of a valid link. There is none while a waiting period goes on: a link that was
    /// sent before cannot prolong it, nor begin it anew.
    private static func account(
        ofLink token: RandomToken, at now: Timestamp, in transaction: any Transaction
    ) throws -> Account? {
        guard
            let account = try MailLink(.lostDevice, in: transaction).account(of: token, at: now),
            try recovery(of: account.id, at: now, in: transaction) == nil,
            !account.passwordCameByMail,
            try MFADeviceTable(transaction, of: account.id)
                .count(ownedBy: UniqueID(rootOf: account.id)) > 0
        else { return nil }
        return account
    }

    // MARK: In every session

    /// The waiting period of an account; nil when there is none, or when the time in which devices
    /// could be removed is over.
    package func wait(of account: AccountID, at now: Timestamp) async throws -> Wait? {
        try await services.database.lookUp {
            try Self.recovery(of: account, at: now, in: $0).map { Wait($0) }
        }
    }

    /// Ends the waiting period. Everybody who is signed in to the account may.
    /// - Returns: whether there was one.
    /// - Throws: ``IAMError/invalidClientTokenId`` when the session is not valid.
    package func cancel(by caller: Caller, _ facts: RequestFacts) async throws -> Bool {
        let services = services
        return try await services.change(in: caller.account) { transaction in
            let call = try Call(caller, facts, services, in: transaction)
            let end = End.cancelled(by: "\(call.principal.arn)", from: facts.sourceAddress)
            guard
                try Self.end(
                    of: caller.account, because: end, at: facts.now, services, in: transaction)
            else { return .none(false) }
            return Change(
                true,
                AuditEvent(
                    signInEvent: "MFARecoveryCancelled", of: caller.account,
                    by: AuditIdentity(call.principal, caller), facts
                ).row)
        }
    }

    static func recovery(
        of account: AccountID, at now: Timestamp, in transaction: any Transaction
    ) throws -> MFARecovery? {
        guard let recovery = try MFARecoveryTable(transaction).find(account),
            now < recovery.endsAt + removalLife
        else { return nil }
        return recovery
    }

    /// Ends the waiting period of an account, and tells its root user.
    /// - Returns: whether there was one.
    @discardableResult
    static func end(
        of account: AccountID, because end: End, at now: Timestamp, _ services: Services,
        in transaction: any Transaction
    ) throws -> Bool {
        guard let recovery = try recovery(of: account, at: now, in: transaction),
            let found = try AccountTable(transaction).find(account)
        else { return false }
        try MFARecoveryTable(transaction).delete(account)
        try Mail(services).send(
            .lostDeviceCancelled(recovery, because: end), to: found, at: now, in: transaction)
        return true
    }
}
