import Credentials
import IAMIdentifiers
import Operations
import Store
import TestSupport
import Testing

@Suite struct SetupLinkTests {
    /// A service whose store holds no account, as at first start.
    private func empty(on engine: TestEngine? = nil) async throws -> TestService {
        let service = try await TestService(engine: engine)
        try await service.services.database.write { transaction in
            try WebSessionTable(transaction).deleteAll(in: TestService.accountID)
            try transaction.execute("DELETE FROM account")
        }
        return service
    }

    private func make(_ token: RandomToken, _ service: TestService) async throws -> SignUp.Made {
        try await SignUp(service.services).make(
            SignUpTests.request(), by: .setupLink(token), service.facts())
    }

    @Test("the link makes the first account and no second")
    func once() async throws {
        let service = try await empty()
        let link = SetupLink(service.services)
        let token = try #require(try await link.issue())
        #expect(try await link.isValid(token))
        _ = try await make(token, service)
        #expect(try await !link.isValid(token))
        let isKept = try await service.services.database.read {
            try SetupLinkTable($0).contains(token.hash.description)
        }
        #expect(!isKept)
        #expect(try await link.issue() == nil)
        await #expect(throws: AccountRefusal.setupLinkNotValid) {
            try await make(token, service)
        }
        #expect(try await OperatorTools(service.services).accounts().count == 1)
    }

    @Test("a new link ends the one before, and one never printed is worth nothing")
    func replaced() async throws {
        let service = try await empty(on: .sqlite)
        let link = SetupLink(service.services)
        let first = try #require(try await link.issue())
        let second = try #require(try await link.issue())
        #expect(try await !link.isValid(first))
        #expect(try await link.isValid(second))
        let invented = try #require(RandomToken(String(repeating: "A", count: 43)))
        #expect(try await !link.isValid(invented))
    }

    @Test("where several servers share the database, the links of all make the first account")
    func several() async throws {
        let service = try await empty(on: .postgreSQL)
        let link = SetupLink(service.services)
        let first = try #require(try await link.issue())
        let second = try #require(try await link.issue())
        for token in [first, second] { #expect(try await link.isValid(token)) }
        _ = try await make(first, service)
        for token in [first, second] { #expect(try await !link.isValid(token)) }
    }

    @Test("the link ends when the operator makes the first account")
    func operatorIsQuicker() async throws {
        let service = try await empty()
        let token = try #require(try await SetupLink(service.services).issue())
        _ = try await OperatorTools(service.services).make(
            SignUpTests.request(email: "other@example.com"))
        await #expect(throws: AccountRefusal.setupLinkNotValid) {
            try await make(token, service)
        }
    }

    @Test("of two who use the link at once, one makes the account")
    func race() async throws {
        let service = try await empty()
        let token = try #require(try await SetupLink(service.services).issue())
        let made = await withTaskGroup(of: Bool.self) { group in
            for n in 0..<8 {
                group.addTask {
                    let request = try? SignUpTests.request(email: "new\(n)@example.com")
                    guard let request else { return false }
                    let made = try? await SignUp(service.services).make(
                        request, by: .setupLink(token), service.facts())
                    return made != nil
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(made == 1)
    }
}
