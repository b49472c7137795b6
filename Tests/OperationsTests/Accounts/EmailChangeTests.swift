import Credentials
import IAMIdentifiers
import Operations
import Store
import TestSupport
import Testing

/// A root user's e-mail address, confirmed at both addresses.
@Suite struct EmailChangeTests {
    private static let proof = RootProof(password: TestService.rootPassword)
    private static let new = "boss@example.org"

    private struct Stage {
        let service: TestService
        let rootUser: RootUser
        let caller: Caller

        init(mail: MailDelivery = .development) async throws {
            service = try await TestService(users: ["alice"], mailDelivery: mail)
            rootUser = RootUser(service.services)
            caller = try await service.caller()
        }

        func begin(_ email: String = EmailChangeTests.new) async throws {
            try await rootUser.beginEmailChange(
                to: email, EmailChangeTests.proof, as: caller, service.facts())
        }

        func confirm(_ code: String) async throws -> RootUser.EmailConfirmation {
            try await rootUser.confirmEmailChange(code, as: caller, service.facts())
        }

        func codes() async throws -> (present: String, new: String) {
            (
                try #require(try await service.emailCode(to: TestService.rootEmail)),
                try #require(try await service.emailCode(to: EmailChangeTests.new))
            )
        }

        func email() async throws -> String? {
            try await OperatorTools(service.services).account(TestService.accountID.description)?
                .email
        }
    }

    @Test("both codes change it, in any order; other sessions end, and both addresses are told")
    func changes() async throws {
        for isReversed in [false, true] {
            let stage = try await Stage()
            let elsewhere = try await stage.service.caller()
            try await stage.begin()
            let codes = try await stage.codes()
            let order = isReversed ? [codes.new, codes.present] : [codes.present, codes.new]
            #expect(try await stage.confirm(order[0]) == .oneMore)
            #expect(try await stage.email() == TestService.rootEmail)
            #expect(try await stage.confirm(order[1]) == .changed)
            #expect(try await stage.email() == Self.new)
            await #expect(throws: IAMError.invalidClientTokenId) {
                _ = try await stage.rootUser.facts(of: elsewhere, stage.service.facts())
            }
            #expect(
                try await stage.rootUser.facts(of: stage.caller, stage.service.facts()).email
                    == Self.new)
            for address in [TestService.rootEmail, Self.new] {
                let subject = try await stage.service.subjects(to: address).first
                #expect(subject?.contains("email address") == true)
            }
            #expect(try await stage.service.auditRecords().contains { $0.name == "EmailUpdated" })
        }
    }

    @Test("one address alone changes nothing, whichever code is given twice")
    func oneAddress() async throws {
        let stage = try await Stage()
        try await stage.begin()
        let codes = try await stage.codes()
        #expect(try await stage.confirm(codes.new) == .oneMore)
        #expect(try await stage.confirm(codes.new) == .wrong)
        #expect(try await stage.confirm(String(codes.present.dropLast())) == .wrong)
        #expect(try await stage.confirm("") == .wrong)
        #expect(try await stage.email() == TestService.rootEmail)
    }

    @Test("five wrong codes end it, and so do fifteen minutes")
    func ends() async throws {
        let stage = try await Stage()
        try await stage.begin()
        let codes = try await stage.codes()
        for _ in 0..<4 { #expect(try await stage.confirm("wrong") == .wrong) }
        #expect(try await stage.confirm("wrong") == .ended)
        #expect(try await stage.confirm(codes.present) == .ended)

        try await stage.begin()
        let later = try await stage.codes()
        stage.service.clock.advance(by: RootUser.emailChangeLife)
        #expect(try await stage.confirm(later.present) == .ended)
        #expect(try await stage.email() == TestService.rootEmail)
    }

    @Test("codes are of the account and of the change they were sent for")
    func codesAreBound() async throws {
        let stage = try await Stage()
        try await stage.begin()
        let first = try await stage.codes()
        try await stage.begin()
        let second = try await stage.codes()
        #expect(first.present != second.present)
        #expect(try await stage.confirm(first.present) == .wrong)

        let other = try await OperatorTools(stage.service.services).make(SignUpTests.request())
        let stranger = try await stage.service.caller(of: other.account.id)
        let outcome = try await stage.rootUser.confirmEmailChange(
            second.present, as: stranger, stage.service.facts())
        #expect(outcome == .ended)
    }

    @Test("an address of another account is not told from a free one, but by its own mail")
    func takenAddress() async throws {
        let stage = try await Stage()
        let made = try await OperatorTools(stage.service.services).make(SignUpTests.request())
        let taken = made.account.email
        try await stage.begin(taken)
        #expect(try await stage.service.emailCode(to: taken) == nil)
        let subject = try await stage.service.subjects(to: taken).first
        #expect(subject == "This email address already has an account")
        let present = try #require(try await stage.service.emailCode(to: TestService.rootEmail))
        #expect(try await stage.confirm(present) == .oneMore)
        #expect(try await stage.email() == TestService.rootEmail)
    }

    @Test("an address that another account gets meanwhile is refused at the end")
    func takenMeanwhile() async throws {
        let stage = try await Stage()
        try await stage.begin()
        let codes = try await stage.codes()
        #expect(try await stage.confirm(codes.present) == .oneMore)
        _ = try await OperatorTools(stage.service.services).make(
            SignUp.Request(
                AccountDetails(name: "Other", email: Self.new), password: SignUpTests.password))
        await #expect(throws: AccountRefusal.emailTaken) { _ = try await stage.confirm(codes.new) }
        #expect(try await stage.email() == TestService.rootEmail)
    }

    @Test("it can be cancelled, ends with a new password, and needs mail and an address")
    func cancelled() async throws {
        let stage = try await Stage()
        try await stage.begin()
        let codes = try await stage.codes()
        #expect(
            try await stage.rootUser.cancelEmailChange(as: stage.caller, stage.service.facts()))
        #expect(
            try await !stage.rootUser.cancelEmailChange(as: stage.caller, stage.service.facts()))
        #expect(try await stage.confirm(codes.present) == .ended)
        try await stage.begin()
        try await stage.rootUser.changePassword(
            from: TestService.rootPassword, to: SignUpTests.password, as: stage.caller,
            stage.service.facts())
        #expect(try await stage.confirm(try await stage.codes().present) == .ended)

        await #expect(throws: AccountRefusal.emailNotValid) { try await stage.begin("no address") }
        let silent = try await Stage(mail: .none)
        await #expect(throws: AccountRefusal.noMail) { try await silent.begin() }
        let alice = try await stage.service.caller("alice")
        await #expect(throws: AccountRefusal.notRootUser) {
            try await stage.rootUser.beginEmailChange(
                to: Self.new, Self.proof, as: alice, stage.service.facts())
        }
    }

    @Test("messages that a root user asks for are slowed down")
    func throttled() async throws {
        let stage = try await Stage()
        for _ in 0..<4 { try await stage.begin() }
        await #expect(throws: AccountRefusal.tooManyAttempts(retryAfter: .seconds(60))) {
            try await stage.begin()
        }
    }
}
