import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

@Suite struct ChangePasswordTests {
    static let old = LoginProfilesTests.password
    static let new = Secret("Other-Fish-88")
    static let own = Policies.allow(
        "iam:ChangePassword", on: "arn:aws:iam::123456789012:user/${aws:username}")

    @Test("a user with permission changes its password and stays signed in, but only here")
    func changes() async throws {
        let service = try await LoginProfilesTests.service(policies: ["alice": Self.own])
        let here = try await service.caller("alice")
        let elsewhere = try await service.caller("alice")
        try await service.run(
            IAM.UpdateLoginProfile.self, .init(userName: "alice", passwordResetRequired: true))
        _ = try await service.pipeline.run(
            IAM.ChangePassword.self, .init(oldPassword: Self.old, newPassword: Self.new), as: here,
            service.facts())
        _ = try await service.pipeline.run(
            STS.GetCallerIdentity.self, .init(), as: here, service.facts())
        await #expect(throws: IAMError.invalidClientTokenId) {
            try await service.pipeline.run(
                STS.GetCallerIdentity.self, .init(), as: elsewhere, service.facts())
        }
        let profile = try await service.run(IAM.GetLoginProfile.self, .init(userName: "alice"))
        #expect(profile.loginProfile.passwordResetRequired == false)
        // The new password is now the one that is asked for.
        #expect(try await service.error(Self.old, Self.new)?.code == .accessDenied)
        #expect(try await service.error(Self.new, Secret("Third-Bird-99")) == nil)
    }

    @Test("a change that was asked for, or is due, does not accept the old password again")
    func forcedChange() async throws {
        let service = try await LoginProfilesTests.service(policies: ["alice": Self.own])
        // Of one's own will the same password is accepted where none is remembered.
        #expect(try await service.error(Self.old, Self.old) == nil)
        try await service.run(
            IAM.UpdateLoginProfile.self, .init(userName: "alice", passwordResetRequired: true))
        let refused = IAMError.passwordPolicyViolation("Password has been used before")
        #expect(try await service.error(Self.old, Self.old) == refused)
        let profile = try await service.run(IAM.GetLoginProfile.self, .init(userName: "alice"))
        #expect(profile.loginProfile.passwordResetRequired == true)
        #expect(try await service.error(Self.old, Self.new) == nil)

        try await service.run(IAM.UpdateAccountPasswordPolicy.self, .init(maxPasswordAge: 1))
        service.clock.advance(by: .seconds(86_400))
        #expect(try await service.error(Self.new, Self.new) == refused)
        #expect(try await service.error(Self.new, Self.old) == nil)
    }

    @Test("a wrong old password is refused and changes nothing")
    func wrongOldPassword() async throws {
        let service = try await LoginProfilesTests.service(policies: ["alice": Self.own])
        #expect(
            try await service.error(Secret("wrong"), Self.new)
                == .accessDenied("The old password was incorrect."))
        #expect(try await service.error(Self.old, Self.new) == nil)
    }

    @Test("guessing at the old password is slowed down, also for the right one")
    func throttled() async throws {
        let service = try await LoginProfilesTests.service(policies: ["alice": Self.own])
        let session = try await service.caller("alice")
        for _ in 0..<6 {
            #expect(
                try await service.error(Secret("wrong"), Self.new, in: session)?.code
                    == .accessDenied)
        }
        #expect(try await service.error(Self.old, Self.new, in: session) == .throttling)
        service.clock.advance(by: .seconds(1))
        #expect(try await service.error(Self.old, Self.new, in: session) == nil)
    }

    @Test("the root user and a user without a password have none to change")
    func nothingToChange() async throws {
        let service = try await LoginProfilesTests.service(policies: ["bob": Self.own])
        let input = IAM.ChangePassword.Input(oldPassword: Self.old, newPassword: Self.new)
        #expect(
            try await service.error(IAM.ChangePassword.self, input)
                == IAMError(.invalidUserType, "Only IAM Users can change their own password"))
        #expect(
            try await service.error(IAM.ChangePassword.self, input, as: "bob")
                == .noSuchEntity("Login Profile for User bob cannot be found."))
    }

    struct Permission: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var policy: String?
        var accountAllows: Bool?
        var isAllowed: Bool
    }

    static let permissions = [
        Permission(testDescription: "without any permission it is refused", isAllowed: false),
        Permission(
            testDescription: "an identity-based policy allows it", policy: own, isAllowed: true),
        Permission(
            testDescription: "the account's password policy allows it", accountAllows: true,
            isAllowed: true),
        Permission(
            testDescription: "a password policy that does not is no permission",
            accountAllows: false, isAllowed: false),
        Permission(
            testDescription: "a password policy that does not takes no permission away",
            policy: own, accountAllows: false, isAllowed: true),
        Permission(
            testDescription: "an explicit deny is stronger than the account's permission",
            policy: Policies.deny("iam:ChangePassword"), accountAllows: true, isAllowed: false),
    ]

    @Test(arguments: permissions) func permission(_ c: Permission) async throws {
        let policies = c.policy.map { ["alice": $0] } ?? [:]
        let service = try await LoginProfilesTests.service(policies: policies)
        if let allows = c.accountAllows {
            try await service.run(
                IAM.UpdateAccountPasswordPolicy.self, .init(allowUsersToChangePassword: allows))
        }
        let error = try await service.error(Self.old, Self.new)
        #expect(error?.code == (c.isAllowed ? nil : .accessDenied))
    }
}

extension TestService {
    /// What ChangePassword answers alice; nil for success.
    fileprivate func error(_ old: Secret, _ new: Secret) async throws -> IAMError? {
        try await error(
            IAM.ChangePassword.self, .init(oldPassword: old, newPassword: new), as: "alice")
    }

    /// The same in one session.
    fileprivate func error(
        _ old: Secret, _ new: Secret, in session: Caller
    ) async throws -> IAMError? {
        do {
            _ = try await pipeline.run(
                IAM.ChangePassword.self, .init(oldPassword: old, newPassword: new), as: session,
                facts())
            return nil
        } catch {
            return error
        }
    }
}
