import Credentials
import IAMIdentifiers
import Operations
import Store
import TestSupport
import Testing

/// A root user's forgotten password.
@Suite struct PasswordResetTests {
    private static let new = Secret("Blue-Whale-77")

    private static func ask(
        _ service: TestService, _ email: String = TestService.rootEmail,
        from address: String = "203.0.113.9"
    ) async throws -> PasswordReset.LinkOutcome {
        let outcome = try await PasswordReset(service.services).sendLink(
            to: email, .english, service.facts(from: address), address: TestService.link)
        await service.services.afterwards.flush()
        return outcome
    }

    private static func reset(
        _ token: RandomToken, _ service: TestService, to new: Secret = Self.new
    ) async throws -> Bool {
        try await PasswordReset(service.services).reset(token, to: new, service.facts())
    }

    @Test("the link sets a password once, ends all sessions, and is told by mail")
    func resets() async throws {
        let service = try await TestService()
        let caller = try await service.caller()
        #expect(try await Self.ask(service) == .sent)
        let token = try #require(try await service.token())
        let account = try await PasswordReset(service.services).account(
            ofLink: token, at: service.clock.now)
        #expect(account == TestService.accountID)
        #expect(try await Self.reset(token, service))
        await #expect(throws: IAMError.invalidClientTokenId) {
            _ = try await RootUser(service.services).facts(of: caller, service.facts())
        }
        guard case .session = try await service.signInAsRoot(Self.new),
            case .wrongCredentials = try await service.signInAsRoot()
        else {
            Issue.record("the new password does not hold alone")
            return
        }
        #expect(
            try await service.subjects().contains { $0.contains("password") && $0.contains("was") })
        #expect(try await !Self.reset(token, service))
        let names = try await service.auditRecords().map(\.name)
        #expect(names.contains("PasswordRecoveryRequested"))
        #expect(names.contains("PasswordRecoveryCompleted"))
    }

    @Test("MFA devices stay, and are asked for")
    func secondFactor() async throws {
        let service = try await TestService()
        try await service.enable(try await service.makeAuthenticator("phone"), for: nil)
        _ = try await Self.ask(service)
        #expect(try await Self.reset(try #require(try await service.token()), service))
        guard case .asks(.secondFactor, _) = try await service.signInAsRoot(Self.new) else {
            Issue.record("no second factor was asked for")
            return
        }
    }

    @Test("a link ends with its time, with another, and with the account's end; a cut one is none")
    func notValid() async throws {
        let service = try await TestService()
        _ = try await Self.ask(service)
        let first = try #require(try await service.token())
        _ = try await Self.ask(service)
        let second = try #require(try await service.token())
        #expect(first.hash != second.hash)
        #expect(try await !Self.reset(first, service))
        #expect(RandomToken(String(second.secret.reveal().dropLast())) == nil)
        service.clock.advance(by: MailLink.life)
        #expect(try await !Self.reset(second, service))
        _ = try await Self.ask(service)
        let third = try #require(try await service.token())
        try await OperatorTools(service.services).close(TestService.accountID)
        #expect(try await !Self.reset(third, service))
    }

    @Test("a link of another purpose resets nothing")
    func otherPurpose() async throws {
        let service = try await TestService()
        try await RootUser(service.services).offerTransfer(
            to: "new@example.org", RootProof(password: TestService.rootPassword),
            as: service.caller(), service.facts(), address: TestService.link)
        let token = try #require(try await service.token(to: "new@example.org"))
        #expect(try await !Self.reset(token, service))
    }

    @Test("a weak password is refused, and the link stays")
    func weak() async throws {
        let service = try await TestService()
        _ = try await Self.ask(service)
        let token = try #require(try await service.token())
        await #expect(throws: AccountRefusal.passwordNotAccepted(.tooShort(minimum: 8))) {
            _ = try await Self.reset(token, service, to: Secret("short"))
        }
        #expect(try await Self.reset(token, service))
    }

    @Test("an unknown address is answered alike, and nobody is sent anything")
    func unknown() async throws {
        let service = try await TestService()
        #expect(try await Self.ask(service, "nobody@example.com") == .sent)
        #expect(try await Mail(service.services).newest().isEmpty)
        #expect(try await Self.ask(service, "ROOT@Example.com") == .sent)
        #expect(try await service.token() != nil)
    }

    @Test("an address is sent four messages at once, and the fifth is left out silently")
    func throttled() async throws {
        let service = try await TestService()
        for n in 0..<8 {
            #expect(try await Self.ask(service, from: "203.0.113.\(n)") == .sent)
        }
        #expect(try await service.mail().count == 4)
        for _ in 0..<21 { _ = try await Self.ask(service, "nobody@example.com", from: "192.0.2.1") }
        let outcome = try await Self.ask(service, "nobody@example.com", from: "192.0.2.1")
        guard case .tooMany = outcome else {
            Issue.record("one place asks without end")
            return
        }
    }

    @Test("a new password ends a link that was sent for the one before")
    func endsWithPassword() async throws {
        let service = try await TestService()
        _ = try await Self.ask(service)
        let token = try #require(try await service.token())
        try await OperatorTools(service.services).resetRootPassword(
            of: TestService.accountID, to: SignUpTests.password)
        #expect(try await !Self.reset(token, service))
    }

    @Test("mail that has brought the password does not bring the second factor, too")
    func mailboxAlone() async throws {
        let service = try await TestService()
        let app = try await service.makeAuthenticator("phone")
        try await service.enable(app, for: nil)
        service.clock.advance(by: .seconds(60))
        func ticket() async throws -> Secret? {
            guard case .asks(.secondFactor, let ticket) = try await service.signInAsRoot(Self.new)
            else { return nil }
            return ticket
        }
        _ = try await Self.ask(service)
        #expect(try await Self.reset(try #require(try await service.token()), service))
        let lostDevice = LostDevice(service.services)
        let first = try #require(try await ticket())
        #expect(try await lostDevice.offer(first, service.facts()) == .operator)
        let signIn = SignIn(service.services)
        let devices = try #require(try await signIn.offeredDevices(first, service.facts()))
        _ = try await signIn.proveCode(
            first, of: devices[0].id, app.code(at: service.clock.now), service.facts())
        let second = try #require(try await ticket())
        #expect(try await lostDevice.offer(second, service.facts()) == .link)
    }

    @Test("a stranger who asks for mail does not use up what the owner may ask for")
    func ownCount() async throws {
        let service = try await TestService()
        for n in 0..<8 { _ = try await Self.ask(service, from: "203.0.113.\(n)") }
        try await RootUser(service.services).beginEmailChange(
            to: "boss@example.org", RootProof(password: TestService.rootPassword),
            as: service.caller(), service.facts())
    }
}
