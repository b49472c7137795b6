import Credentials
import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

@Suite struct SignInTests {
    static let password = LoginProfilesTests.password

    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var claim: SignInClaim
        var password = SignInTests.password
        var opens = false
    }

    static let cases = [
        Case(
            testDescription: "the root user by e-mail, whatever its case",
            claim: .root(email: "Root@Example.com"), password: TestService.rootPassword,
            opens: true),
        Case(
            testDescription: "a user by account ID and name, whatever its case",
            claim: .user(account: "123456789012", name: "Alice"), opens: true),
        Case(
            testDescription: "a user by alias and name",
            claim: .user(account: "example", name: "alice"), opens: true),
        Case(
            testDescription: "the root user with another's password",
            claim: .root(email: TestService.rootEmail)),
        Case(
            testDescription: "a root user that does not exist",
            claim: .root(email: "nobody@example.com"), password: TestService.rootPassword),
        Case(
            testDescription: "a user with a wrong password",
            claim: .user(account: "example", name: "alice"), password: Secret("wrong")),
        Case(
            testDescription: "a user with the empty password",
            claim: .user(account: "example", name: "alice"), password: Secret("")),
        Case(
            testDescription: "a user who has no password",
            claim: .user(account: "example", name: "bob"), password: Secret("")),
        Case(
            testDescription: "a user that does not exist",
            claim: .user(account: "example", name: "carol")),
        Case(
            testDescription: "an account that does not exist",
            claim: .user(account: "999999999999", name: "alice")),
        Case(
            testDescription: "a root user as an IAM user",
            claim: .user(account: "example", name: TestService.rootEmail),
            password: TestService.rootPassword),
    ]

    @Test(arguments: cases) func opens(_ c: Case) async throws {
        let service = try await LoginProfilesTests.service()
        try await service.run(IAM.CreateAccountAlias.self, .init(accountAlias: "example"))
        let signIn = SignIn(service.services)
        let outcome = try await signIn.signIn(c.claim, password: c.password, service.facts())
        switch outcome {
        case .session(let token, let session):
            #expect(c.opens)
            let found = try await signIn.signedIn(token.secret.reveal(), at: service.clock.now)
            #expect(found?.session == session)
            let identity = try await service.pipeline.run(
                STS.GetCallerIdentity.self, .init(), as: try #require(found).caller,
                service.facts())
            #expect(identity.arn == found?.principal.arn.description)
        case .wrongCredentials: #expect(!c.opens)
        default: Issue.record("\(outcome)")
        }
    }

    @Test("sign-ins and failures are recorded, the root user's as the root user's")
    func audit() async throws {
        let service = try await LoginProfilesTests.service()
        let signIn = SignIn(service.services)
        let alice = SignInClaim.user(account: "123456789012", name: "alice")
        _ = try await signIn.signIn(
            .root(email: TestService.rootEmail), password: TestService.rootPassword,
            service.facts())
        _ = try await signIn.signIn(alice, password: Self.password, service.facts())
        _ = try await signIn.signIn(alice, password: Secret("wrong"), service.facts())
        _ = try await signIn.signIn(
            .user(account: "123456789012", name: "MyPassword1"), password: Self.password,
            service.facts())
        let records = try await service.auditRecords().filter { $0.name == "ConsoleLogin" }
            .map(\.record)
        #expect(records.count == 4)
        #expect(records.allSatisfy { $0.contains(#""eventType":"AwsConsoleSignIn""#) })
        #expect(records.filter { $0.contains(#"{"ConsoleLogin":"Success"}"#) }.count == 2)
        #expect(records.filter { $0.contains(#""type":"Root""#) }.count == 1)
        #expect(
            records.filter {
                $0.contains(#""errorMessage":"Failed authentication""#)
                    && $0.contains(#""userName":"alice""#)
            }.count == 1)
        #expect(
            records.filter {
                $0.contains(#""errorMessage":"No username found in supplied account""#)
                    && $0.contains("HIDDEN_DUE_TO_SECURITY_REASONS")
            }.count == 1)
        #expect(!records.contains { $0.contains("MyPassword1") })
        #expect(!records.contains { $0.contains(Self.password.reveal()) })
    }

    @Test("a sign-in is the password's last use")
    func lastUse() async throws {
        let service = try await LoginProfilesTests.service()
        let signIn = SignIn(service.services)
        _ = try await signIn.signIn(
            .user(account: "123456789012", name: "alice"), password: Self.password,
            service.facts())
        let alice = try await service.run(IAM.GetUser.self, .init(userName: "alice")).user
        #expect(alice.passwordLastUsed == service.clock.now)
        #expect(try await service.run(IAM.GetUser.self, .init()).user.passwordLastUsed == nil)
    }

    @Test("after too many failures the right password waits too, and names that do not exist alike")
    func throttled() async throws {
        let service = try await LoginProfilesTests.service()
        let signIn = SignIn(service.services)
        for name in ["alice", "nobody"] {
            let claim = SignInClaim.user(account: "123456789012", name: name)
            for _ in 0..<6 {
                let outcome = try await signIn.signIn(
                    claim, password: Secret("wrong"), service.facts())
                guard case .wrongCredentials = outcome else {
                    Issue.record("\(outcome)")
                    return
                }
            }
            let early = try await signIn.signIn(claim, password: Self.password, service.facts())
            guard case .tooManyAttempts(.seconds(1)) = early else {
                Issue.record("\(early)")
                return
            }
        }
        service.clock.advance(by: .seconds(1))
        let outcome = try await signIn.signIn(
            .user(account: "123456789012", name: "alice"), password: Self.password,
            service.facts())
        guard case .session = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    @Test("a closed account lets nobody in, and its sessions end for good")
    func closedAccount() async throws {
        let service = try await LoginProfilesTests.service()
        let signIn = SignIn(service.services)
        let token = try await signIn.token(.root(email: TestService.rootEmail), service)
        try await OperatorTools(service.services).close(TestService.accountID)
        #expect(try await signIn.signedIn(token, at: service.clock.now) == nil)
        let outcome = try await signIn.signIn(
            .root(email: TestService.rootEmail), password: TestService.rootPassword,
            service.facts())
        guard case .wrongCredentials = outcome else {
            Issue.record("\(outcome)")
            return
        }
        try await OperatorTools(service.services).reopen(TestService.accountID)
        #expect(try await signIn.signedIn(token, at: service.clock.now) == nil)
        _ = try await signIn.token(.root(email: TestService.rootEmail), service)
    }
}

extension SignIn {
    /// Signs the root user in, or alice, and gives the cookie.
    func token(_ claim: SignInClaim, _ service: TestService) async throws -> String {
        let isRoot = if case .root = claim { true } else { false }
        let outcome = try await signIn(
            claim, password: isRoot ? TestService.rootPassword : LoginProfilesTests.password,
            service.facts())
        guard case .session(let token, _) = outcome else { throw NoSession(outcome: outcome) }
        return token.secret.reveal()
    }

    struct NoSession: Error {
        let outcome: Outcome
    }
}
