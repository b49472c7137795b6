import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

@testable import Console

/// The event history, on a real pipeline and store.
@Suite struct EventHistoryTests {
    private static func names(_ text: String) -> [String] {
        text.matches(of: /href="\/console\/cloudtrail\/events\/[0-9a-f-]{36}">(\w+)</)
            .map { String($0.1) }
    }

    @Test("events are found by who, what and about what, each with the way to its record")
    func finds() async throws {
        let service = try await TestService(users: ["bob"])
        try await service.run(IAM.CreateGroup.self, .init(groupName: "devs"))
        await service.services.afterwards.flush()
        let browser = try await ConversationTests.root(of: service)
        for (page, found) in [
            (EventHistoryPage(filter: .eventName, value: "CreateUser"), ["CreateUser"]),
            (EventHistoryPage(filter: .resourceName, value: "devs"), ["CreateGroup"]),
            (EventHistoryPage(filter: .userName, value: "nobody"), []),
            (EventHistoryPage(filter: .resourceType, value: "AWS::IAM::User"), ["CreateUser"]),
        ] {
            let answer = await browser.get(page)
            #expect(answer.status == 200)
            #expect(Self.names(answer.text) == found)
        }
        let all = Self.names(await browser.get(EventHistoryPage()).text)
        #expect(all.contains("CreateUser") && all.contains("ConsoleLogin"))
        let changes = Self.names(await browser.get(EventHistoryPage(filter: .changes)).text)
        #expect(!changes.contains("LookupEvents") && changes.contains("CreateGroup"))
        let day = String(service.clock.now.iso8601.prefix(10))
        let today = await browser.get(EventHistoryPage(from: day, to: day))
        #expect(Self.names(today.text).contains("CreateUser"))
        let before = await browser.get(EventHistoryPage(to: "2026-01-01"))
        #expect(Self.names(before.text).isEmpty)
    }

    @Test("a day that is none, and an end before the beginning, are told at their boxes")
    func refuses() async throws {
        let browser = try await ConversationTests.root(of: TestService())
        for (page, box) in [
            (EventHistoryPage(from: "yesterday"), "from"),
            (EventHistoryPage(to: "2026-13-01"), "to"),
            (EventHistoryPage(from: "2026-11-02", to: "2026-11-01"), "from"),
            (
                EventHistoryPage(
                    filter: .userName, value: String(repeating: "_", count: 1_001)), "value"
            ),
        ] {
            let answer = await browser.get(page)
            #expect(answer.status == 400)
            #expect(answer.text.contains("field-\(box)-error"))
        }
    }

    @Test("a further page begins where the last one ended")
    func pages() async throws {
        let service = try await TestService()
        let now = service.clock.now
        try await service.services.database.write { transaction in
            for number in 0..<60 {
                try AuditEventTable(transaction).append(
                    .init(
                        account: TestService.accountID,
                        id: "00000000-0000-0000-0000-0000000000\(number + 10)",
                        at: now - .seconds(number), name: "Numbered", record: "{}"), nil)
            }
        }
        let browser = try await ConversationTests.root(of: service)
        var page = EventHistoryPage(filter: .eventName, value: "Numbered")
        let first = await browser.get(page)
        #expect(Self.names(first.text).count == 50)
        page.after = try #require(first.text.firstMatch(of: /after=([^"&]+)/).map { String($0.1) })
        let second = await browser.get(page)
        #expect(Self.names(second.text).count == 10)
        #expect(second.text.contains("Latest events"))
        page.value = "Other"
        #expect(await browser.get(page).status == 400)
    }

    @Test("one event has its record in lines; one that is not there is not found")
    func record() async throws {
        let service = try await TestService(users: ["bob"])
        let browser = try await ConversationTests.root(of: service)
        let id = try #require(
            try await service.auditRecords().first { $0.name == "CreateUser" }?.id)
        let answer = await browser.get(EventPage(id: id))
        #expect(answer.status == 200)
        #expect(answer.text.contains("AWS::IAM::User"))
        #expect(answer.text.contains(#"<span class="key">&quot;eventName&quot;</span>"#))
        #expect(await browser.get(EventPage(id: "3fcfb182-98f8")).status == 404)
    }

    @Test("who may not look events up reads why")
    func denied() async throws {
        let service = try await TestService(users: ["bob"])
        let browser = try await ConversationTests.user("bob", of: service)
        #expect(await browser.get(EventHistoryPage()).status == 403)
        try await service.run(
            IAM.PutUserPolicy.self,
            .init(
                userName: "bob", policyName: "look",
                policyDocument: Policies.allow("cloudtrail:LookupEvents")))
        #expect(await browser.get(EventHistoryPage()).status == 200)
    }

    @Test("a record is read line by line, whatever its texts hold")
    func indentation() {
        let text = RecordText.indented(#"{"a":{},"b":["x,{\"]",1],"c":{"d":null}}"#)
        #expect(
            text == #"""
                {
                  "a": {},
                  "b": [
                    "x,{\"]",
                    1
                  ],
                  "c": {
                    "d": null
                  }
                }
                """#)
        let long = "[" + String(repeating: "1,", count: RecordText.longest) + "1]"
        #expect(RecordText.indented(long) == long)
    }
}
