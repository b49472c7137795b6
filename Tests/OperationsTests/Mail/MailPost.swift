import IAMIdentifiers
import SMTP
import Store
import Synchronization
import TestSupport
import Workers

@testable import Operations

/// A queue of mail and the mail server that it hands messages to, both of one test.
struct MailPost: Sendable {
    /// The mail server. It takes everything unless it is told to fail.
    final class Server: Sendable {
        private struct State {
            var taken: [EmailMessage] = []
            var tries = 0
            var failure: SMTPFailure?
            var takesFirst = false
        }

        private let state = Mutex(State())

        /// What it got, in order.
        var taken: [EmailMessage] { state.withLock { $0.taken } }
        var subjects: [String] { taken.map(\.subject) }
        var tries: Int { state.withLock { $0.tries } }

        /// - Parameter takesFirst: whether it has a message already when it fails.
        func fail(with failure: SMTPFailure?, afterTaking takesFirst: Bool = false) {
            state.withLock { ($0.failure, $0.takesFirst) = (failure, takesFirst) }
        }

        func take(_ message: EmailMessage) throws(SMTPFailure) {
            let failure = state.withLock { state in
                state.tries += 1
                if state.failure == nil || state.takesFirst { state.taken.append(message) }
                return state.failure
            }
            if let failure { throw failure }
        }
    }

    static let sender = MailSender(
        address: "gatehouse@id.example.com", linkOrigin: "https://id.example.com")
    static let others = AccountID("222222222222")!  // twelve digits

    let service: TestService
    let server = Server()
    let queue: MailQueue

    init() async throws {
        service = try await TestService(mailDelivery: .queue(Self.sender))
        queue = MailQueue(service.services) { [server] message, _ throws(SMTPFailure) in
            try server.take(message)
        }
    }

    /// Another server of the same store and mail server: one that was started later.
    func another() -> MailQueue {
        MailQueue(service.services) { [server] message, _ throws(SMTPFailure) in
            try server.take(message)
        }
    }

    static func message(_ subject: String, link: String? = nil) -> MailMessage {
        let text = MailMessage.Part.text(BilingualText("Something happened.", "일이 있었습니다."))
        let link = link.map { MailMessage.Part.link($0, label: BilingualText("Open", "열기")) }
        return MailMessage(
            .english, subject: BilingualText(subject, subject), [text] + (link.map { [$0] } ?? []))
    }

    func send(_ subjects: String..., link: String? = nil, to account: Account? = nil) async throws {
        let (mail, now) = (Mail(service.services), service.clock.now)
        let account = account ?? service.account
        try await service.services.database.write { transaction in
            for subject in subjects {
                try mail.send(
                    Self.message(subject, link: link), to: account, at: now, in: transaction)
            }
        }
    }

    /// Another account.
    func otherAccount() async throws -> Account {
        let account = Account(
            id: Self.others, name: "Other", email: "other@example.com", passwordHash: "",
            passwordChangedAt: service.clock.now, createdAt: service.clock.now)
        try await service.services.database.write { transaction in
            _ = try AccountTable(transaction).insert(account)
        }
        return account
    }

    /// Everything that waits or was given up.
    func rows() async throws -> [QueuedMail] {
        try await service.services.database.read {
            try MailTable($0).queue(failedOnly: false, limit: 1_000)
        }
    }

    /// The one message that waits or was given up.
    func row() async throws -> QueuedMail {
        let rows = try await rows()
        guard rows.count == 1 else { throw TestError.noSuchOperation("\(rows.count) messages") }
        return rows[0]
    }
}
