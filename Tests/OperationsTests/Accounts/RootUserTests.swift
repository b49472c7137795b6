import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

@Suite struct RootUserTests {
    private let claim = SignInClaim.root(email: TestService.rootEmail)
    private let new = Secret("Blue-Whale-77")

    @Test("a new password ends the other sessions and the old password")
    func password() async throws {
        let service = try await TestService()
        let signIn = SignIn(service.services)
        let here = try await signIn.token(claim, service)
        let elsewhere = try await signIn.token(claim, service)
        let caller = try #require(try await signIn.signedIn(here, at: service.clock.now)).caller
        try await RootUser(service.services).changePassword(
            from: TestService.rootPassword, to: new, as: caller, service.facts())
        #expect(try await signIn.signedIn(here, at: service.clock.now) != nil)
        #expect(try await signIn.signedIn(elsewhere, at: service.clock.now) == nil)
        let outcome = try await signIn.signIn(
            claim, password: TestService.rootPassword, service.facts())
        guard case .wrongCredentials = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(try await service.auditRecords().contains { $0.name == "PasswordUpdated" })
    }

    @Test("a wrong present password, a weak new one and an IAM user are refused")
    func refusals() async throws {
        let service = try await TestService(users: ["alice"])
        let rootUser = RootUser(service.services)
        let root = try await service.caller()
        let alice = try await service.caller("alice")
        await #expect(throws: AccountRefusal.wrongPassword) {
            try await rootUser.changePassword(
                from: Secret("wrong"), to: new, as: root, service.facts())
        }
        await #expect(
            throws: AccountRefusal.passwordNotAccepted(.tooShort(minimum: 8))
        ) {
            try await rootUser.changePassword(
                from: TestService.rootPassword, to: Secret("short"), as: root, service.facts())
        }
        await #expect(throws: AccountRefusal.notRootUser) {
            try await rootUser.changePassword(
                from: TestService.rootPassword, to: new, as: alice, service.facts())
        }
    }

    @Test("guessing at the present password is slowed down")
    func throttled() async throws {
        let service = try await TestService()
        let caller = try await service.caller()
        for _ in 0..<6 {
            await #expect(throws: AccountRefusal.wrongPassword) {
                try await RootUser(service.services).changePassword(
                    from: Secret("wrong"), to: new, as: caller, service.facts())
            }
        }
        await #expect(throws: AccountRefusal.tooManyAttempts(retryAfter: .seconds(1))) {
            try await RootUser(service.services).changePassword(
                from: TestService.rootPassword, to: new, as: caller, service.facts())
        }
    }

    @Test("addresses of other accounts cannot be sought by changing to them")
    func emailThrottled() async throws {
        let service = try await TestService()
        let caller = try await service.caller()
        func change(_ email: String) async throws {
            try await RootUser(service.services).changeDetails(
                to: AccountDetails(name: "Example", email: email),
                password: TestService.rootPassword, as: caller, service.facts())
        }
        for n in 0..<101 { try await change("boss\(n)@example.com") }
        await #expect(throws: AccountRefusal.tooManyAttempts(retryAfter: .seconds(1))) {
            try await change("boss@example.com")
        }
    }

    @Test("name and e-mail address change together or alone, with the password")
    func details() async throws {
        let service = try await TestService()
        let rootUser = RootUser(service.services)
        let caller = try await service.caller()
        let details = try AccountDetails(name: "Renamed", email: "boss@example.com")
        await #expect(throws: AccountRefusal.wrongPassword) {
            try await rootUser.changeDetails(
                to: details, password: new, as: caller, service.facts())
        }
        try await rootUser.changeDetails(
            to: details, password: TestService.rootPassword, as: caller, service.facts())
        let tools = OperatorTools(service.services)
        #expect(try await tools.account("boss@example.com")?.name == "Renamed")
        #expect(try await tools.account(TestService.rootEmail) == nil)

        _ = try await tools.make(SignUpTests.request())
        await #expect(throws: AccountRefusal.emailTaken) {
            try await rootUser.changeDetails(
                to: AccountDetails(name: "Renamed", email: "New@example.com"),
                password: TestService.rootPassword, as: caller, service.facts())
        }
    }
}
