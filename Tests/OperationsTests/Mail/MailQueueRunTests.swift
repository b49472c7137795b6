import IAMIdentifiers
import SMTP
import Store
import TestSupport
import Testing
import Workers

@testable import Operations

/// The queue while a server runs.
@Suite struct MailQueueRunTests {
    /// Returns when the condition holds.
    private func wait(until condition: () async throws -> Bool) async rethrows {
        while try await !condition() { await Task.yield() }
    }

    @Test("what is queued rings the bell, and what was rung before is heard")
    func rings() async throws {
        let post = try await MailPost()
        let bell = post.service.services.mailBell
        var rings = bell.rings().makeAsyncIterator()
        #expect(await rings.next() != nil)
        try await post.send("One", "Two")
        #expect(await rings.next() != nil)
        var later = bell.rings().makeAsyncIterator()
        #expect(await later.next() != nil)
    }

    @Test("what is queued before and while it runs is delivered")
    func runs() async throws {
        let post = try await MailPost()
        try await post.send("Before")
        let running = Task { await post.queue.run() }
        await wait { post.server.subjects == ["Before"] }
        try await post.send("One", "Two")
        await wait { post.server.taken.count == 3 }
        try await wait { try await post.rows().isEmpty }
        running.cancel()
        await running.value
    }

    @Test("a server that hangs on one account's message takes another's, and gives back at the end")
    func hangs() async throws {
        let post = try await MailPost()
        let other = try await post.otherAccount()
        let server = post.server
        let queue = MailQueue(post.service.services) { message, ticket throws(SMTPFailure) in
            guard message.subject == "Hangs" else { return try server.take(message) }
            while (try? ticket.check()) != nil {}
            throw .interrupted
        }
        try await post.send("Hangs", "Waits")
        let running = Task { await queue.run() }
        try await wait { try await post.rows().contains { $0.progress.isClaimed } }
        try await post.send("Passes", to: other)
        await wait { server.subjects == ["Passes"] }
        running.cancel()
        await running.value
        let left = try await post.rows()
        #expect(left.map(\.subject) == ["Hangs", "Waits"])
        #expect(left.allSatisfy { !$0.progress.isClaimed && $0.progress.attempts == 0 })
        #expect(server.subjects == ["Passes"])
    }

    @Test("that mail is not delivered is logged once, and without what it says")
    func logs() async throws {
        let recorder = LogRecorder()
        let service = try await TestService(
            mailDelivery: .queue(MailPost.sender), logger: recorder.logger)
        let server = MailPost.Server()
        let queue = MailQueue(service.services) { message, _ throws(SMTPFailure) in
            try server.take(message)
        }
        let (mail, account, now) = (Mail(service.services), service.account, service.clock.now)
        try await service.services.database.write { transaction in
            for subject in ["One", "Two"] {
                try mail.send(
                    MailPost.message(subject), to: account, at: now, in: transaction)
            }
        }
        server.fail(with: .notNow("mail.example:587: timed out"))
        while await queue.deliverNext() {}
        server.fail(with: nil)
        service.clock.advance(by: .seconds(60))
        while await queue.deliverNext() {}
        let lines = recorder.lines.filter { $0.contains("mail is") }
        #expect(lines.count == 2, "\(lines)")
        #expect(lines[0].contains("not delivered") && lines[0].contains("timed out"))
        #expect(lines[1].contains("delivered again"))
        #expect(!recorder.lines.contains { $0.contains("Something happened") })
    }
}
