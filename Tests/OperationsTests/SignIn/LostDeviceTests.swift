import Credentials
import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

/// A root user's lost MFA device, from the link to a sign-in without it.
@Suite struct LostDeviceTests {
    private static let hour = Duration.seconds(3_600)
    private static let account = TestService.accountID

    /// The messages about lost devices, the newest first: those without notices of sign-ins and of
    /// new devices.
    private static func mail(_ service: TestService) async throws -> [Mail.Sent] {
        try await service.mail().filter {
            $0.subject.contains("MFA") && !$0.subject.contains("new MFA device")
                && !$0.subject.contains("할당")
        }
    }

    /// A service whose root user has an authenticator app, and whose alice has one, too.
    private struct Stage {
        let service: TestService
        let signIn: SignIn
        let lostDevice: LostDevice
        let app: TestAuthenticator

        init(mail: MailDelivery = .development) async throws {
            service = try await TestService(users: ["alice"], mailDelivery: mail)
            try await service.run(
                IAM.CreateLoginProfile.self,
                .init(userName: "alice", password: LoginProfilesTests.password))
            signIn = SignIn(service.services)
            lostDevice = LostDevice(service.services)
            app = try await service.makeAuthenticator("phone")
            try await service.enable(app, for: nil)
            try await service.enable(try await service.makeAuthenticator("hers"), for: "alice")
            service.clock.advance(by: .seconds(60))
        }

        func ticket(
            _ claim: SignInClaim = .root(email: TestService.rootEmail),
            _ password: Secret = TestService.rootPassword
        ) async throws -> Secret {
            let outcome = try await signIn.signIn(claim, password: password, service.facts())
            guard case .asks(.secondFactor, let ticket) = outcome else {
                throw SignIn.NoSession(outcome: outcome)
            }
            return ticket
        }

        func offer() async throws -> LostDevice.Offer? {
            try await lostDevice.offer(try await ticket(), service.facts())
        }

        /// Asks for a link, and takes the token from the message.
        func link(_ language: Language = .english) async throws -> RandomToken? {
            let outcome = try await lostDevice.sendLink(
                try await ticket(), language, service.facts()
            ) { "http://localhost/recover?token=\($0.secret.reveal())" }
            guard outcome == .sent else { return nil }
            let mail = try await LostDeviceTests.mail(service)
            let token = mail.first?.text.split(separator: "token=").last?.prefix { $0 != "\n" }
            return token.flatMap { RandomToken(String($0)) }
        }

        /// Starts the waiting period.
        @discardableResult
        func start() async throws -> LostDevice.Wait? {
            guard let token = try await link() else { return nil }
            return try await lostDevice.start(token, .english, service.facts(from: "192.0.2.7"))
        }

        func finish() async throws -> SignIn.Outcome {
            try await signIn.removeLostDevices(try await ticket(), .english, service.facts())
        }

        func rootDevices() async throws -> Int {
            try await service.run(IAM.ListMFADevices.self, .init()).mfaDevices.count
        }

        func wait(of account: AccountID = LostDeviceTests.account) async throws -> LostDevice.Wait?
        {
            try await lostDevice.wait(of: account, at: service.clock.now)
        }
    }

