import Credentials
import IAMIdentifiers
import IAMModel
import Operations
import TestSupport
import Testing

/// What a root user is told by mail.
@Suite struct RootNoticeTests {
    @Test("a sign-in is told, and whether the browser is new")
    func signIn() async throws {
        let service = try await TestService(users: ["alice"])
        guard case .session(_, let session) = try await service.signInAsRoot() else { return }
        let device = try SignIn(service.services).device(of: session, adding: nil)
        _ = try await service.signInAsRoot(device: device)
        #expect(
            try await service.subjects() == [
                "Root user sign-in to account 123456789012",
                "Root user sign-in to account 123456789012 from a new device",
            ])
        let message = try #require(try await service.mail().first)
        #expect(message.text.contains("203.0.113.9"))
    }

    @Test("an IAM user's sign-in, key and device are told to nobody")
    func users() async throws {
        let service = try await TestService(users: ["alice"])
        try await service.run(
            IAM.CreateLoginProfile.self,
            .init(userName: "alice", password: LoginProfilesTests.password))
        _ = try await SignIn(service.services).signIn(
            .user(account: TestService.accountID.description, name: "alice"),
            password: LoginProfilesTests.password, service.facts())
        try await service.run(IAM.CreateAccessKey.self, .init(userName: "alice"))
        try await service.enable(try await service.makeAuthenticator("hers"), for: "alice")
        #expect(try await Mail(service.services).newest().isEmpty)
    }

    @Test("a root key and a device are told, with what can be done about them")
    func credentials() async throws {
        let service = try await TestService()
        try await service.run(IAM.CreateAccessKey.self, .init())
        #expect(
            try await service.subjects().first
                == "The root user of account 123456789012 has a new access key")
        let app = try await service.makeAuthenticator("phone")
        try await service.enable(app, for: nil)
        #expect(
            try await service.subjects().first
                == "The root user of account 123456789012 has a new MFA device")
        try await service.run(
            IAM.DeactivateMFADevice.self, .init(serialNumber: app.serialNumber))
        #expect(
            try await service.subjects().first
                == "An MFA device of the root user of account 123456789012 was removed")
    }

    @Test("a notice is in the language in which the root user signed in last")
    func language() async throws {
        let service = try await TestService()
        let korean = RequestFacts(
            requestID: "1", now: service.clock.now, sourceAddress: "203.0.113.9",
            userAgent: "test", language: .korean)
        _ = try await SignIn(service.services).signIn(
            .root(email: TestService.rootEmail), password: TestService.rootPassword, korean)
        try await service.run(IAM.CreateAccessKey.self, .init())
        #expect(
            try await service.subjects() == [
                "계정 123456789012의 루트 사용자 액세스 키가 생성됨",
                "새 디바이스에서 계정 123456789012의 루트 사용자 로그인",
            ])
    }

    @Test("the operator's changes are told as the operator's")
    func byOperator() async throws {
        let service = try await TestService()
        let tools = OperatorTools(service.services)
        try await tools.resetRootPassword(of: TestService.accountID, to: SignUpTests.password)
        try await tools.setRootEmail(of: TestService.accountID, to: "boss@example.org")
        for address in [TestService.rootEmail, "boss@example.org"] {
            let message = try #require(try await service.mail(to: address).first)
            #expect(message.text.contains("boss@example.org"))
            #expect(message.text.contains("operator"))
        }
    }
}
