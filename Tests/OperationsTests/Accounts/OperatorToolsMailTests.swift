import IAMIdentifiers
import SMTP
import Store
import TestSupport
import Testing

@testable import Operations

/// What the operator does with messages that were not delivered.
@Suite struct OperatorToolsMailTests {
    @Test("a message that was given up is tried anew, which is recorded")
    func retries() async throws {
        let post = try await MailPost()
        let tools = OperatorTools(post.service.services)
        post.server.fail(with: .refused("550 no"))
        try await post.send("One", "Two")
        while await post.queue.deliverNext() {}
        #expect(try await tools.queuedMail(failedOnly: true).map(\.subject) == ["One", "Two"])
        post.server.fail(with: nil)
        let id = MailID(try await post.rows()[1])
        try await tools.retryMail(id)
        #expect(try await tools.queuedMail(failedOnly: true).map(\.subject) == ["One"])
        #expect(try await post.rows()[1].progress.attempts == 0)
        while await post.queue.deliverNext() {}
        #expect(post.server.subjects == ["Two"])
        let record = try #require(
            try await post.service.auditRecords().first { $0.name == "MailRetried" })
        #expect(record.record.contains("\"messages\":[\"\(id)\"]"))
        await #expect(throws: MailRefusal.noSuchMessage(id)) { try await tools.retryMail(id) }
    }

    @Test("all are tried at once, but those that are being sent and those whose link has ended")
    func retriesAll() async throws {
        let post = try await MailPost()
        let tools = OperatorTools(post.service.services)
        let other = try await post.otherAccount()
        post.server.fail(with: .notNow("451 later"))
        try await post.send("Link", link: "https://id.example.com/x")
        _ = await post.queue.deliverNext()
        post.service.clock.advance(by: MailLink.life)
        try await post.send("Ours")
        try await post.send("Theirs", to: other)
        while await post.queue.deliverNext() {}
        try await post.send("Being sent")
        let now = post.service.clock.now
        try await post.service.services.database.write { transaction in
            _ = try MailTable(transaction).claim(
                at: now, until: now + MailQueue.lease, leavingOut: [])
        }
        let ids = Dictionary<String, MailID>(
            uniqueKeysWithValues: try await post.rows().map { ($0.subject, MailID($0)) })
        let retried = try await tools.retryAllMail()
        #expect(Set<MailID?>(retried) == [ids["Ours"], ids["Theirs"]])
        let link = try #require(ids["Link"])
        await #expect(throws: MailRefusal.linkEnded(link)) { try await tools.retryMail(link) }
        let sent = try #require(ids["Being sent"])
        await #expect(throws: MailRefusal.beingSent(sent)) { try await tools.retryMail(sent) }
        post.server.fail(with: nil)
        while await post.queue.deliverNext() {}
        #expect(
            post.server.subjects == ["Ours", "Theirs"]
                || post.server.subjects == ["Theirs", "Ours"])
    }

    @Test("commands queue mail as the server does")
    func recordsSender() async throws {
        let post = try await MailPost()
        try await Mail(post.service.services).recordSender()
        let sender = try await post.service.services.database.read {
            try MailSenderTable($0).find()
        }
        #expect(sender == MailPost.sender)
        #expect(try await Mail(post.service.services).isAnyWaiting() == false)
        try await post.send("Hello")
        #expect(try await Mail(post.service.services).isAnyWaiting())
    }

    @Test("a message is named by its account and its number")
    func ids() throws {
        #expect(MailID("123456789012-7")?.description == "123456789012-7")
        for text in ["", "7", "123456789012", "123456789012-0", "123456789012-x", "1-2-3", "12-7"] {
            #expect(MailID(text) == nil, "\(text)")
        }
    }
}
