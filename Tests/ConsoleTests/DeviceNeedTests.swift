import IAMIdentifiers
import IAMModel
import Operations
import TestSupport
import Testing

@testable import Console

/// Who has to assign an MFA device, and what stays closed until then.
@Suite struct DeviceNeedTests {
    private static let everyPage = ["/console", "/console/iam", "/console/iam/users/bob"]

    private static func signIn(_ browser: Browser) async throws -> Browser.Answer {
        let page = try await browser.submit(
            "root", of: browser.get("/signin"), [("email", TestService.rootEmail)])
        return try await browser.submit(
            "sign-in", of: page, [("password", TestService.rootPassword.reveal())])
    }

    private static func enable(
        _ page: Browser.Answer, _ browser: Browser, _ service: TestService
    ) async throws -> Browser.Answer {
        let step = try await browser.submit(
            "choose-device", of: page, [("name", "phone"), ("kind", "virtual")])
        let seed = try #require(step.text.firstMatch(of: /name="seed" value="([A-Z2-7]{64})"/)).1
        let app = TestAuthenticator(serialNumber: "", seed: String(seed))
        return try await browser.submit(
            "add-app", of: step,
            [
                ("code1", app.code(at: service.clock.now, steps: -1).reveal()),
                ("code2", app.code(at: service.clock.now).reveal()),
            ])
    }

    @Test("for 35 days a root user without device is told so, and may go on")
    func grace() async throws {
        let service = try await TestService(users: ["bob"])
        service.clock.advance(by: .seconds(35 * 86_400 - 1))
        let browser = Browser(Console(service.services, isSignUpOpen: false))
        #expect(try await Self.signIn(browser).address == "/console")
        for address in Self.everyPage {
            let page = await browser.get(address)
            #expect(page.status == 200 && page.address == address)
            #expect(page.shows("The root user has no MFA device"))
        }
    }

    @Test("after that it assigns one before anything else, and then all is open")
    func required() async throws {
        let service = try await TestService(users: ["bob"])
        service.clock.advance(by: .seconds(35 * 86_400))
        let browser = Browser(Console(service.services, isSignUpOpen: false))
        var page = try await Self.signIn(browser)
        let address = AssignDevicePage().href
        #expect(page.address == address)
        for other in Self.everyPage { #expect(await browser.get(other).address == address) }
        let refused = await browser.post(
            UserPage(name: "bob"), [(AntiForgery.field, Self.token(in: page)), ("form", "tag")])
        #expect(refused.address == address)
        page = try await Self.enable(page, browser, service)
        #expect(page.address.hasPrefix("/console/security-credentials"))
        for other in Self.everyPage {
            let page = await browser.get(other)
            #expect(page.address == other && !page.shows("The root user has no MFA device"))
        }
    }

    private static func token(in page: Browser.Answer) -> String {
        let field = page.text.firstMatch(of: /name="form-token" value="([^"]*)"/)
        return field.map { String($0.1) } ?? ""
    }

    @Test("a session that began before the end of the grace period is confined with its end")
    func duringASession() async throws {
        let service = try await TestService(users: ["bob"])
        service.clock.advance(by: .seconds(35 * 86_400 - 60))
        let browser = Browser(Console(service.services, isSignUpOpen: false))
        _ = try await Self.signIn(browser)
        #expect(await browser.get("/console/iam").address == "/console/iam")
        service.clock.advance(by: .seconds(60))
        #expect(await browser.get("/console/iam").address == AssignDevicePage().href)
    }

    @Test("an IAM user whose policies ask for a second factor begins with assigning one")
    func byPolicy() async throws {
        let denial = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Deny","NotAction":"iam:*MFADevice",
             "Resource":"*","Condition":{"BoolIfExists":{"AWS:multifactorAuthPresent":"false"}}}]}
            """
        let service = try await TestService(
            users: ["alice", "bob"],
            policies: ["alice": denial, "bob": ConversationTests.administrator])
        func signIn(_ name: String) async throws -> Browser.Answer {
            let browser = Browser(Console(service.services, isSignUpOpen: false))
            return try await browser.submit(
                "iam-user", of: browser.get("/signin"),
                [
                    ("account", TestService.accountID.description), ("user", name),
                    ("password", "A long passw0rd!"),
                ])
        }
        for name in ["alice", "bob"] {
            try await service.run(
                IAM.CreateLoginProfile.self,
                .init(userName: name, password: Secret("A long passw0rd!")))
        }
        #expect(try await signIn("alice").address == AssignDevicePage(isExpected: true).href)
        #expect(try await signIn("bob").address == "/console")
        let app = try await service.makeAuthenticator("phone")
        try await service.enable(app, for: "alice")
        #expect(try await signIn("alice").address == SecondFactorPage().href)
    }

    @Test("a root user's own page means the root user, whatever IAM users are called")
    func namesake() async throws {
        let service = try await TestService(users: ["Root"])
        service.clock.advance(by: .seconds(35 * 86_400))
        let browser = Browser(Console(service.services, isSignUpOpen: false))
        let page = try await Self.enable(
            try await Self.signIn(browser), browser, service)
        #expect(page.shows("arn:aws:iam::123456789012:mfa/phone"))
        let ofUser = try await service.run(IAM.ListMFADevices.self, .init(userName: "Root"))
        #expect(ofUser.mfaDevices.isEmpty)
        #expect(await browser.get("/console/iam").address == "/console/iam")
        let resynced = try await browser.submit(
            "resync-device", of: page, [("code1", "000000"), ("code2", "000000")])
        #expect(resynced.shows("Authentication code for device is not valid."))
    }

    @Test("confined, a root user assigns no device to others")
    func confined() async throws {
        let service = try await TestService(users: ["bob"])
        service.clock.advance(by: .seconds(35 * 86_400))
        let browser = Browser(Console(service.services, isSignUpOpen: false))
        _ = try await Self.signIn(browser)
        #expect(
            await browser.get(AssignDevicePage(user: "bob")).address == AssignDevicePage().href)
    }

    @Test("an assignment that was not finished does not keep the name")
    func unfinished() async throws {
        let service = try await TestService()
        let browser = Browser(Console(service.services, isSignUpOpen: false))
        _ = try await Self.signIn(browser)
        var page = await browser.get(AssignDevicePage())
        for _ in 0..<2 {
            page = try await browser.submit(
                "choose-device", of: browser.get(AssignDevicePage()),
                [("name", "phone"), ("kind", "virtual")])
            #expect(page.shows("name=\"form\" value=\"add-app\""))
        }
        page = try await browser.submit("cancel-device", of: page)
        #expect(page.address.hasPrefix("/console/security-credentials"))
        let left = try await service.run(IAM.ListVirtualMFADevices.self, .init())
        #expect(left.virtualMFADevices.isEmpty)
        page = try await Self.enable(
            await browser.get(AssignDevicePage()), browser, service)
        #expect(page.shows("arn:aws:iam::123456789012:mfa/phone"))
        // A device that is in use keeps its name.
        page = try await browser.submit(
            "choose-device", of: browser.get(AssignDevicePage()),
            [("name", "PHONE"), ("kind", "virtual")])
        #expect(page.status == 409)
        #expect(page.shows("MFADevice entity at the same path and name already exists."))
    }
}
