import Credentials
import IAMIdentifiers
import Logging
package import SMTP
import Store
package import Workers

/// Delivers the messages that ``Mail`` has queued, beside the listener.
///
/// A message stays in the store until the mail server has taken it: one that a crash interrupts is
/// sent again, with the same Message-ID. Whoever sends a message has claimed it for a while, so
/// that of several servers of one store one sends it. What is not delivered is tried again after
/// longer and longer pauses, and given up after two days, or at once if the server refuses it for
/// good or its link has ended. Messages that were given up are kept for the operator. See
/// `Decisions/0045`.
package actor MailQueue {
    /// Hands one message to the mail server, on a thread that may wait for it.
    package typealias Transport =
        @Sendable (EmailMessage, WorkerTicket) throws(SMTPFailure) -> Void

    /// Messages that are sent at once. Each account has one of them at most.
    static let places = 4
    /// How often the store is looked at for what nobody rang for: messages that are due again, and
    /// those of commands and of other servers.
    static let interval = Duration.seconds(2)
    /// How long a claim holds. The mail server's time-out is shorter.
    static let lease = Duration.seconds(180)
    /// How long after each try the next one follows.
    static let pauses: [Duration] = [
        .seconds(60), .seconds(300), .seconds(900), .seconds(3_600), .seconds(2 * 3_600),
        .seconds(4 * 3_600), .seconds(8 * 3_600), .seconds(12 * 3_600), .seconds(20 * 3_600),
    ]
    /// How long messages that were given up are kept.
    static let failedLife = Duration.seconds(30 * 86_400)
    /// Accounts that are remembered as served in this round.
    private static let longestRound = 1_000

    private let services: Services
    private let transport: Transport
    private let workers = WorkerPool<AccountID>(
        .init(threads: places, runningPerKey: 1, waiting: places, waitingPerKey: 1, niceness: 5))
    /// Whose message is being sent.
    private var busy: Set<AccountID> = []
    /// Whose turn has been while others wait.
    private var served: Set<AccountID> = []
    private var pace = MailPace()
    private var isInTrouble = false

    package init(_ services: Services, transport: @escaping Transport) {
        self.services = services
        self.transport = transport
    }

    /// Delivers until the task is cancelled. Messages that are being sent then are given back.
    package func run() async {
        await withDiscardingTaskGroup { group in
            group.addTask { await self.watch() }
            for await _ in services.mailBell.rings() {
                while busy.count < Self.places, let mail = await claim() {
                    group.addTask {
                        await self.deliver(mail)
                        self.services.mailBell.ring()
                    }
                }
            }
        }
    }

    /// Delivers one message that is due.
    /// - Returns: whether there was one.
    func deliverNext() async -> Bool {
        guard let mail = await claim() else { return false }
        await deliver(mail)
        return true
    }

    /// Rings for what is due. A look is a read of one row.
    private func watch() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: Self.interval)  // a cancelled sleep ends the loop
            let now = services.now()
            let isAnyDue = try? await services.database.lookUp {
                try MailTable($0).isAnyDue(at: now)
            }
            if isAnyDue == true { services.mailBell.ring() }
        }
    }

    /// Claims the message that has been due longest, of an account whose turn it is. Accounts that
    /// have messages waiting take turns.
    private func claim() async -> QueuedMail? {
        let (now, busy, served) = (services.now(), busy, served)
        let paced = pace.waiting(at: services.elapsed())
        // What a store that fails is about, StoreWatch says. The next look tries again.
        let mail = try? await services.database.write { transaction in
            let table = MailTable(transaction)
            let end = now + Self.lease
            let next = try table.claim(
                at: now, until: end, leavingOut: busy.union(served), unhurried: paced)
            guard next == nil, !served.isEmpty else { return next }
            return try table.claim(at: now, until: end, leavingOut: busy, unhurried: paced)
        }
        guard let mail else { return nil }
        if self.served.contains(mail.account) || self.served.count >= Self.longestRound {
            self.served = []
        }
        self.served.insert(mail.account)
        self.busy.insert(mail.account)
        return mail
    }

    // MARK: One message

    /// What became of a try.
    private enum Outcome: Sendable {
        case delivered
        case notNow(String)
        case givenUp(String)
        /// Nothing was tried, or the try was broken off.
        case released
    }

    private func deliver(_ mail: QueuedMail) async {
        let outcome = await attempt(mail)
        busy.remove(mail.account)
        if case .delivered = outcome, mail.progress.uselessAfter == nil {
            pace.count(mail.account, at: services.elapsed())
        }
        report(outcome)
        do {
            try await settle(mail, outcome)
        } catch {
            services.logger.error(
                "what became of a message cannot be written; it is sent again",
                metadata: ["mail": "\(MailID(mail))", "cause": "\(error)"])
        }
    }

    private func attempt(_ mail: QueuedMail) async -> Outcome {
        if let end = mail.progress.uselessAfter, end <= services.now() {
            return .givenUp(mail.progress.lastError ?? "its link ended before it was sent")
        }
        let message: EmailMessage
        do throws(SealingError) {
            guard let composed = try compose(mail) else {
                return .givenUp("mail cannot be sent to this address")
            }
            message = composed
        } catch {
            return .givenUp("the master key does not open it")
        }
        do {
            try await workers.run(for: mail.account) { [transport] ticket in
                try transport(message, ticket)
            }
            return .delivered
        } catch SMTPFailure.refused(let reason) {
            return .givenUp(reason)
        } catch SMTPFailure.notNow(let reason) {
            return .notNow(reason)
        } catch {
            return .released
        }
    }

    private func compose(_ mail: QueuedMail) throws(SealingError) -> EmailMessage? {
        guard let sender = EmailAddress(services.mailDelivery.sender ?? mail.sender),
            let recipient = EmailAddress(mail.recipient)
        else { return nil }
        let text = try services.sealer.openSecret(
            mail.sealedText,
            for: QueuedMail.sealingContext("text", of: mail.id, in: mail.account))
        let html = try services.sealer.openSecret(
            mail.sealedHTML,
            for: QueuedMail.sealingContext("html", of: mail.id, in: mail.account))
        return EmailMessage(
            from: sender, to: recipient, subject: mail.subject, text: text.reveal(),
            html: html.reveal(), language: mail.language, date: mail.createdAt,
            name: "\(mail.createdAt.microseconds).\(mail.id).\(mail.account)")
    }

    private func settle(_ mail: QueuedMail, _ outcome: Outcome) async throws {
        let services = services
        let now = services.now()
        try await services.database.write { transaction in
            let table = MailTable(transaction)
            switch outcome {
            case .delivered: try table.delete(mail)
            case .released: try table.release(mail, at: now)
            case .notNow(let reason):
                let next = Self.next(after: mail, at: now)
                try table.endClaim(mail, because: reason, next: next, at: now)
            case .givenUp(let reason):
                try table.endClaim(mail, because: reason, next: nil, at: now)
            }
            try Mail(services).bound(mail.account, at: now, in: table)
            try table.deleteFailed(before: now - Self.failedLife)
        }
        if case .givenUp(let reason) = outcome {
            services.logger.error(
                "a message was given up; see `gatehouse mail list`",
                metadata: ["mail": "\(MailID(mail))", "cause": "\(reason)"])
        }
    }

    /// When a message is tried again that was not delivered; nil when it is not.
    private static func next(after mail: QueuedMail, at now: Timestamp) -> Timestamp? {
        guard pauses.indices.contains(mail.progress.attempts - 1) else { return nil }
        let next = now + pauses[mail.progress.attempts - 1]
        if let end = mail.progress.uselessAfter, end <= next { return nil }
        return next
    }

    /// Says once that mail is not delivered, and once that it is again.
    private func report(_ outcome: Outcome) {
        switch outcome {
        case .delivered: services.metrics.triedMail("delivered")
        case .notNow: services.metrics.triedMail("deferred")
        case .givenUp: services.metrics.triedMail("given_up")
        case .released: break
        }
        switch outcome {
        case .notNow(let reason) where !isInTrouble:
            isInTrouble = true
            services.logger.warning("mail is not delivered", metadata: ["cause": "\(reason)"])
        case .delivered where isInTrouble:
            isInTrouble = false
            services.logger.notice("mail is delivered again")
        case .delivered, .notNow, .givenUp, .released: break
        }
    }
}
