import Credentials
import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

/// A password is hashed at the cost of today when it is next given.
@Suite struct RaisedPasswordCostTests {
    private static let alice = SignInClaim.user(account: "123456789012", name: "alice")
    private static let root = SignInClaim.root(email: TestService.rootEmail)

    /// The same server, at whose start hashes cost more than before.
    private static func raised(_ service: TestService) -> Services {
        Services(
            database: service.services.database, sealer: service.services.sealer,
            passwords: PasswordHasher(cost: .init(passes: 2, memoryBytes: 16_384)),
            logger: service.services.logger, mailDelivery: .development,
            now: service.services.now, elapsed: service.services.elapsed)
    }

    private static func hashes(_ service: TestService) async throws -> [String] {
        try await service.services.database.read { transaction in
            let account = try AccountTable(transaction).find(TestService.accountID)
            let alice = try UserTable(transaction, of: TestService.accountID).find(named: "alice")
            let profile = try LoginProfileTable(transaction, of: TestService.accountID).find(
                try #require(alice).id)
            return [try #require(account).passwordHash, try #require(profile).passwordHash]
        }
    }

    /// Which of the hashes were made at the cost of today.
    private static func areRaised(_ service: TestService) async throws -> [Bool] {
        try await hashes(service).map { $0.contains("m=16,t=2,") }
    }

    @Test("at the next sign-in, and not for a wrong password")
    func raises() async throws {
        let service = try await LoginProfilesTests.service()
        let signIn = SignIn(Self.raised(service))
        let before = try await Self.hashes(service)
        for claim in [Self.alice, Self.root] {
            _ = try await signIn.signIn(claim, password: Secret("wrong"), service.facts())
        }
        #expect(try await Self.hashes(service) == before)
        for (claim, password, raised) in [
            (Self.alice, LoginProfilesTests.password, [false, true]),
            (Self.root, TestService.rootPassword, [true, true]),
        ] {
            for _ in 1...2 {
                let outcome = try await signIn.signIn(claim, password: password, service.facts())
                guard case .session = outcome else {
                    Issue.record("\(outcome)")
                    return
                }
                #expect(try await Self.areRaised(service) == raised)
            }
        }
        let wrong = try await signIn.signIn(
            Self.root, password: Secret("wrong"), service.facts())
        guard case .wrongCredentials = wrong else {
            Issue.record("\(wrong)")
            return
        }
    }

    @Test("the second factor goes on from the new hash, and not from the old one")
    func secondFactor() async throws {
        let service = try await LoginProfilesTests.service()
        let app = try await service.makeAuthenticator("phone")
        try await service.enable(app, for: "alice")
        service.clock.advance(by: .seconds(60))
        func ticket(_ services: Services) async throws -> Secret {
            let outcome = try await SignIn(services).signIn(
                Self.alice, password: LoginProfilesTests.password, service.facts())
            guard case .asks(.secondFactor, let ticket) = outcome else {
                throw SignIn.NoSession(outcome: outcome)
            }
            return ticket
        }
        let old = try await ticket(service.services)
        let raised = Self.raised(service)
        let new = try await ticket(raised)
        #expect(try await Self.areRaised(service) == [false, true])
        func prove(_ ticket: Secret) async throws -> SignIn.Outcome {
            let signIn = SignIn(raised)
            let devices = try await signIn.offeredDevices(ticket, service.facts())
            return try await signIn.proveCode(
                ticket, of: devices?.first?.id ?? "", app.code(at: service.clock.now, steps: 0),
                service.facts())
        }
        if case .session = try await prove(old) { Issue.record("the old hash signed in") }
        guard case .session = try await prove(new) else {
            Issue.record("the new hash did not sign in")
            return
        }
    }
}
