import Credentials
import IAMIdentifiers
import IAMModel
import Operations
import Store
import StoreSQLite
import TestSupport
import Testing

@Suite struct DevAccountTests {
    private func services(_ database: any Database) async throws -> Services {
        let shared = try await TestService().services
        return Services(
            database: database, sealer: shared.sealer, passwords: shared.passwords,
            logger: shared.logger)
    }

    private func facts(requestID: String = "test", at now: Timestamp = .current()) -> RequestFacts {
        RequestFacts(
            requestID: requestID, now: now, sourceAddress: "127.0.0.1", userAgent: "test")
    }

    @Test("what is not fixed is drawn, and opens the account")
    func drawn() async throws {
        let services = try await services(TestEngine.database())
        let dev = try await DevAccount.make(DevAccount.Settings(), services)
        #expect(dev.account.id.description == "123456789012")
        #expect(dev.accessKeyID.account == dev.account.id)
        let outcome = try await SignIn(services).signIn(
            .root(email: dev.account.email), password: dev.password, facts())
        guard case .session = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    @Test("what is fixed is what was fixed")
    func fixed() async throws {
        let services = try await services(TestEngine.database())
        let id = try #require(AccessKeyID("test_key_of_mine"))
        let settings = DevAccount.Settings(
            email: "me@localhost", password: Secret("My-own-pass1"), accessKeyID: id,
            secretAccessKey: Secret("test"))
        let dev = try await DevAccount.make(settings, services)
        #expect(dev.account.email == "me@localhost")
        #expect(dev.password == Secret("My-own-pass1"))
        #expect(dev.accessKeyID == id)
        #expect(dev.secretAccessKey == Secret("test"))
        let identity = try await Pipeline(services).run(
            STS.GetCallerIdentity.self, .init(),
            as: Caller(
                account: DevAccount.id, principalID: UniqueID(rootOf: DevAccount.id),
                credential: .accessKey(id)),
            facts())
        #expect(identity.account == "123456789012")
    }

    @Test("a fixed password may be one that is refused elsewhere for being easily guessed")
    func guessable() async throws {
        let dev = try await DevAccount.make(
            DevAccount.Settings(password: Secret("Password1!")), services(TestEngine.database()))
        #expect(dev.password == Secret("Password1!"))
    }

    @Test("a reset brings back the first state, and what is counted in memory begins anew")
    func reset() async throws {
        let database = try await SQLiteDatabase.inMemory()  // a saved state is SQLite's
        let services = try await services(database)
        let dev = try await DevAccount.make(DevAccount.Settings(), services)
        let first = try await database.savedState()
        let root = Caller(
            account: DevAccount.id, principalID: UniqueID(rootOf: DevAccount.id),
            credential: .accessKey(dev.accessKeyID))
        let pipeline = Pipeline(services)
        _ = try await pipeline.run(
            IAM.CreateUser.self, .init(userName: "alice"), as: root, facts())
        let signIn = SignIn(services)
        for _ in 0..<7 {
            _ = try await signIn.signIn(
                .root(email: dev.account.email), password: Secret("wrong"), facts())
        }
        let now = Timestamp.current()
        for request in ["first", "second"] {
            _ = try await pipeline.run(
                CloudTrail.LookupEvents.self, .init(), as: root, facts(requestID: request, at: now))
        }
        await #expect(throws: IAMError.throttling) {
            try await pipeline.run(
                CloudTrail.LookupEvents.self, .init(), as: root, facts(requestID: "third", at: now))
        }
        try await DevAccount.reset(services) { try await database.restore(first) }
        let users = try await pipeline.run(IAM.ListUsers.self, .init(), as: root, facts()).users
        #expect(users.isEmpty)
        _ = try await pipeline.run(
            CloudTrail.LookupEvents.self, .init(), as: root, facts(requestID: "fourth", at: now))
        let outcome = try await signIn.signIn(
            .root(email: dev.account.email), password: dev.password, facts())
        guard case .session = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }
}
