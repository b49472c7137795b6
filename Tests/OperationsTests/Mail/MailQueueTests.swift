import IAMIdentifiers
import SMTP
import Store
import TestSupport
import Testing

@testable import Operations

/// What becomes of queued messages.
@Suite struct MailQueueTests {
    @Test("a message is handed over as it was written, and is not kept")
    func delivers() async throws {
        let post = try await MailPost()
        try await post.send("Hello", link: "https://id.example.com/x")
        #expect(try await post.row().progress.nextAttemptAt == post.service.clock.now)
        #expect(await post.queue.deliverNext())
        let taken = try #require(post.server.taken.first)
        #expect(taken.sender.description == MailPost.sender.address)
        #expect(taken.recipient.description == TestService.rootEmail)
        #expect(taken.subject == "Hello" && taken.language == "en")
        #expect(taken.text == "Something happened.\n\nhttps://id.example.com/x\n")
        #expect(taken.html.contains("<a href=\"https://id.example.com/x\">Open</a>"))
        #expect(taken.date == post.service.clock.now)
        #expect(try await post.rows().isEmpty)
        #expect(await post.queue.deliverNext() == false)
    }

    @Test("a message that is not taken is tried again after growing pauses, for two days")
    func backsOff() async throws {
        let post = try await MailPost()
        post.server.fail(with: .notNow("451 later"))
        try await post.send("Hello")
        var waited = Duration.zero
        for (index, pause) in MailQueue.pauses.enumerated() {
            // Another server goes on where the one before stopped.
            let queue = post.another()
            #expect(await queue.deliverNext())
            let progress = try await post.row().progress
            #expect(progress.attempts == index + 1 && progress.lastError == "451 later")
            #expect(progress.nextAttemptAt == post.service.clock.now + pause)
            #expect(progress.failedAt == nil && !progress.isClaimed)
            post.service.clock.advance(by: pause - .seconds(1))
            #expect(await queue.deliverNext() == false)
            post.service.clock.advance(by: .seconds(1))
            waited += pause
        }
        #expect(Duration.seconds(40 * 3_600) < waited && waited < .seconds(50 * 3_600))
        #expect(await post.queue.deliverNext())
        let progress = try await post.row().progress
        #expect(progress.failedAt == post.service.clock.now && progress.nextAttemptAt == nil)
        #expect(progress.attempts == post.server.tries)
        post.service.clock.advance(by: .seconds(86_400))
        #expect(await post.queue.deliverNext() == false)
    }

    @Test("a message has the same name at each try, and no other message has it")
    func name() async throws {
        let post = try await MailPost()
        try await post.send("One", "Two")
        // The server has them, and its answer is lost.
        post.server.fail(with: .notNow("timed out"), afterTaking: true)
        while await post.queue.deliverNext() {}
        post.service.clock.advance(by: .seconds(60))
        while await post.queue.deliverNext() {}
        // The numbers of messages that are gone are given again.
        post.server.fail(with: nil)
        post.service.clock.advance(by: .seconds(300))
        while await post.queue.deliverNext() {}
        try await post.send("Three")
        while await post.queue.deliverNext() {}
        let names = post.server.taken.map(\.messageID)
        #expect(post.server.subjects == ["One", "Two", "One", "Two", "One", "Two", "Three"])
        #expect(names[0] == names[2] && names[0] == names[4] && names[1] == names[3])
        #expect(Set<ExactText>(names.map { ExactText($0) }).count == 3)
        #expect(names.allSatisfy { $0.ends(with: "@id.example.com") })
    }

    @Test("a message that is refused for good is given up at once, and kept for thirty days")
    func refused() async throws {
        let post = try await MailPost()
        post.server.fail(with: .refused("550 no such user"))
        try await post.send("Hello")
        #expect(await post.queue.deliverNext())
        let progress = try await post.row().progress
        #expect(progress.failedAt == post.service.clock.now)
        #expect(progress.lastError == "550 no such user" && progress.attempts == 1)
        post.service.clock.advance(by: MailQueue.failedLife + .seconds(1))
        post.server.fail(with: nil)
        try await post.send("Another")
        while await post.queue.deliverNext() {}
        #expect(try await post.rows().isEmpty)
        #expect(post.server.subjects == ["Another"])
    }

    @Test("a message whose link has ended is not sent")
    func linkEnded() async throws {
        let post = try await MailPost()
        try await post.send("Link", link: "https://id.example.com/x")
        post.service.clock.advance(by: MailLink.life)
        #expect(await post.queue.deliverNext())
        #expect(post.server.tries == 0)
        let progress = try await post.row().progress
        #expect(progress.failedAt != nil && progress.lastError?.contains("link") == true)
        // One that could be tried again only after that is given up with the reason.
        post.server.fail(with: .notNow("451 later"))
        try await post.send("Second", link: "https://id.example.com/x")
        for pause in [0, 60, 300] {
            post.service.clock.advance(by: .seconds(pause))
            #expect(await post.queue.deliverNext())
        }
        let second = try await post.rows()[1].progress
        #expect(second.attempts == 3 && second.failedAt != nil && second.lastError == "451 later")
    }

