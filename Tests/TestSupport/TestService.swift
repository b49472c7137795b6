package import AWSWire
import Credentials
package import IAMIdentifiers
package import IAMModel
package import Logging
package import Operations
package import Store
import Synchronization
import TestRandom

/// A whole service with one account, for one test: a real store on the engine that ``TestEngine``
/// names, real policies, the real pipeline; the clock and the randomness are the test's.
package struct TestService: Sendable {
    package static let accountID = AccountID("123456789012")!  // twelve digits
    package static let rootEmail = "root@example.com"
    package static let rootPassword = Secret("correct horse battery")

    package let services: Services
    package let clock: TestClock
    package let account: Account
    package let pipeline: Pipeline

    /// - Parameters:
    ///   - users: names of IAM users to begin with.
    ///   - policies: the inline policy of some of them, by user name.
    ///   - mailDelivery: how mail is sent; into the store by default, where a test reads it.
    ///   - federation: which issuers of tokens the operator names.
    ///   - fetch: how their documents are fetched; there is no network for a test by default.
    ///   - logger: where the operations log; nowhere by default.
    ///   - engine: the store's; nil for the one that the environment names.
    ///   - wrapping: puts something between the operations and the store.
    package init(
        users: [String] = [], policies: [String: String] = [:],
        mailDelivery: MailDelivery = .development,
        signInSettings: SignInSettings = SignInSettings(),
        federation: FederationSettings = FederationSettings(),
        logger: Logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }),
        engine: TestEngine? = nil, wrapping: (any Database) -> any Database = { $0 },
        fetchingKeys fetch: @escaping IssuerKeys.Fetch = TestIssuer.nowhere
    ) async throws {
        let clock = TestClock()
        self.clock = clock
        let random = Mutex(SeededGenerator(seed: 1))
        let passwords = PasswordHasher(cost: .init(passes: 1, memoryBytes: 8_192))
        let base = try await TestEngine.database(of: engine)
        services = Services(
            database: wrapping(
                base.sharedClock == nil ? base : ClockedDatabase(base, clock)),
            sealer: Sealer(current: .random()), passwords: passwords, logger: logger,
            mailDelivery: mailDelivery, signInSettings: signInSettings, federation: federation,
            fetchingKeys: fetch, lookingAtIssuers: TestIssuer.thumbprint,
            now: { clock.now }, elapsed: { clock.elapsed },
            random: { random.withLock { SeededGenerator(seed: $0.next()) } })
        pipeline = Pipeline(services)
        let account = Account(
            id: Self.accountID, name: "Example", email: Self.rootEmail,
            passwordHash: try await passwords.hash(Self.rootPassword),
            passwordChangedAt: clock.now, createdAt: clock.now)
        self.account = account
        try await services.database.write { transaction in
            _ = try AccountTable(transaction).insert(account)
        }
        for name in users { try await makeUser(name) }
        for (name, document) in policies {
            _ = try await run(
                IAM.PutUserPolicy.self,
                .init(userName: name, policyName: "test", policyDocument: document))
        }
    }

    /// Makes an IAM user, as the root user would.
    @discardableResult
    package func makeUser(_ name: String) async throws -> IAM.Shape.User {
        try await run(IAM.CreateUser.self, .init(userName: name)).user!  // answered or thrown
    }

    /// Runs an operation as a user, or as the root user.
    @discardableResult
    package func run<Op: Handler>(
        _: Op.Type, _ input: Op.Input, as user: String? = nil
    ) async throws -> Op.Output {
        try await pipeline.run(Op.self, input, as: caller(user), facts())
    }

    /// The error an operation answers with, or nil if it succeeds.
    package func error<Op: Handler>(
        _: Op.Type, _ input: Op.Input, as user: String? = nil
    ) async throws -> IAMError? {
        do {
            try await run(Op.self, input, as: user)
            return nil
        } catch let error as IAMError {
            return error
        }
    }

    /// What the server would know of a request now.
    package func facts(from address: String = "203.0.113.9") -> RequestFacts {
        RequestFacts(
            requestID: UUIDText.random(), now: clock.now, sourceAddress: address,
            userAgent: "test")
    }

    /// A caller with a session of the console, which needs no key to be made first.
    ///
    /// - Parameters:
    ///   - user: an IAM user's name; nil for the root user.
    ///   - account: whose; nil for the account that the service began with.
    package func caller(
        _ user: String? = nil, of account: AccountID? = nil
    ) async throws -> Caller {
        let (account, now) = (account ?? self.account.id, clock.now)
        return try await services.database.write { [services] transaction in
            let principal =
                try user.map {
                    guard let user = try UserTable(transaction, of: account).find(named: $0) else {
                        throw TestError.noSuchUser($0)
                    }
                    return user.id
                } ?? UniqueID(rootOf: account)
            var random = services.random()
            let token = RandomToken.random(using: &random).hash
            let caller = Caller(
                account: account, principalID: principal, credential: .webSession(token),
                began: .init(at: now, secondFactorAt: nil))
            try WebSessionTable(transaction).insert(
                WebSession(
                    account: account, tokenHash: token.description,
                    principal: caller.principalID, createdAt: now, lastSeenAt: now,
                    expiresAt: now + WebSession.longestLife, sourceAddress: "203.0.113.9",
                    userAgent: "test"))
            return caller
        }
    }

    /// The audit records so far, the latest first.
    package func auditRecords() async throws -> [AuditEventTable.Event] {
        await services.afterwards.flush()
        let account = account.id
        return try await services.database.read {
            try AuditEventTable($0).latest(of: account, limit: 1_000)
        }
    }
}

/// What a test asked for that is not there.
package enum TestError: Error {
    case noSuchUser(String)
    case noSuchOperation(String)
}
