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
            try await service.auditRecords().filter {
                $0.name == "RootIdentityConfirmed" && !$0.record.contains("Failed authentication")
            }.count == 1)
        #expect(
            try await service.auditRecords().filter {
                $0.name == "RootIdentityConfirmed" && $0.record.contains("Failed authentication")
            }.count == 3)
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

    /// What makes or takes credentials of the root user.
    struct Sensitive: CustomTestStringConvertible {
        let testDescription: String
        let run: @Sendable (TestService, Caller, TestAuthenticator) async throws -> Void
    }

    static let sensitive = [
        Sensitive(testDescription: "a key is made") { service, caller, _ in
            _ = try await service.pipeline.run(
                IAM.CreateAccessKey.self, .init(), as: caller, service.facts())
        },
        Sensitive(testDescription: "an inactive key is made active") { service, caller, _ in
            let key = try await service.run(IAM.CreateAccessKey.self, .init()).accessKey
            _ = try await service.pipeline.run(
                IAM.UpdateAccessKey.self, .init(accessKeyId: key.accessKeyId, status: .active),
                as: caller, service.facts())
        },
        Sensitive(testDescription: "a device is removed") { service, caller, app in
            _ = try await service.pipeline.run(
                IAM.DeactivateMFADevice.self, .init(serialNumber: app.serialNumber), as: caller,
                service.facts())
        },
        Sensitive(testDescription: "a device is removed by name") { service, caller, app in
            _ = try await service.pipeline.run(
                IAM.DeactivateMFADevice.self,
                .init(serialNumber: app.serialNumber, userName: MFADevices.rootName), as: caller,
                service.facts())
        },
        Sensitive(testDescription: "a device is assigned") { service, caller, _ in
            let other = try await service.makeAuthenticator(
                "phone-\(service.clock.now.microseconds)")
            _ = try await service.pipeline.run(
                IAM.EnableMFADevice.self,
                .init(
                    userName: MFADevices.rootName, serialNumber: other.serialNumber,
                    authenticationCode1: other.code(at: service.clock.now, steps: -1),
                    authenticationCode2: other.code(at: service.clock.now)),
                as: caller, service.facts())
        },
    ]

    @Test(
        "credentials of the root user change with proofs of the last quarter of an hour alone",
        arguments: sensitive)
    func freshness(_ action: Sensitive) async throws {
        let service = try await TestService(users: ["alice"])
        let app = try await service.makeAuthenticator("phone")
        try await service.enable(app, for: nil)
        let stale = try await service.caller()
        service.clock.advance(by: RootUser.freshness)
        await #expect(throws: IAMError.proofsNeeded) { try await action.run(service, stale, app) }
        let code = app.code(at: service.clock.now)
        try await RootUser(service.services).confirm(
            Self.proof(app, code, service), as: stale, service.facts())
        service.clock.advance(by: RootUser.freshness - .seconds(1))
        try await action.run(service, stale, app)
    }

    @Test("a task that ends with what needs fresh proofs begins with five minutes left")
    func task() async throws {
        let service = try await TestService(users: ["alice"])
        let rootUser = RootUser(service.services)
        let (root, alice) = (try await service.caller(), try await service.caller("alice"))
        service.clock.advance(by: RootUser.freshness - .seconds(301))
        try await rootUser.requireProofsForTask(as: root, service.facts())
        service.clock.advance(by: .seconds(1))
        await #expect(throws: IAMError.proofsNeeded) {
            try await rootUser.requireProofsForTask(as: root, service.facts())
        }
        try await rootUser.requireProofsForTask(as: alice, service.facts())
    }

    @Test("credentials of an IAM user need no proofs of the root user")
    func ofUsers() async throws {
        let service = try await TestService(users: ["alice"])
        let stale = try await service.caller()
        service.clock.advance(by: RootUser.freshness)
        _ = try await service.pipeline.run(
            IAM.CreateAccessKey.self, .init(userName: "alice"), as: stale, service.facts())
    }
}
