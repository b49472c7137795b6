import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

/// Wherever a password is set, one that is easily guessed is refused with a reason.
@Suite struct WeakPasswordTests {
    /// It satisfies the default policy and every policy below.
    private static let guessable = Secret("Welcome1!")
    private static let common = Secret("1Q2w3e4r5t6Y")
    private static let strong = Secret("Blue-Whale-77")

    private static func refused(_ parameter: String = "Password") -> IAMError {
        IAM.Errors.passwordPolicyViolation(
            PasswordViolation.guessable.description, about: parameter)
    }

    @Test("the sentences say why, and what to do")
    func sentences() {
        #expect(PasswordViolation.common.description.contains("known from leaks"))
        #expect(PasswordViolation.common.description.contains("choose one"))
        #expect(PasswordViolation.guessable.description.contains("easy to guess"))
        #expect(PasswordViolation.guessable.description.contains("choose a longer one"))
    }

    @Test("an account is made with no such password, by nobody")
    func signUp() async throws {
        let service = try await TestService()
        for (password, violation) in [
            (Self.guessable, PasswordViolation.guessable), (Self.common, .common),
            (Secret("Zebra-2026"), .guessable), (Secret("Gatehouse2026!"), .guessable),
        ] {
            let request = SignUp.Request(
                try AccountDetails(name: "Zebra Works", email: "boss@example.org"),
                password: password)
            await #expect(throws: AccountRefusal.passwordNotAccepted(violation)) {
                try await SignUp(service.services).make(request, by: .openSignUp, service.facts())
            }
            await #expect(throws: AccountRefusal.passwordNotAccepted(violation)) {
                try await OperatorTools(service.services).make(request)
            }
        }
        #expect(try await OperatorTools(service.services).accounts().count == 1)
    }

    @Test("the root user gets no such password, from itself or the operator")
    func root() async throws {
        let service = try await TestService()
        let caller = try await service.caller()
        for password in [Self.guessable, Secret("Example-2026")] {
            await #expect(throws: AccountRefusal.passwordNotAccepted(.guessable)) {
                try await RootUser(service.services).changePassword(
                    from: TestService.rootPassword, to: password, as: caller, service.facts())
            }
            await #expect(throws: AccountRefusal.passwordNotAccepted(.guessable)) {
                try await OperatorTools(service.services).resetRootPassword(
                    of: TestService.accountID, to: password)
            }
        }
        try await OperatorTools(service.services).resetRootPassword(
            of: TestService.accountID, to: Self.strong)
    }

    @Test("no user gets such a password, whatever the account's policy says")
    func users() async throws {
        for policy in [nil, IAM.UpdateAccountPasswordPolicy.Input(minimumPasswordLength: 6)] {
            let service = try await TestService(users: ["alice", "bertha"])
            if let policy { try await service.run(IAM.UpdateAccountPasswordPolicy.self, policy) }
            try await service.run(
                IAM.CreateLoginProfile.self, .init(userName: "alice", password: Self.strong))
            for password in [Self.guessable, Secret("Bertha2026!"), Secret("Example-2026")] {
                let error = try await service.error(
                    IAM.CreateLoginProfile.self, .init(userName: "bertha", password: password))
                #expect(error == Self.refused())
            }
            let update = try await service.error(
                IAM.UpdateLoginProfile.self,
                .init(userName: "alice", password: Self.guessable))
            #expect(update == Self.refused())
        }
    }

    @Test(
        "a user who may change its password gets no such one, if it knows the old")
    func change() async throws {
        let service = try await LoginProfilesTests.service(
            policies: ["alice": Policies.allow("iam:ChangePassword")])
        func error(_ old: Secret, _ new: Secret) async throws -> IAMError? {
            try await service.error(
                IAM.ChangePassword.self, .init(oldPassword: old, newPassword: new), as: "alice")
        }
        let right = LoginProfilesTests.password
        #expect(try await error(right, Self.guessable) == Self.refused("NewPassword"))
        #expect(try await error(right, Secret("Alice2026!")) == Self.refused("NewPassword"))
        let wrong = try await error(Secret("wrong"), Self.guessable)
        #expect(wrong?.message == "The old password was incorrect.")
        #expect(try await error(right, Secret("Other-Fish-88")) == nil)
    }

    @Test("what the policy says comes first")
    func order() async throws {
        let service = try await TestService(users: ["alice"])
        let error = try await service.error(
            IAM.CreateLoginProfile.self, .init(userName: "alice", password: Secret("abc123")))
        #expect(error?.message == "Password should have a minimum length of 8")
    }
}
