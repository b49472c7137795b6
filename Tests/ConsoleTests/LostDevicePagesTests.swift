import IAMIdentifiers
import IAMModel
import Operations
import TestSupport
import Testing

@testable import Console

/// Conversations about a lost MFA device.
@Suite struct LostDevicePagesTests {
    /// A service whose root user has an MFA device.
    private func service(mail: MailDelivery = .development) async throws -> TestService {
        let service = try await TestService(users: ["alice"], mailDelivery: mail)
        try await service.enable(try await service.makeAuthenticator("phone"), for: nil)
        return service
    }

    /// A browser in which the root user's password was given, and the page it is at.
    private func atSecondFactor(
        _ service: TestService, _ language: String = "en"
    ) async throws -> (Browser, Browser.Answer) {
        let browser = Browser(Console(service.services, isSignUpOpen: false), language: language)
        let page = try await browser.submit(
            "root", of: browser.get("/signin"), [("email", TestService.rootEmail)])
        let asked = try await browser.submit(
            "sign-in", of: page, [("password", TestService.rootPassword.reveal())])
        #expect(asked.address == "/signin/mfa/code")
        return (browser, asked)
    }

    /// The path of the link in a message.
    /// - Parameter index: which message, counted from the newest.
    private func link(_ service: TestService, at index: Int = 0) async throws -> String {
        let mail = try await Mail(service.services).newest()
        let line = mail[index].text.split(separator: "\n").first { $0.hasPrefix("http://") }
        return String(try #require(line).trimmingPrefix("http://localhost:8426"))
    }

    @Test(arguments: Language.allCases) func aLostDeviceIsRecovered(_ language: Language)
        async throws
    {
        let service = try await service()
        let (browser, asked) = try await atSecondFactor(service, language.rawValue)
        func says(_ answer: Browser.Answer, _ phrase: Phrase) -> Bool {
            answer.shows(phrase.text(in: language).replacing("'", with: "&#39;"))
        }
        #expect(says(asked, .lostDeviceTitle) && asked.shows("href=\"/signin/mfa/lost\""))
        let sent = try await browser.submit("send-link", of: browser.get(LostDevicePage()))
        #expect(says(sent, .linkSent))
        // The link opens in any browser.
        let other = Browser(
            Console(service.services, isSignUpOpen: false), language: language.rawValue)
        let opened = await other.get(try await link(service))
        #expect(opened.shows(TestService.accountID.description))
        let started = try await other.submit("start-wait", of: opened)
        #expect(says(started, .waitStarted) && started.shows("2026-11-25"))
        let used = await other.get(try await link(service, at: 1))
        #expect(used.status == 400 && says(used, .linkNotValid))

        service.clock.advance(by: .seconds(72 * 3_600))
        let (again, offered) = try await atSecondFactor(service, language.rawValue)
        #expect(says(offered, .removeLostDevices))
        let home = try await again.submit("remove-devices", of: offered)
        #expect(home.status == 200 && says(home, .assignDevice))
        #expect(try await service.run(IAM.ListMFADevices.self, .init()).mfaDevices.isEmpty)
    }

    @Test func everyPageOfEverySessionShowsTheWaitAndCancelsIt() async throws {
        let service = try await service()
        let alice = try await ConversationTests.user("alice", of: service)
        #expect(await !alice.get(HomePage()).shows("cancel-recovery"))
        let (browser, _) = try await atSecondFactor(service)
        _ = try await browser.submit("send-link", of: browser.get(LostDevicePage()))
        _ = try await browser.submit("start-wait", of: browser.get(try await link(service)))
        // Also on a page that she may not see, and on one that is not there.
        for address in ["/console", "/console/iam/users", "/console/iam/users/nobody"] {
            #expect(await alice.get(address).shows(Phrase.lostDeviceAlarm.english), "\(address)")
        }
        let page = await alice.get("/console/iam/users")
        let after = try await alice.submit("cancel-recovery", of: page)
        #expect(after.address == "/console/iam/users")
        #expect(!after.shows("value=\"cancel-recovery\""))
        #expect(await !alice.get(HomePage()).shows("value=\"cancel-recovery\""))
    }

    @Test func anotherAccountSeesNothing() async throws {
        let service = try await service()
        _ = try await OperatorTools(service.services).make(
            SignUp.Request(
                AccountDetails(name: "Other", email: "other@example.com"),
                password: Secret("Blue-Whale-77-of-theirs")))
        let other = Browser(Console(service.services, isSignUpOpen: false))
        let page = try await other.submit(
            "root", of: other.get("/signin"), [("email", "other@example.com")])
        _ = try await other.submit("sign-in", of: page, [("password", "Blue-Whale-77-of-theirs")])
        let (browser, _) = try await atSecondFactor(service)
        _ = try await browser.submit("send-link", of: browser.get(LostDevicePage()))
        _ = try await browser.submit("start-wait", of: browser.get(try await link(service)))
        let home = await other.get(HomePage())
        #expect(home.address == "/console" && !home.shows("cancel-recovery"))
    }

    @Test func withoutMailTheOperatorsCommandIsNamed() async throws {
        let service = try await service(mail: .none)
        let (browser, _) = try await atSecondFactor(service)
        let page = await browser.get(LostDevicePage())
        #expect(page.shows("gatehouse root remove-mfa") && !page.shows("value=\"send-link\""))
    }

    @Test func withoutThePasswordThereIsNothing() async throws {
        let service = try await service()
        let browser = Browser(Console(service.services, isSignUpOpen: false))
        #expect(await browser.get(LostDevicePage()).address == "/signin")
        for token in ["x", String(repeating: "A", count: 43)] {
            let page = await browser.get(RecoverMFAPage(token: token))
            #expect(page.status == 400 && page.shows(Phrase.linkNotValid.english))
        }
    }

    @Test func theLinkIsThatOfPublicURL() async throws {
        let service = try await service()
        let browser = Browser(
            Console(service.services, isSignUpOpen: false, publicURL: "https://id.example.com"))
        let page = try await browser.submit(
            "root", of: browser.get("/signin"), [("email", TestService.rootEmail)])
        _ = try await browser.submit(
            "sign-in", of: page, [("password", TestService.rootPassword.reveal())])
        _ = try await browser.submit("send-link", of: browser.get(LostDevicePage()))
        let text = try await Mail(service.services).newest()[0].text
        #expect(text.contains("\nhttps://id.example.com/signin/mfa/recover?token="))
    }
}
