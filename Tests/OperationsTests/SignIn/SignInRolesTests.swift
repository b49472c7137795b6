import Credentials
import IAMIdentifiers
import IAMModel
import Store
import TestRandom
import TestSupport
import Testing

@testable import Operations

/// Roles that act in sessions of the console.
@Suite struct SignInRolesTests {
    private static let role = "arn:aws:iam::123456789012:role/audit"

    private struct Stage {
        let service: TestService
        let signIn: SignIn
        let cookie: String

        init(trusting principal: String = "arn:aws:iam::123456789012:user/alice") async throws {
            service = try await LoginProfilesTests.service()
            _ = try await service.run(
                IAM.CreateRole.self,
                .init(
                    roleName: "audit",
                    assumeRolePolicyDocument: Policies.trust(#"{"AWS":"\#(principal)"}"#)))
            _ = try await service.run(
                IAM.PutRolePolicy.self,
                .init(
                    roleName: "audit", policyName: "reads",
                    policyDocument: Policies.allow("iam:List*")))
            signIn = SignIn(service.services)
            cookie = try await signIn.token(
                .user(account: "123456789012", name: "alice"), service)
        }

        func signedIn() async throws -> SignedIn? {
            try await signIn.signedIn(cookie, at: service.clock.now)
        }

        func arn() async throws -> String? { try await signedIn()?.principal.arn.description }

        func switchRole() async throws {
            let signedIn = try #require(try await signedIn())
            try await signIn.switchRole(
                to: SignInRolesTests.role, in: signedIn, service.facts())
        }
    }

    @Test("whoever is trusted switches to the role, acts as it alone, and back")
    func switches() async throws {
        let stage = try await Stage()
        let user = try await stage.arn()
        try await stage.switchRole()
        #expect(try await stage.arn() == "arn:aws:sts::123456789012:assumed-role/audit/alice")
        let caller = try #require(try await stage.signedIn()).caller
        #expect(try await stage.service.call("ListUsers", as: caller).error == nil)
        #expect(
            try await stage.service.call("CreateUser", ["UserName": "x"], as: caller).error?.code
                == .accessDenied)
        try await stage.switchRole()  // it is still the user who assumes it
        let signedIn = try #require(try await stage.signedIn())
        try await stage.signIn.switchBack(in: signedIn, stage.service.facts())
        #expect(try await stage.arn() == user)
        // What the role's session could do is over with it.
        #expect(
            try await stage.service.call("ListUsers", as: signedIn.caller).error
                == .invalidClientTokenId)
    }

    @Test("who is not trusted stays who they are")
    func refused() async throws {
        let stage = try await Stage(trusting: "arn:aws:iam::123456789012:root")
        let user = try await stage.arn()
        let error = await #expect(throws: IAMError.self) { try await stage.switchRole() }
        #expect(error?.code == .accessDenied)
        #expect(try await stage.arn() == user)
    }

    @Test("the role ends after an hour, and with itself; then its user acts")
    func ends() async throws {
        let stage = try await Stage()
        let user = try await stage.arn()
        try await stage.switchRole()
        stage.service.clock.advance(by: .seconds(3_599))
        #expect(try await stage.arn() != user)
        await stage.service.services.afterwards.flush()
        stage.service.clock.advance(by: .seconds(1))
        #expect(try await stage.arn() == user)
    }

    @Test("a role sees and ends no session but its own")
    func sessions() async throws {
        let stage = try await Stage()
        try await stage.switchRole()
        let caller = try #require(try await stage.signedIn()).caller
        let now = stage.service.clock.now
        let other = try await stage.signIn.token(
            .user(account: "123456789012", name: "alice"), stage.service)
        #expect(try await stage.signIn.sessions(of: caller, at: now).count == 1)
        try await stage.signIn.endOtherSessions(of: caller, stage.service.facts())
        #expect(try await stage.signIn.signedIn(other, at: now) != nil)
    }

    @Test("a role of four hours acts as long, and no longer than the session lasts")
    func lasts() async throws {
        let stage = try await Stage()
        _ = try await stage.service.run(
            IAM.UpdateRole.self, .init(roleName: "audit", maxSessionDuration: 14_400))
        let user = try await stage.arn()
        try await stage.switchRole()
        for _ in 0..<4 {
            stage.service.clock.advance(by: .seconds(3_590))
            #expect(try await stage.arn() != user)
            await stage.service.services.afterwards.flush()
        }
        stage.service.clock.advance(by: .seconds(40))
        #expect(try await stage.arn() == user)
    }

