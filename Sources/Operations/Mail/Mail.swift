import Credentials
package import IAMIdentifiers
package import Store

/// The mail that the server sends.
package struct Mail: Sendable {
    /// A message of the queue, opened.
    package struct Sent: Sendable, Equatable {
        package let recipient: String
        package let sender: String
        package let subject: String
        package let text: String
        package let html: String
        package let at: Timestamp

        package init(
            recipient: String, sender: String, subject: String, text: String, html: String,
            at: Timestamp
        ) {
            self.recipient = recipient
            self.sender = sender
            self.subject = subject
            self.text = text
            self.html = html
            self.at = at
        }
    }

    /// Messages that development mode keeps.
    package static let kept = 1_000
    /// Messages of one account that may wait to be sent. For one more, the oldest is given up:
    /// of several links for the same thing only the newest works.
    package static let waitingPerAccount = 50
    /// Messages of one account that were given up and are kept.
    package static let failedPerAccount = 50

    private let services: Services

    package init(_ services: Services) { self.services = services }

    /// How many messages wait to be sent, and how many were given up; nil where none are sent.
    package func lengths() async throws -> (waiting: Int, failed: Int)? {
        guard case .queue = services.mailDelivery else { return nil }
        return try await services.database.read { try MailTable($0).lengths() }
    }

    /// Sends a message to an account's root user, when the transaction commits: with what the
    /// message tells about, or not at all. Without a way to deliver mail it sends nothing.
    ///
    /// Where mail is sent by a server, the message waits in the store; see ``MailQueue``.
    /// - Parameter address: another address that is to get it, such as one that is to become the
    ///   root user's.
    package func send(
        _ message: MailMessage, to account: Account, address: String? = nil, at now: Timestamp,
        in transaction: any Transaction
    ) throws {
        guard let sender = services.mailDelivery.sender else { return }
        let table = MailTable(transaction)
        let id = try table.nextID(in: account.id)
        func sealed(_ text: String, as form: String) throws -> [UInt8] {
            try services.sealer.seal(
                Array(text.utf8), for: QueuedMail.sealingContext(form, of: id, in: account.id))
        }
        try table.append(
            QueuedMail(
                account: account.id, id: id, recipient: address ?? account.email, sender: sender,
                subject: message.subject, sealedText: sealed(message.text, as: "text"),
                sealedHTML: sealed(message.html, as: "html"),
                language: message.language.rawValue, createdAt: now,
                progress: progress(of: message, at: now)))
        switch services.mailDelivery {
        case .none: break
        case .development: try table.keepNewest(Self.kept)
        case .queue:
            try bound(account.id, at: now, in: table)
            services.mailBell.ring()
        }
    }

    private func progress(of message: MailMessage, at now: Timestamp) -> MailProgress {
        switch services.mailDelivery {
        case .none, .development: MailProgress()
        case .queue:
            MailProgress(nextAttemptAt: now, uselessAfter: message.goodFor.map { now + $0 })
        }
    }

    /// Gives up and deletes what an account has more of than it may.
    func bound(_ account: AccountID, at now: Timestamp, in table: MailTable) throws {
        try table.bound(
            account, waiting: Self.waitingPerAccount, failed: Self.failedPerAccount,
            because: "\(Self.waitingPerAccount) newer messages waited", at: now)
    }

    /// Writes down how this server sends mail, for the commands beside it.
    package func recordSender() async throws {
        let sender: MailSender? =
            if case .queue(let sender) = services.mailDelivery { sender } else { nil }
        try await services.database.write { transaction in
            let table = MailSenderTable(transaction)
            if try table.find() != sender { try table.set(sender) }
        }
    }

    /// Whether messages wait to be sent.
    package func isAnyWaiting() async throws -> Bool {
        try await services.database.read {
            try MailTable($0).isAnyDue(at: Timestamp(microseconds: .max))
        }
    }

    /// All messages that are kept, the newest first.
    package func newest() async throws -> [Sent] {
        try await services.database.read { transaction in
            try MailTable(transaction).newest(Self.kept).map { mail in
                func opened(_ sealed: [UInt8], as form: String) throws -> String {
                    let context = QueuedMail.sealingContext(form, of: mail.id, in: mail.account)
                    return try services.sealer.openSecret(sealed, for: context).reveal()
                }
                return Sent(
                    recipient: mail.recipient, sender: mail.sender, subject: mail.subject,
                    text: try opened(mail.sealedText, as: "text"),
                    html: try opened(mail.sealedHTML, as: "html"), at: mail.createdAt)
            }
        }
    }
}
