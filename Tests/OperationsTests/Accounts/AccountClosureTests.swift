import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

/// The end of an account, and what comes before it.
@Suite struct AccountClosureTests {
    private static let id = TestService.accountID
    private static let proof = RootProof(password: TestService.rootPassword)

    private static func close(_ service: TestService, typing text: String = id.description)
        async throws
    {
        _ = try await RootUser(service.services).closeAccount(
            confirming: text, proof, as: service.caller(), service.facts())
    }

    /// Signs in to a closed account, in order to reopen it.
    private static func signIn(
        _ service: TestService, _ password: Secret = TestService.rootPassword
    ) async throws -> SignIn.Outcome {
        try await SignIn(service.services).signIn(
            .rootOfClosed(email: TestService.rootEmail), password: password, service.facts())
    }

    private static func reopeningTicket(_ service: TestService) async throws -> Secret? {
        guard case .asks(.reopening, let ticket) = try await signIn(service) else { return nil }
        return ticket
    }

    @Test("keys, sessions and users are refused at once, and the owner is told")
    func closes() async throws {
        let service = try await TestService(users: ["alice"])
        try await service.run(
            IAM.CreateLoginProfile.self,
            .init(userName: "alice", password: LoginProfilesTests.password))
        let alice = try await service.caller("alice")
        await #expect(throws: AccountRefusal.notConfirmed) {
            try await Self.close(service, typing: "123456789013")
        }
        let stakes = try await RootUser(service.services).stakes(of: service.caller())
        #expect(stakes.users == 1 && stakes.activeKeys == 0)
        try await Self.close(service)
        await #expect(throws: IAMError.invalidClientTokenId) {
            _ = try await service.pipeline.run(
                STS.GetCallerIdentity.self, .init(), as: alice, service.facts())
        }
        let outcome = try await SignIn(service.services).signIn(
            .user(account: Self.id.description, name: "alice"),
            password: LoginProfilesTests.password, service.facts())
        guard case .wrongCredentials = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(try await service.subjects().first == "Account 123456789012 was closed")
        #expect(try await service.auditRecords().contains { $0.name == "CloseAccount" })
    }

    @Test("its root user reopens it by signing in, after every proof")
    func reopens() async throws {
        let service = try await TestService()
        let app = try await service.makeAuthenticator("phone")
        try await service.enable(app, for: nil)
        service.clock.advance(by: .seconds(60))
        try await OperatorTools(service.services).close(Self.id)
        let signIn = SignIn(service.services)
        guard case .wrongCredentials = try await Self.signIn(service, Secret("wrong")),
            case .wrongCredentials = try await service.signInAsRoot(),
            case .asks(.secondFactor, let first) = try await Self.signIn(service)
        else {
            Issue.record("a closed account is told before it is proved")
            return
        }
        let devices = try #require(try await signIn.offeredDevices(first, service.facts()))
        let proved = try await signIn.proveCode(
            first, of: devices[0].id, app.code(at: service.clock.now), service.facts())
        guard case .asks(.reopening, let ticket) = proved else {
            Issue.record("\(proved)")
            return
        }
        let closed = try await signIn.closedAccount(ticket, service.facts())
        #expect(closed?.account == Self.id)
        guard case .session = try await signIn.reopenAccount(ticket, service.facts()) else {
            Issue.record("it was not reopened")
            return
        }
        guard case .ticketNotValid = try await signIn.reopenAccount(ticket, service.facts()),
            case .wrongCredentials = try await Self.signIn(service)
        else {
            Issue.record("what reopens a closed account is good for one that is open")
            return
        }
        #expect(try await service.auditRecords().contains { $0.name == "ReopenAccount" })
    }

    @Test("after 90 days it is erased with everything in it, and nobody reopens it")
    func erased() async throws {
        let service = try await TestService(users: ["alice"])
        let tools = OperatorTools(service.services)
        try await service.run(
            IAM.TagUser.self, .init(userName: "alice", tags: [.init(key: "a", value: "b")]))
        try await service.run(IAM.CreateAccessKey.self, .init(userName: "alice"))
        let other = try await tools.make(SignUpTests.request())
        try await Self.close(service)
        let erasures = AccountErasures(service.services)
        let period = AccountClosure.postClosurePeriod
        service.clock.advance(by: period - .seconds(1))
        #expect(try await erasures.eraseDue().isEmpty)
        #expect(try await Self.reopeningTicket(service) != nil)
        service.clock.advance(by: .seconds(1))
        let ticket = try #require(try await Self.reopeningTicket(service))
        guard
            case .ticketNotValid = try await SignIn(service.services).reopenAccount(
                ticket, service.facts())
        else {
            Issue.record("it was reopened after its time")
            return
        }
        await #expect(throws: AccountRefusal.accountErased) { try await tools.reopen(Self.id) }

        #expect(try await erasures.eraseDue() == [Self.id])
        #expect(try await erasures.eraseDue().isEmpty)
        await #expect(throws: AccountRefusal.accountErased) { try await tools.reopen(Self.id) }
        guard case .wrongCredentials = try await service.signInAsRoot(),
            case .wrongCredentials = try await Self.signIn(service)
        else {
            Issue.record("somebody signs in to what was erased")
            return
        }
        let record = try #require(
            try await service.auditRecords().first { $0.name == "EraseAccount" })
        #expect(record.record.contains(#""iam_user":1"#))
        #expect(record.record.contains(#""tag":1"#) && record.record.contains(#""access_key":1"#))

        #expect(
            try await service.auditRecords().contains { $0.name == "EraseAccountCompleted" })

        let account = try #require(try await tools.account(Self.id.description))
        #expect(account.email == "" && account.name == "" && account.passwordHash == "")
        _ = try await tools.make(
            SignUp.Request(
                AccountDetails(name: "Again", email: TestService.rootEmail),
                password: SignUpTests.password))
        await #expect(throws: AccountRefusal.accountIDTaken) {
            _ = try await tools.make(
                SignUp.Request(
                    AccountDetails(name: "Third", email: "third@example.com"),
                    password: SignUpTests.password, accountID: Self.id))
        }
        #expect(try await tools.account(other.account.id.description) == other.account)
    }

    @Test("closing again does not prolong the time")
    func closedTwice() async throws {
        let service = try await TestService()
        let tools = OperatorTools(service.services)
        try await tools.close(Self.id)
        service.clock.advance(by: .seconds(86_400))
        try await tools.close(Self.id)
        #expect(try await service.auditRecords().filter { $0.name == "CloseAccount" }.count == 1)
        service.clock.advance(by: AccountClosure.postClosurePeriod - .seconds(86_400))
        #expect(try await AccountErasures(service.services).eraseDue() == [Self.id])
    }
}
