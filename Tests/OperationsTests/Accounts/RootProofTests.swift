import Credentials
import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

/// What a root user proves again before what cannot be undone.
@Suite struct RootProofTests {
    private static let right = RootProof(password: TestService.rootPassword)

    /// The proof of a service's root user with an authenticator app.
    private static func proof(
        _ app: TestAuthenticator, _ code: Secret, _ service: TestService,
        password: Secret = TestService.rootPassword
    ) async throws -> RootProof {
        let devices = try await RootUser(service.services).proofDevices(
            of: service.caller(), service.facts()
        ).devices
        return RootProof(
            password: password, factor: .code(code, device: try #require(devices.first).id))
    }

    @Test("the password is enough while there is no device")
    func password() async throws {
        let service = try await TestService(users: ["alice"])
        let rootUser = RootUser(service.services)
        try await rootUser.confirm(Self.right, as: service.caller(), service.facts())
        await #expect(throws: AccountRefusal.wrongPassword) {
            try await rootUser.confirm(
                RootProof(password: Secret("wrong")), as: service.caller(), service.facts())
        }
        await #expect(throws: AccountRefusal.notRootUser) {
            try await rootUser.confirm(Self.right, as: service.caller("alice"), service.facts())
        }
    }

    @Test("with a device its code is asked for, and is good once")
    func device() async throws {
        let service = try await TestService()
        let rootUser = RootUser(service.services)
        let app = try await service.makeAuthenticator("phone")
        try await service.enable(app, for: nil)
        service.clock.advance(by: .seconds(60))
        let caller = try await service.caller()
        await #expect(throws: AccountRefusal.wrongCode) {
            try await rootUser.confirm(Self.right, as: caller, service.facts())
        }
        let code = app.code(at: service.clock.now)
        let proof = try await Self.proof(app, code, service)
        await #expect(throws: AccountRefusal.wrongPassword) {
            try await rootUser.confirm(
                Self.proof(app, code, service, password: Secret("wrong")), as: caller,
                service.facts())
        }
        try await rootUser.confirm(proof, as: caller, service.facts())
        await #expect(throws: AccountRefusal.wrongCode) {
            try await rootUser.confirm(proof, as: caller, service.facts())
        }
        #expect(
            try await service.auditRecords().filter { $0.name == "RootIdentityConfirmed" }.count
                == 1)
    }

    @Test("guesses at the code are slowed down, and the right password does not begin them anew")
    func guesses() async throws {
        let service = try await TestService()
        let rootUser = RootUser(service.services)
        let app = try await service.makeAuthenticator("phone")
        try await service.enable(app, for: nil)
        let caller = try await service.caller()
        let wrong = try await Self.proof(app, Secret("000000"), service)
        for _ in 0..<6 {
            await #expect(throws: AccountRefusal.wrongCode) {
                try await rootUser.confirm(wrong, as: caller, service.facts())
            }
        }
        await #expect(throws: AccountRefusal.tooManyAttempts(retryAfter: .seconds(1))) {
            try await rootUser.confirm(wrong, as: caller, service.facts())
        }
    }

    @Test("proofs are fresh for a quarter of an hour, and again after they were given")
    func freshness() async throws {
        let service = try await TestService(users: ["alice"])
        let signIn = SignIn(service.services)
        guard case .session(let token, _) = try await service.signInAsRoot() else {
            Issue.record("no session")
            return
        }
        let cookie = token.secret.reveal()
        func needsProof() async throws -> Bool {
            let now = service.clock.now
            return try #require(try await signIn.signedIn(cookie, at: now)).needsProof(at: now)
        }
        service.clock.advance(by: .seconds(899))
        #expect(try await !needsProof())
        service.clock.advance(by: .seconds(1))
        #expect(try await needsProof())
        let signedIn = try #require(try await signIn.signedIn(cookie, at: service.clock.now))
        try await RootUser(service.services).confirm(
            Self.right, as: signedIn.caller, service.facts())
        #expect(try await !needsProof())
    }
}
