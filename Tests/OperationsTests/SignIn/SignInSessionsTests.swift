import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

@Suite struct SignInSessionsTests {
    private let alice = SignInClaim.user(account: "123456789012", name: "alice")

    @Test("a session ends after an hour without a request")
    func idle() async throws {
        let service = try await LoginProfilesTests.service()
        let signIn = SignIn(service.services)
        let cookie = try await signIn.token(alice, service)
        service.clock.advance(by: .seconds(3_599))
        #expect(try await signIn.signedIn(cookie, at: service.clock.now) != nil)
        await service.services.afterwards.flush()
        service.clock.advance(by: .seconds(3_599))
        #expect(try await signIn.signedIn(cookie, at: service.clock.now) != nil)
        await service.services.afterwards.flush()
        service.clock.advance(by: .seconds(3_600))
        #expect(try await signIn.signedIn(cookie, at: service.clock.now) == nil)
    }

    @Test("a session in use ends after twelve hours")
    func longestLife() async throws {
        let service = try await LoginProfilesTests.service()
        let signIn = SignIn(service.services)
        let cookie = try await signIn.token(alice, service)
        for _ in 0..<23 {
            service.clock.advance(by: .seconds(1_800))
            #expect(try await signIn.signedIn(cookie, at: service.clock.now) != nil)
            await service.services.afterwards.flush()
        }
        service.clock.advance(by: .seconds(1_800))
        #expect(try await signIn.signedIn(cookie, at: service.clock.now) == nil)
    }

    @Test("the last use of a session is written at most once a minute")
    func lastSeen() async throws {
        let service = try await LoginProfilesTests.service()
        let signIn = SignIn(service.services)
        let cookie = try await signIn.token(alice, service)
        let start = service.clock.now
        for (seconds, seen) in [(59, 0), (60, 60), (119, 60), (120, 120)] {
            let now = start + .seconds(seconds)
            _ = try await signIn.signedIn(cookie, at: now)
            await service.services.afterwards.flush()
            let found = try await signIn.signedIn(cookie, at: now)
            #expect(found?.session.lastSeenAt == start + .seconds(seen))
        }
    }

    @Test("sessions are listed, ended one by one, and only by whose they are")
    func listing() async throws {
        let service = try await LoginProfilesTests.service()
        let signIn = SignIn(service.services)
        let first = try await signIn.token(alice, service)
        service.clock.advance(by: .seconds(1))
        let second = try await signIn.token(alice, service)
        let now = service.clock.now
        let caller = try #require(try await signIn.signedIn(second, at: now)).caller
        let sessions = try await signIn.sessions(of: caller, at: now)
        #expect(sessions.count == 2)
        #expect(sessions[0].createdAt > sessions[1].createdAt)

        let root = try await signIn.token(.root(email: TestService.rootEmail), service)
        let rootCaller = try #require(try await signIn.signedIn(root, at: now)).caller
        try await signIn.endSession(sessions[1].tokenHash, of: rootCaller, service.facts())
        #expect(try await signIn.signedIn(first, at: now) != nil)

        try await signIn.endSession(sessions[1].tokenHash, of: caller, service.facts())
        #expect(try await signIn.signedIn(first, at: now) == nil)
        try await signIn.signOut(second, service.facts())
        #expect(try await signIn.signedIn(second, at: now) == nil)
        #expect(try await signIn.signedIn(root, at: now) != nil)
        let records = try await service.auditRecords().map(\.name)
        #expect(records.count { $0 == "SignOut" } == 1)
        #expect(records.count { $0 == "EndSession" } == 1)
    }

    @Test("all other sessions of one's own end at once, with one record, and nobody else's")
    func others() async throws {
        let service = try await LoginProfilesTests.service()
        let signIn = SignIn(service.services)
        let root = try await signIn.token(.root(email: TestService.rootEmail), service)
        let first = try await signIn.token(alice, service)
        let second = try await signIn.token(alice, service)
        let now = service.clock.now
        let caller = try #require(try await signIn.signedIn(second, at: now)).caller
        // The second time there is nothing to end, and so no record.
        for _ in 0..<2 { try await signIn.endOtherSessions(of: caller, service.facts()) }
        #expect(try await signIn.signedIn(first, at: now) == nil)
        #expect(try await signIn.signedIn(second, at: now) != nil)
        #expect(try await signIn.signedIn(root, at: now) != nil)
        #expect(try await signIn.summaries(of: caller, at: now).map(\.isCurrent) == [true])
        #expect(try await service.auditRecords().count { $0.name == "EndOtherSessions" } == 1)
    }

    @Test(
        "what is no cookie of ours is nobody's",
        arguments: [
            "", "x", String(repeating: "A", count: 43), String(repeating: "A", count: 9_999),
        ])
    func strangeCookies(_ cookie: String) async throws {
        let service = try await TestService()
        let signIn = SignIn(service.services)
        #expect(try await signIn.signedIn(cookie, at: service.clock.now) == nil)
        try await signIn.signOut(cookie, service.facts())
    }

    @Test("expired sessions are forgotten at the next sign-in, and the 101st ends the oldest")
    func forgetting() async throws {
        let service = try await LoginProfilesTests.service()
        let signIn = SignIn(service.services)
        let first = try await signIn.token(alice, service)
        let user = try await service.run(IAM.GetUser.self, .init(userName: "alice")).user
        @Sendable func kept() async throws -> Int {
            try await service.services.database.read { transaction in
                try WebSessionTable(transaction)
                    .list(of: UniqueID(stored: user.userId), in: TestService.accountID).count
            }
        }
        for _ in 1..<WebSession.perPrincipal {
            service.clock.advance(by: .seconds(1))
            _ = try await signIn.token(alice, service)
        }
        #expect(try await kept() == WebSession.perPrincipal)
        #expect(try await signIn.signedIn(first, at: service.clock.now) != nil)
        service.clock.advance(by: .seconds(1))
        let last = try await signIn.token(alice, service)
        #expect(try await kept() == WebSession.perPrincipal)
        #expect(try await signIn.signedIn(first, at: service.clock.now) == nil)
        #expect(try await signIn.signedIn(last, at: service.clock.now) != nil)
        service.clock.advance(by: WebSession.longestLife)
        _ = try await signIn.token(alice, service)
        #expect(try await kept() == 1)
    }
}
