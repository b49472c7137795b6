import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

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
}
