import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

@Suite struct OperatorToolsTests {
    @Test("accounts are found by ID and by e-mail address, and listed by ID")
    func finding() async throws {
        let service = try await TestService()
        let tools = OperatorTools(service.services)
        let made = try await tools.make(
            SignUpTests.request(accountID: AccountID("000000000001"))
        ).account
        #expect(try await tools.accounts().map(\.id) == [made.id, TestService.accountID])
        #expect(try await tools.account("000000000001") == made)
        #expect(try await tools.account("NEW@example.com") == made)
        #expect(try await tools.account("999999999999") == nil)
    }

    @Test("a reset root password ends the root user's sessions and takes effect at once")
    func reset() async throws {
        let service = try await LoginProfilesTests.service()
        let tools = OperatorTools(service.services)
        let signIn = SignIn(service.services)
        let root = try await signIn.token(.root(email: TestService.rootEmail), service)
        let alice = try await signIn.token(
            .user(account: "123456789012", name: "alice"), service)
        let new = Secret("Other-Fish-88")
        try await tools.resetRootPassword(of: TestService.accountID, to: new)
        #expect(try await signIn.signedIn(root, at: service.clock.now) == nil)
        #expect(try await signIn.signedIn(alice, at: service.clock.now) != nil)
        let outcome = try await signIn.signIn(
            .root(email: TestService.rootEmail), password: new, service.facts())
        guard case .session = outcome else {
            Issue.record("\(outcome)")
            return
        }
        await #expect(throws: AccountRefusal.self) {
            try await tools.resetRootPassword(of: TestService.accountID, to: Secret("weak"))
        }
    }

    @Test("a closed account's keys are refused from the next request, and work when it is reopened")
    func closing() async throws {
        let service = try await TestService()
        let tools = OperatorTools(service.services)
        let key = try await service.run(IAM.CreateAccessKey.self, .init()).accessKey
        let caller = Caller(
            account: TestService.accountID, principalID: UniqueID(rootOf: TestService.accountID),
            credential: .accessKey(try #require(AccessKeyID(key.accessKeyId))))
        try await tools.close(TestService.accountID)
        await #expect(throws: IAMError.invalidClientTokenId) {
            try await service.pipeline.run(
                STS.GetCallerIdentity.self, .init(), as: caller, service.facts())
        }
        #expect(try await tools.account("123456789012")?.closedAt == service.clock.now)
        try await tools.reopen(TestService.accountID)
        _ = try await service.pipeline.run(
            STS.GetCallerIdentity.self, .init(), as: caller, service.facts())
        let records = try await service.auditRecords()
        for name in ["CloseAccount", "ReopenAccount"] {
            #expect(
                records.contains {
                    $0.name == name && $0.record.contains(#""userIdentity":{"type":"Operator"}"#)
                })
        }
    }

    @Test("what is done to an account that does not exist is refused")
    func missing() async throws {
        let service = try await TestService()
        let tools = OperatorTools(service.services)
        let id = try #require(AccountID("999999999999"))
        await #expect(throws: AccountRefusal.noSuchAccount) { try await tools.close(id) }
        await #expect(throws: AccountRefusal.noSuchAccount) { try await tools.reopen(id) }
        await #expect(throws: AccountRefusal.noSuchAccount) {
            try await tools.resetRootPassword(of: id, to: SignUpTests.password)
        }
    }
}
