import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

@Suite struct AccountPasswordPoliciesTests {
    typealias Update = IAM.UpdateAccountPasswordPolicy

    @Test("an account without a policy has none to show or delete")
    func missing() async throws {
        let service = try await TestService()
        #expect(
            try await service.error(IAM.GetAccountPasswordPolicy.self, .init())
                == .noSuchEntity(
                    "The Password Policy with domain name 123456789012 cannot be found."))
        #expect(
            try await service.error(IAM.DeleteAccountPasswordPolicy.self, .init())
                == .noSuchEntity("The account policy with name PasswordPolicy cannot be found."))
    }

    @Test("an update without parameters sets the defaults")
    func defaults() async throws {
        let service = try await TestService()
        try await service.run(Update.self, .init())
        let policy = try await service.run(IAM.GetAccountPasswordPolicy.self, .init())
            .passwordPolicy
        #expect(
            policy
                == IAM.Shape.PasswordPolicy(
                    minimumPasswordLength: 6, requireSymbols: false, requireNumbers: false,
                    requireUppercaseCharacters: false, requireLowercaseCharacters: false,
                    allowUsersToChangePassword: false, expirePasswords: false))
    }

    @Test("every parameter is kept, and one left out of the next update goes back to its default")
    func wholeUpdates() async throws {
        let service = try await TestService()
        try await service.run(
            Update.self,
            .init(
                minimumPasswordLength: 14, requireSymbols: true, requireNumbers: true,
                requireUppercaseCharacters: true, requireLowercaseCharacters: true,
                allowUsersToChangePassword: true, passwordReusePrevention: 5, maxPasswordAge: 90,
                hardExpiry: true))
        let full = try await service.run(IAM.GetAccountPasswordPolicy.self, .init()).passwordPolicy
        #expect(
            full
                == IAM.Shape.PasswordPolicy(
                    minimumPasswordLength: 14, requireSymbols: true, requireNumbers: true,
                    requireUppercaseCharacters: true, requireLowercaseCharacters: true,
                    allowUsersToChangePassword: true, expirePasswords: true, maxPasswordAge: 90,
                    passwordReusePrevention: 5, hardExpiry: true))
        try await service.run(Update.self, .init(requireNumbers: true))
        let next = try await service.run(IAM.GetAccountPasswordPolicy.self, .init()).passwordPolicy
        #expect(next.minimumPasswordLength == 6)
        #expect(next.requireNumbers == true)
        #expect(next.maxPasswordAge == nil)
        #expect(next.hardExpiry == nil)
        try await service.run(IAM.DeleteAccountPasswordPolicy.self, .init())
        #expect(
            try await service.error(IAM.GetAccountPasswordPolicy.self, .init())?.code
                == .noSuchEntity)
    }

    @Test("users see the policy without permission when it lets them change their password")
    func visibleToUsers() async throws {
        let service = try await TestService(users: ["alice"])
        try await service.run(Update.self, .init())
        #expect(
            try await service.error(IAM.GetAccountPasswordPolicy.self, .init(), as: "alice")?.code
                == .accessDenied)
        try await service.run(Update.self, .init(allowUsersToChangePassword: true))
        try await service.run(IAM.GetAccountPasswordPolicy.self, .init(), as: "alice")
    }

    struct Rule: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var policy: Update.Input?
        var password: String
        var sentence: String?
    }

    static let rules = [
        Rule(testDescription: "the default policy takes three kinds", password: "Blue7Whale"),
        Rule(
            testDescription: "the default policy wants eight characters", password: "Abcde1!",
            sentence: "Password should have a minimum length of 8"),
        Rule(
            testDescription: "two kinds are too few by default", password: "abcdefgh1",
            sentence: "Password should have at least three of: uppercase letter, lowercase letter, "
                + "number, symbol"),
        Rule(
            testDescription: "letters beyond A to Z are of no kind", password: "abcdefg1éÀ",
            sentence: "Password should have at least three of: uppercase letter, lowercase letter, "
                + "number, symbol"),
        Rule(
            testDescription: "the root user's address in another case is no password",
            password: "ROOT@example.com",
            sentence: "Password should not be the account name or email address"),
        Rule(
            testDescription: "a policy of its own takes the place of the default",
            policy: .init(), password: "xkvqzj"),
        Rule(
            testDescription: "the length is the policy's", policy: .init(minimumPasswordLength: 10),
            password: "Abcdefg1!", sentence: "Password should have a minimum length of 10"),
        Rule(
            testDescription: "an uppercase letter is asked for",
            policy: .init(requireUppercaseCharacters: true), password: "abcdef1!",
            sentence: "Password should have at least one uppercase letter"),
        Rule(
            testDescription: "a lowercase letter is asked for",
            policy: .init(requireLowercaseCharacters: true), password: "ABCDEF1!",
            sentence: "Password should have at least one lowercase letter"),
        Rule(
            testDescription: "a number is asked for", policy: .init(requireNumbers: true),
            password: "Abcdef!!", sentence: "Password should have at least one number"),
        Rule(
            testDescription: "a symbol is asked for", policy: .init(requireSymbols: true),
            password: "Abcdef11", sentence: "Password should have at least one symbol"),
        Rule(
            testDescription: "a character outside AWS's list is no symbol",
            policy: .init(requireSymbols: true), password: "Abcdef1~",
            sentence: "Password should have at least one symbol"),
    ]

    @Test(arguments: rules) func decides(_ c: Rule) async throws {
        let service = try await TestService(users: ["alice"])
        if let policy = c.policy { try await service.run(Update.self, policy) }
        let error = try await service.error(
            IAM.CreateLoginProfile.self, .init(userName: "alice", password: Secret(c.password)))
        #expect(error == c.sentence.map(IAMError.passwordPolicyViolation))
    }

    @Test("as many of the latest passwords as the policy says are not taken again")
    func reuse() async throws {
        let service = try await TestService(users: ["alice"])
        try await service.run(Update.self, .init(passwordReusePrevention: 2))
        let passwords = ["Blue-Whale-1", "Other-Fish-2", "Third-Crab-3"].map(Secret.init)
        try await service.run(
            IAM.CreateLoginProfile.self, .init(userName: "alice", password: passwords[0]))
        func set(_ password: Secret) async throws -> IAMError? {
            try await service.error(
                IAM.UpdateLoginProfile.self, .init(userName: "alice", password: password))
        }
        let used = IAMError.passwordPolicyViolation("Password has been used before")
        #expect(try await set(passwords[0]) == used)
        #expect(try await set(passwords[1]) == nil)
        #expect(try await set(passwords[0]) == used)
        #expect(try await set(passwords[2]) == nil)
        #expect(try await set(passwords[0]) == nil)
        // Deleting the login profile makes no password new.
        try await service.run(IAM.DeleteLoginProfile.self, .init(userName: "alice"))
        #expect(
            try await service.error(
                IAM.CreateLoginProfile.self, .init(userName: "alice", password: passwords[2]))
                == used)
    }
}
