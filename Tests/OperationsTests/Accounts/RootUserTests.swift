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
}