    @Test("after the waiting period the devices go, the sessions end, and the sign-in goes on")
    func recovers() async throws {
        let stage = try await Stage()
        let service = stage.service
        let old = try await service.caller()
        #expect(try await stage.offer() == .link)
        let wait = try #require(try await stage.start())
        #expect(wait.endsAt == service.clock.now + Self.hour * 72)
        #expect(wait.sourceAddress == "192.0.2.7")
        #expect(try await stage.wait() == wait)
        #expect(try await stage.offer() == .waiting(wait))
        service.clock.advance(by: Self.hour * 72)
        #expect(try await stage.offer() == .removal(wait))
        // Sessions that are young enough to be open still.
        let young = try await service.caller()
        let alices = try await service.caller("alice")
        let outcome = try await stage.finish()
        guard case .session(_, let session) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(session.secondFactorAt == nil)
        #expect(try await stage.rootDevices() == 0)
        #expect(
            try await service.run(IAM.ListMFADevices.self, .init(userName: "alice")).mfaDevices
                .count == 1)
        #expect(try await stage.wait() == nil)
        let open = try await StoreContents(of: service.services.database).rows["web_session"] ?? []
        for gone in [old, young] {
            guard case .webSession(let token) = gone.credential else { continue }
            #expect(!open.contains { (try? $0.text("token_hash")) == token.description })
        }
        guard case .webSession(let hers) = alices.credential else { return }
        #expect(open.contains { (try? $0.text("token_hash")) == hers.description })
        let names = try await service.auditRecords().map(\.name)
        for name in ["MFARecoveryRequested", "MFARecoveryStarted", "MFARecoveryCompleted"] {
            #expect(names.filter { $0 == name }.count == 1, "\(name)")
        }
        let mail = try await Self.mail(service)
        #expect(mail.count == 3 && mail.allSatisfy { $0.recipient == TestService.rootEmail })
        #expect(mail[0].subject.hasSuffix("were removed"))
        #expect(mail[1].text.contains("192.0.2.7") && mail[1].subject.contains("UTC"))
    }

    @Test("before the end of the waiting period nothing is removed, and neither a week after it")
    func whenDevicesCanBeRemoved() async throws {
        let stage = try await Stage()
        try await stage.start()
        for passed in [Duration.zero, Self.hour * 72 - .microseconds(1)] {
            stage.service.clock.advance(by: passed)
            guard case .ticketNotValid = try await stage.finish() else {
                Issue.record("after \(passed)")
                return
            }
        }
        stage.service.clock.advance(by: LostDevice.removalLife + .microseconds(1))
        guard case .ticketNotValid = try await stage.finish() else {
            Issue.record("after a week")
            return
        }
        #expect(try await stage.wait() == nil)
        #expect(try await stage.offer() == .link)
        #expect(try await stage.rootDevices() == 1)
        // A second waiting period takes the place of the one that is over.
        #expect(try await stage.start() != nil)
    }

    @Test("without a waiting period nothing is removed")
    func withoutWait() async throws {
        let stage = try await Stage()
        guard case .ticketNotValid = try await stage.finish() else {
            Issue.record("it was removed")
            return
        }
        #expect(try await stage.rootDevices() == 1)
    }

    @Test("every user of the account may cancel", arguments: ["alice", nil])
    func cancelling(_ user: String?) async throws {
        let stage = try await Stage()
        let service = stage.service
        try await stage.start()
        let caller = try await service.caller(user)
        let facts = service.facts(from: "198.51.100.4")
        #expect(try await stage.lostDevice.cancel(by: caller, facts))
        #expect(try await !stage.lostDevice.cancel(by: caller, facts))
        #expect(try await stage.wait() == nil)
        service.clock.advance(by: Self.hour * 72)
        guard case .ticketNotValid = try await stage.finish() else {
            Issue.record("it was removed")
            return
        }
        let record = try #require(
            try await service.auditRecords().first { $0.name == "MFARecoveryCancelled" })
        #expect(record.record.contains(user.map { "user/\($0)" } ?? ":root"))
        let mail = try await Self.mail(service)
        #expect(mail[0].text.contains("198.51.100.4") && mail[0].subject.hasSuffix("stay"))
    }

    @Test("a session that has ended, and one of another account, cancel nothing")
    func strangersCancelNothing() async throws {
        let stage = try await Stage()
        let service = stage.service
        let other = try await OperatorTools(service.services).make(SignUpTests.request()).account
        let stranger = try await service.caller(of: other.id)
        let ended = try await service.caller("alice")
        try await stage.start()
        #expect(try await !stage.lostDevice.cancel(by: stranger, service.facts()))
        service.clock.advance(by: Self.hour * 24)
        await #expect(throws: IAMError.invalidClientTokenId) {
            try await stage.lostDevice.cancel(by: ended, service.facts())
        }
        #expect(try await stage.wait() != nil)
        #expect(try await stage.wait(of: other.id) == nil)
    }

    @Test("a sign-in with the device ends the waiting period, and tells so")
    func deviceFound() async throws {
        let stage = try await Stage()
        let service = stage.service
        try await stage.start()
        let ticket = try await stage.ticket()
        let device = try await stage.signIn.offeredDevices(ticket, service.facts())?.first?.id
        let outcome = try await stage.signIn.proveCode(
            ticket, of: device ?? "", stage.app.code(at: service.clock.now), service.facts())
        guard case .session = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(try await stage.wait() == nil)
        let mail = try await Self.mail(service)
        #expect(mail[0].text.contains("signed in with an MFA device"))
    }

    // MARK: The link

    @Test("a link is good once, for fifteen minutes, and until another is asked for")
    func links() async throws {
        let stage = try await Stage()
        let (service, lostDevice) = (stage.service, stage.lostDevice)
        let first = try #require(try await stage.link())
        let second = try #require(try await stage.link())
        func isValid(_ token: RandomToken) async throws -> Bool {
            try await lostDevice.account(ofLink: token, at: service.clock.now) != nil
        }
        #expect(try await !isValid(first))
        #expect(try await lostDevice.start(first, .english, service.facts()) == nil)
        service.clock.advance(by: .seconds(899))
        #expect(try await isValid(second))
        service.clock.advance(by: .seconds(1))
        #expect(try await !isValid(second))
        #expect(try await lostDevice.start(second, .english, service.facts()) == nil)
        let third = try #require(try await stage.link())
        #expect(try await lostDevice.start(third, .english, service.facts()) != nil)
        #expect(try await lostDevice.start(third, .english, service.facts()) == nil)
        let caller = try await service.caller()
        #expect(try await lostDevice.cancel(by: caller, service.facts()))
        #expect(try await lostDevice.start(third, .english, service.facts()) == nil)
    }

    @Test("looking at the page of a link changes nothing")
    func lookingChangesNothing() async throws {
        let stage = try await Stage()
        let token = try #require(try await stage.link())
        let before = try await StoreContents(of: stage.service.services.database)
        for _ in 1...3 {
            #expect(
                try await stage.lostDevice.account(
                    ofLink: token, at: stage.service.clock.now) == Self.account)
        }
        #expect(try await StoreContents(of: stage.service.services.database) == before)
    }

    @Test(
        "a link from before cannot begin the waiting period anew, nor one that a stranger made up")
    func otherLinks() async throws {
        let stage = try await Stage()
        let (service, lostDevice) = (stage.service, stage.lostDevice)
        let wait = try await stage.start()
        #expect(try await stage.link() == nil)
        let made = try #require(RandomToken(String(repeating: "A", count: 43)))
        #expect(try await lostDevice.start(made, .english, service.facts()) == nil)
        #expect(try await stage.wait() == wait)
    }

    @Test("the token is in the message alone, and the store has its hash")
    func tokenIsHashed() async throws {
        let stage = try await Stage()
        let token = try #require(try await stage.link())
        let contents = try await StoreContents(of: stage.service.services.database)
        let all = "\(contents.rows)"
        #expect(!all.contains(token.secret.reveal()))
        #expect(all.contains(token.hash.description))
        let text = try await Mail(stage.service.services).newest()[0]
        #expect(text.text.components(of: "http") == 1)
        #expect(text.html.components(of: "http") == 1)
    }

    @Test("mail is written in the language that it was asked for in")
    func languages() async throws {
        let stage = try await Stage()
        let token = try #require(try await stage.link(.korean))
        _ = try await stage.lostDevice.start(token, .korean, stage.service.facts())
        let caller = try await stage.service.caller("alice")
        _ = try await stage.lostDevice.cancel(by: caller, stage.service.facts())
        let mail = try await Self.mail(stage.service)
        #expect(mail.count == 3)
        #expect(mail.allSatisfy { $0.html.contains("lang=\"ko\"") && $0.text.contains("계정") })
    }

    @Test("of many links only some are sent, and the next after a while")
    func throttled() async throws {
        let stage = try await Stage()
        var sent = 0
        while try await stage.link() != nil { sent += 1 }
        #expect(sent == 4)
        let refused = try await stage.lostDevice.sendLink(
            try await stage.ticket(), .english, stage.service.facts()
        ) { _ in "" }
        #expect(refused == .tooMany(retryAfter: .seconds(60)))
        stage.service.clock.advance(by: .seconds(60))
        #expect(try await stage.link() != nil)
        // A restart does not end the wait.
        stage.service.services.passwordAttempts.reset()
        try await stage.service.services.resume()
        #expect(try await stage.link() == nil)
    }

    // MARK: Who is offered what

    @Test("an IAM user is sent to an administrator, and gets no link")
    func iamUser() async throws {
        let stage = try await Stage()
        let ticket = try await stage.ticket(
            .user(account: "123456789012", name: "alice"), LoginProfilesTests.password)
        let facts = stage.service.facts()
        #expect(try await stage.lostDevice.offer(ticket, facts) == .administrator)
        #expect(
            try await stage.lostDevice.sendLink(ticket, .english, facts) { _ in "" }
                == .notOffered)
        // Not even when the root user's waiting period has ended.
        try await stage.start()
        stage.service.clock.advance(by: Self.hour * 72)
        let again = try await stage.ticket(
            .user(account: "123456789012", name: "alice"), LoginProfilesTests.password)
        let outcome = try await stage.signIn.removeLostDevices(
            again, .english, stage.service.facts())
        guard case .ticketNotValid = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    @Test("a server without mail names the operator, and sends nothing")
    func withoutMail() async throws {
        let stage = try await Stage(mail: .none)
        #expect(try await stage.offer() == .operator)
        #expect(try await stage.link() == nil)
        let contents = try await StoreContents(of: stage.service.services.database)
        #expect(contents.rows["mail_token"] == [] && contents.rows["mail"] == [])
    }

    @Test("without the password there is no offer")
    func withoutTicket() async throws {
        let stage = try await Stage()
        let facts = stage.service.facts()
        #expect(try await stage.lostDevice.offer(Secret("made up"), facts) == nil)
        let old = try await stage.ticket()
        stage.service.clock.advance(by: .seconds(600))
        #expect(try await stage.lostDevice.offer(old, stage.service.facts()) == nil)
        let before = try await stage.ticket()
        try await OperatorTools(stage.service.services).resetRootPassword(
            of: Self.account, to: Secret("Other-Fish-88-of-mine"))
        #expect(try await stage.lostDevice.offer(before, stage.service.facts()) == nil)
    }
}

extension String {
    /// How often a text stands in this one.
    fileprivate func components(of text: String) -> Int {
        split(separator: text, omittingEmptySubsequences: false).count - 1
    }
}
