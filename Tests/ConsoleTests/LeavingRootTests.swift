import IAMIdentifiers
import IAMModel
import Operations
import TestSupport
import Testing

@testable import Console

/// The way off the root user: the bar, the administrator, and what an IAM user meets first.
@Suite struct LeavingRootTests {
    private static let bar = "<aside class=\"root-bar\""
    private static let password = Secret("A long passw0rd!")

    private static func root(of service: TestService) async throws -> Browser {
        let browser = Browser(Console(service.services, isSignUpOpen: false))
        let page = try await browser.submit(
            "root", of: browser.get("/signin"), [("email", TestService.rootEmail)])
        _ = try await browser.submit(
            "sign-in", of: page, [("password", TestService.rootPassword.reveal())])
        return browser
    }

    private static func makeAdministrator(_ service: TestService) async throws {
        try await service.makeUser("alice")
        try await service.run(
            IAM.CreateLoginProfile.self, .init(userName: "alice", password: password))
        try await service.run(
            IAM.AttachUserPolicy.self,
            .init(
                userName: "alice", policyArn: "arn:aws:iam::aws:policy/AdministratorAccess"))
    }

    @Test("every page of a root user says so, and leads to an administrator's creation")
    func barWithoutAdministrator() async throws {
        let browser = try await Self.root(of: try await TestService(users: ["bob"]))
        for address in [
            "/console", "/console/iam", "/console/iam/users/bob", "/console/iam/policies",
            "/console/security-credentials", "/console/account", "/console/search?q=a",
            "/console/nothing",
        ] {
            let page = await browser.get(address)
            #expect(page.shows(Self.bar), "\(address)")
            #expect(page.shows("href=\"/console/iam/create-user?for=administrator\""))
        }
    }

    @Test("the form for an administrator begins with what one needs, and can be changed")
    func formForAdministrator() async throws {
        let service = try await TestService()
        let browser = try await Self.root(of: service)
        let page = await browser.get("/console/iam/create-user?for=administrator")
        #expect(page.shows("value=\"arn:aws:iam::aws:policy/AdministratorAccess\""))
        #expect(page.shows("name=\"console\" value=\"1\" checked"))
        let plain = await browser.get("/console/iam/create-user")
        #expect(!plain.shows("AdministratorAccess") && !plain.shows("value=\"1\" checked aria"))
    }

    @Test("with an administrator the bar signs out and opens its sign-in page, filled in")
    func barWithAdministrator() async throws {
        let service = try await TestService()
        let browser = try await Self.root(of: service)
        try await Self.makeAdministrator(service)
        try await service.run(IAM.CreateAccountAlias.self, .init(accountAlias: "example"))
        let page = await browser.get("/console/iam/groups")
        #expect(page.shows("Sign out and sign in as alice"))
        #expect(!page.shows("Create an administrator"))
        let signIn = try await browser.submit(
            "sign-out", of: page, [("account", "example"), ("user", "alice")])
        #expect(signIn.address == "/signin/example?user=alice")
        #expect(signIn.shows("value=\"example\"") && signIn.shows("value=\"alice\""))
        #expect(await browser.get("/console/iam").address == "/signin")
    }

    @Test("an IAM user has no bar, and reads on the first pages that an MFA device is missing")
    func userWithoutDevice() async throws {
        let service = try await TestService()
        try await Self.makeAdministrator(service)
        let browser = Browser(Console(service.services, isSignUpOpen: false))
        let home = try await browser.submit(
            "iam-user", of: browser.get("/signin/123456789012?user=alice"),
            [
                ("account", "123456789012"), ("user", "alice"),
                ("password", Self.password.reveal()),
            ])
        #expect(home.address == "/console" && !home.shows(Self.bar))
        for address in ["/console", "/console/iam"] {
            let page = await browser.get(address)
            #expect(page.shows("You have no MFA device"))
            #expect(page.shows("href=\"/console/security-credentials/assign-mfa-device\""))
        }
        #expect(!(await browser.get("/console/iam/users").shows("You have no MFA device")))
        try await service.enable(service.makeAuthenticator("phone"), for: "alice")
        #expect(!(await browser.get("/console").shows("You have no MFA device")))
    }

    @Test("an account's sign-in page is the same whether there is such an account or not")
    func accountPageTellsNothing() async throws {
        let service = try await TestService()
        try await service.run(IAM.CreateAccountAlias.self, .init(accountAlias: "existing"))
        func page(_ account: String) async -> String {
            let browser = Browser(Console(service.services, isSignUpOpen: false))
            return await browser.get("/signin/\(account)").text
                .replacing(account, with: "ACCOUNT")
                .replacing(/name="form-token" value="[^"]*"/, with: "")
        }
        let known = await page("existing")
        #expect(known.contains("ACCOUNT"))
        #expect(await page("nothing-such") == known)
        #expect(await page("123456789012") == known)
        #expect(await page("999999999999") == known)
    }

    @Test("the checklist shows a reader what they may know, and the root user every line")
    func checklist() async throws {
        let service = try await TestService(
            users: ["bob"], policies: ["bob": Policies.allow("iam:GetAccountSummary")])
        let browser = try await Self.root(of: service)
        let page = await browser.get("/console/iam")
        #expect(page.shows("aria-labelledby=\"security-check\""))
        #expect(page.text.matches(of: /class="badge (good|warning)">(Done|To do)</).count == 8)
        #expect(page.shows("<strong>1 of 8</strong>"))
        #expect(page.shows("203.0.113.9") == false && page.shows("Without MFA"))
    }
}
