import IAMIdentifiers
import Store
import TestSupport
import Testing

@testable import Operations

@Suite struct MailTests {
    private static func message(_ subject: String) -> MailMessage {
        MailMessage(
            .korean, subject: BilingualText("", subject),
            [
                .text(BilingualText("", "\"A\" & <b>")),
                .link("http://localhost/x?a=1&b=2", label: BilingualText("", "Open <it>")),
                .text(BilingualText("", "The end.")),
            ])
    }

    @Test("a message is written as text and as HTML, with its link once in each")
    func forms() {
        let message = Self.message("A & <B>")
        #expect(message.text == "\"A\" & <b>\n\nhttp://localhost/x?a=1&b=2\n\nThe end.\n")
        let html = message.html
        #expect(html.contains("<html lang=\"ko\">"))
        #expect(html.contains("<title>A &amp; &lt;B&gt;</title>"))
        #expect(html.contains("<p>&quot;A&quot; &amp; &lt;b&gt;</p>"))
        #expect(
            html.contains("<a href=\"http://localhost/x?a=1&amp;b=2\">Open &lt;it&gt;</a>"))
        #expect(html.components(separatedBy: "http").count == 2)
    }

    @Test(
        "a message is sent with its transaction or not at all, sealed, and read as it was written")
    func sending() async throws {
        let service = try await TestService()
        let mail = Mail(service.services)
        let account = service.account
        let now = service.clock.now
        struct Failure: Error {}
        await #expect(throws: Failure.self) {
            try await service.services.database.write { transaction in
                try mail.send(Self.message("lost"), to: account, at: now, in: transaction)
                throw Failure()
            }
        }
        #expect(try await mail.newest().isEmpty)
        try await service.services.database.write { transaction in
            try mail.send(Self.message("one"), to: account, at: now, in: transaction)
            try mail.send(Self.message("two"), to: account, at: now, in: transaction)
        }
        let sent = try await mail.newest()
        #expect(sent.map(\.subject) == ["two", "one"])
        #expect(sent[0].recipient == TestService.rootEmail)
        #expect(sent[0].sender == "gatehouse@localhost")
        #expect(sent[0].text == Self.message("").text && sent[0].html == Self.message("two").html)
        #expect(sent[0].at == now)
        let rows = try await StoreContents(of: service.services.database).rows["mail"] ?? []
        #expect(!rows.isEmpty && rows.allSatisfy { !"\($0)".contains("The end") })
    }

    @Test("a thousand messages are kept, the newest")
    func bound() async throws {
        let service = try await TestService()
        let mail = Mail(service.services)
        let (account, now) = (service.account, service.clock.now)
        try await service.services.database.write { transaction in
            for n in 1...Mail.kept + 3 {
                try mail.send(Self.message("\(n)"), to: account, at: now, in: transaction)
            }
        }
        let sent = try await mail.newest()
        #expect(sent.count == 1_000)
        #expect(sent.first?.subject == "1003" && sent.last?.subject == "4")
    }

    @Test("a server that cannot deliver mail keeps none")
    func notSetUp() async throws {
        let service = try await TestService(mailDelivery: .none)
        let mail = Mail(service.services)
        let (account, now) = (service.account, service.clock.now)
        try await service.services.database.write { transaction in
            try mail.send(Self.message("one"), to: account, at: now, in: transaction)
        }
        #expect(try await mail.newest().isEmpty)
        #expect(MailDelivery.none.linkOrigin(asked: "http://localhost") == nil)
    }
}

extension String {
    fileprivate func components(separatedBy text: String) -> [Substring] {
        split(separator: text, omittingEmptySubsequences: false)
    }
}
