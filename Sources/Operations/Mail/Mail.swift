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

    private let services: Services

    package init(_ services: Services) { self.services = services }

    /// Sends a message to an account's root user, when the transaction commits: with what the
    /// message tells about, or not at all. Without a way to deliver mail it sends nothing.
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
                language: message.language.rawValue, createdAt: now))
        try table.keepNewest(Self.kept)
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