    /// What a role was granted, as an identity provider or a broker brings it.
    private static func grant(_ stage: Stage) async throws -> SessionGrant {
        let made = try await stage.service.run(
            STS.AssumeRole.self, .init(roleArn: role, roleSessionName: "broker"), as: "alice")
        let credentials = try #require(made.credentials)
        let id = try #require(AccessKeyID(credentials.accessKeyId))
        return try #require(
            SessionGrant.open(
                credentials.sessionToken.reveal(), for: id, at: stage.service.clock.now,
                stage.service.services.sealer))
    }

    @Test("who came with temporary credentials acts by them, and neither as nor for their user")
    func brought() async throws {
        let stage = try await Stage()
        let grant = try await Self.grant(stage)
        let token = try await stage.signIn.begin(grant, stage.service.facts())
        let cookie = token.secret.reveal()
        let found = try await stage.signIn.signedIn(cookie, at: stage.service.clock.now)
        let signedIn = try #require(found)
        #expect(
            signedIn.actor == .role(name: "audit", session: "broker", isSwitched: false))
        // The row alone, without what it seals, is nobody's: neither the role's nor the user's.
        let claim = Caller(
            account: grant.account, principalID: grant.principal,
            credential: .webSession(token.hash))
        #expect(
            try await stage.service.call("ListUsers", as: claim).error == .invalidClientTokenId)
        let user = try #require(try await stage.signedIn()).caller
        let borrowed = Caller(
            account: user.account, principalID: user.principalID,
            credential: .webSession(token.hash))
        #expect(
            try await stage.service.call("GetUser", as: borrowed).error == .invalidClientTokenId)
        let other = Caller(try await Self.grant(stage), in: token.hash)
        #expect(
            try await stage.service.call("ListUsers", as: other).error == .invalidClientTokenId)
        stage.service.clock.advance(by: .seconds(3_600))
        #expect(try await stage.signIn.signedIn(cookie, at: stage.service.clock.now) == nil)
    }

    @Test("what is sealed for one place in a session opens in no other")
    func sealed() async throws {
        let stage = try await Stage()
        let grant = try await Self.grant(stage)
        let sealer = stage.service.services.sealer
        let session = try #require(try await stage.signedIn()).session
        func row(_ place: WebSession.GrantPlace, _ hash: String) throws -> WebSession {
            let sealed = try grant.sealed(place, of: hash, sealer)
            return WebSession(
                account: session.account, tokenHash: session.tokenHash,
                principal: session.principal, createdAt: session.createdAt,
                lastSeenAt: session.createdAt, expiresAt: session.expiresAt, sourceAddress: "",
                userAgent: "", grant: sealed, ownGrant: sealed)
        }
        let own = try row(.own, session.tokenHash)
        #expect(try SessionGrant.kept(.own, in: own, sealer) == grant)
        #expect(throws: (any Error).self) {
            try SessionGrant.kept(.switched, in: own, sealer)
        }
        let elsewhere = try row(.own, "another")
        #expect(throws: (any Error).self) {
            try SessionGrant.kept(.own, in: elsewhere, sealer)
        }
    }

    @Test("a sign-in token is good for fifteen minutes, and altered for nothing")
    func signInTokens() async throws {
        let stage = try await Stage()
        let grant = try await Self.grant(stage)
        let (now, sealer) = (stage.service.clock.now, stage.service.services.sealer)
        let text = try SignInToken(grant: grant, seconds: 900).text(at: now, sealer)
        #expect(SignInToken(text, at: now + .seconds(899), sealer)?.grant == grant)
        #expect(SignInToken(text, at: now + .seconds(899), sealer)?.seconds == 900)
        #expect(SignInToken(text, at: now + .seconds(900), sealer) == nil)
        var random = TestSeed.generator()
        let bytes = Array(text.reveal().utf8)
        for _ in 0..<2_000 {
            var altered = bytes
            let place = Int.random(in: 0..<bytes.count, using: &random)
            altered[place] = UInt8.random(in: 0x21...0x7E, using: &random)
            guard altered != bytes else { continue }
            let token = Secret(String(decoding: altered, as: UTF8.self))
            #expect(SignInToken(token, at: now, sealer) == nil)
        }
        let session = try grant.token(at: now, sealer)
        #expect(SignInToken(Secret(session), at: now, sealer) == nil)
    }
}
