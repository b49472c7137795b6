import Credentials
import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

@Suite struct SignUpTests {
    static let password = Secret("Blue-Whale-77")

    static func request(
        name: String = "New", email: String = "new@example.com", password: Secret = password,
        accountID: AccountID? = nil, accessKey: SignUp.RootKey? = nil
    ) throws -> SignUp.Request {
        SignUp.Request(
            try AccountDetails(name: name, email: email), password: password,
            accountID: accountID, accessKey: accessKey)
    }

    @Test("an account is made with its record, and its root user signs in")
    func makes() async throws {
        let service = try await TestService()
        let made = try await SignUp(service.services).make(
            Self.request(), by: .openSignUp, service.facts())
        #expect(made.accessKey == nil)
        #expect(made.account.id.description.count == 12)
        let outcome = try await SignIn(service.services).signIn(
            .root(email: "NEW@example.com"), password: Self.password, service.facts())
        guard case .session(_, let session) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(session.account == made.account.id)
        let records = try await service.services.database.read {
            try AuditEventTable($0).latest(of: made.account.id, limit: 10)
        }
        #expect(Set(records.map(\.name)) == ["CreateAccount", "ConsoleLogin"])
        #expect(!records.contains { $0.record.contains(Self.password.reveal()) })
    }

    @Test("the operator chooses an ID and gets the root user's first key, once")
    func operatorMakes() async throws {
        let service = try await TestService()
        let id = try #require(AccountID("210987654321"))
        let made = try await OperatorTools(service.services).make(
            Self.request(accountID: id, accessKey: .init()))
        let key = try #require(made.accessKey)
        #expect(made.account.id == id)
        #expect(key.id.account == id)
        #expect(key.secret.reveal().count == 40)
        let identity = try await service.pipeline.run(
            STS.GetCallerIdentity.self, .init(),
            as: Caller(
                account: id, principalID: UniqueID(rootOf: id), credential: .accessKey(key.id)),
            service.facts())
        #expect(identity.arn == "arn:aws:iam::210987654321:root")
        await #expect(throws: AccountRefusal.accountIDTaken) {
            try await OperatorTools(service.services).make(
                Self.request(email: "other@example.com", accountID: id))
        }
    }

    @Test("an address in use is refused, whatever its case")
    func emailTaken() async throws {
        let service = try await TestService()
        await #expect(throws: AccountRefusal.emailTaken) {
            try await SignUp(service.services).make(
                Self.request(email: "ROOT@example.com"), by: .operator, service.facts())
        }
    }

    @Test("a visitor is not told that an address is in use, and its owner is, in the record")
    func takenForVisitor() async throws {
        let service = try await TestService()
        let signUp = SignUp(service.services)
        try await signUp.makeForVisitor(
            Self.request(email: "ROOT@example.com"), service.facts())
        #expect(try await OperatorTools(service.services).accounts() == [service.account])
        let record = try #require(try await service.auditRecords().first)
        #expect(record.name == "CreateAccount")
        #expect(record.record.contains("This account has the e-mail address"))
        #expect(!record.record.contains("New"))
        try await signUp.makeForVisitor(Self.request(), service.facts())
        #expect(try await OperatorTools(service.services).accounts().count == 2)
    }

    @Test(
        "a weak password is refused",
        arguments: ["Abc-123", "abcdefgh", "NEW@example.com", String(repeating: "Ab1-", count: 33)])
    func weakPassword(_ password: String) async throws {
        let service = try await TestService()
        await #expect(throws: AccountRefusal.self) {
            try await SignUp(service.services).make(
                Self.request(password: Secret(password)), by: .operator, service.facts())
        }
        #expect(try await OperatorTools(service.services).accounts().count == 1)
    }

    @Test("one address cannot make accounts without end")
    func throttled() async throws {
        let service = try await TestService()
        let signUp = SignUp(service.services)
        for n in 0..<101 {
            _ = try await signUp.make(
                Self.request(email: "new\(n)@example.com"), by: .openSignUp, service.facts())
        }
        await #expect(throws: AccountRefusal.tooManyAttempts(retryAfter: .seconds(1))) {
            try await signUp.make(
                Self.request(email: "more@example.com"), by: .openSignUp, service.facts())
        }
    }
}

@Suite struct AccountDetailsTests {
    @Test(
        "addresses that people have are accepted",
        arguments: ["a@b", "first.last+tag@mail.example.com", "root@localhost", "o'neil@x-y.org"])
    func goodEmails(_ email: String) throws {
        #expect(try AccountDetails(name: "x", email: email).email == email)
    }

    @Test(
        "what is no address is refused",
        arguments: [
            "", "a", "@", "a@", "@b", "a@b@c", "a b@c", "a@b c", ".a@b", "a.@b", "a..b@c", "a@b.",
            "a@.b", "ä@b", "a@b\n", "<a@b>", String(repeating: "a", count: 65) + "@b",
            "a@" + String(repeating: "b", count: 253),
        ])
    func badEmails(_ email: String) {
        #expect(throws: AccountRefusal.emailNotValid) {
            try AccountDetails(name: "x", email: email)
        }
    }

    @Test("names of one to fifty characters are accepted, in any script")
    func goodNames() throws {
        for name in ["x", "우리 회사", String(repeating: "n", count: 50)] {
            #expect(try AccountDetails(name: name, email: "a@b").name == name)
        }
    }

    @Test(
        "a name that is empty, too long, or does not print is refused",
        arguments: ["", "   ", String(repeating: "n", count: 51), "a\nb", "a\u{202E}b", "<b>"])
    func badNames(_ name: String) {
        #expect(throws: AccountRefusal.nameNotValid) {
            try AccountDetails(name: name, email: "a@b")
        }
    }
}