    @Test("of two servers one sends a message; when it dies, the other does later")
    func lease() async throws {
        let post = try await MailPost()
        try await post.send("Hello")
        let now = post.service.clock.now
        let claim = try await post.service.services.database.write { transaction in
            try MailTable(transaction).claim(
                at: now, until: now + MailQueue.lease, leavingOut: [])
        }
        let claimed = try #require(claim)
        #expect(claimed.progress.isClaimed && claimed.progress.attempts == 1)
        #expect(await post.another().deliverNext() == false)
        post.service.clock.advance(by: MailQueue.lease)
        post.server.fail(with: .notNow("451 later"))
        #expect(await post.another().deliverNext())
        #expect(try await post.row().progress.attempts == 2)
        // The first was only slow, and has no say any more.
        try await post.service.services.database.write { transaction in
            let table = MailTable(transaction)
            try table.delete(claimed)
            try table.release(claimed, at: now)
            try table.endClaim(claimed, because: "late", next: nil, at: now)
        }
        let progress = try await post.row().progress
        #expect(progress.lastError == "451 later" && progress.attempts == 2)
        #expect(progress.failedAt == nil)
    }

    @Test("of an account at most fifty messages wait and fifty are kept: the newest")
    func bound() async throws {
        let post = try await MailPost()
        let other = try await post.otherAccount()
        try await post.send("Other", to: other)
        for n in 1...Mail.waitingPerAccount + 3 { try await post.send("\(n)") }
        let rows = try await post.rows().filter { $0.account == TestService.accountID }
        let givenUp = rows.filter { $0.progress.failedAt != nil }
        #expect(rows.count == 53 && givenUp.map(\.subject) == ["1", "2", "3"])
        #expect(givenUp[0].progress.lastError == "50 newer messages waited")
        for n in 54...160 { try await post.send("\(n)") }
        let left = try await post.rows()
        #expect(left.filter { $0.account == other.id }.map(\.subject) == ["Other"])
        let ours = left.filter { $0.account != other.id }.map(\.subject)
        #expect(ours == (61...160).map { "\($0)" })
    }

    @Test("accounts that have messages waiting take turns")
    func turns() async throws {
        let post = try await MailPost()
        let other = try await post.otherAccount()
        try await post.send("a", "b", "c")
        post.service.clock.advance(by: .seconds(1))
        try await post.send("x", to: other)
        while await post.queue.deliverNext() {}
        #expect(post.server.subjects == ["a", "x", "b", "c"])
    }

    @Test("an account gets thirty notices at once and then one in two minutes, and links at once")
    func pace() async throws {
        let post = try await MailPost()
        let other = try await post.otherAccount()
        for n in 1...MailPace.atOnce + 3 { try await post.send("\(n)") }
        try await post.send("Other", to: other)
        while await post.queue.deliverNext() {}
        #expect(post.server.taken.count == 31 && post.server.subjects.contains("Other"))
        #expect(post.server.subjects.last == "30")
        try await post.send("Link", link: "https://id.example.com/x")
        #expect(await post.queue.deliverNext())
        #expect(post.server.subjects.last == "Link")
        #expect(await post.queue.deliverNext() == false)
        for n in 31...33 {
            post.service.clock.advance(by: MailPace.interval)
            #expect(await post.queue.deliverNext())
            #expect(post.server.subjects.last == "\(n)")
            #expect(await post.queue.deliverNext() == false)
        }
    }

    @Test("of several that deliver at once each message is sent by one")
    func concurrently() async throws {
        let post = try await MailPost()
        let other = try await post.otherAccount()
        for n in 1...10 {
            try await post.send("\(n)")
            try await post.send("\(10 + n)", to: other)
        }
        await withDiscardingTaskGroup { group in
            for queue in [post.queue, post.another(), post.another()] {
                for _ in 0..<2 {
                    group.addTask { while await queue.deliverNext() {} }
                }
            }
        }
        // Whoever found none while another had the last has stopped.
        while await post.queue.deliverNext() {}
        #expect(post.server.subjects.compactMap { Int($0) }.sorted() == Array(1...20))
        #expect(try await post.rows().isEmpty)
    }

    @Test("a message that the keys do not open is given up")
    func sealed() async throws {
        let post = try await MailPost()
        try await post.send("Hello")
        try await post.service.services.database.write { transaction in
            try transaction.execute("UPDATE mail SET sealed_html = sealed_text")
        }
        #expect(await post.queue.deliverNext())
        #expect(try await post.row().progress.failedAt != nil)
        #expect(post.server.tries == 0)
    }

    @Test("a message to an address that SMTP does not take is given up")
    func address() async throws {
        let post = try await MailPost()
        var account = post.service.account
        account.email = "a@b\r\nBcc: c@d"
        try await post.send("Hello", to: account)
        #expect(await post.queue.deliverNext())
        #expect(try await post.row().progress.lastError == "mail cannot be sent to this address")
        #expect(post.server.tries == 0)
    }
}
