import AWSWire
import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

@Suite struct LoginProfilesTests {
    static let password = Secret("Blue-Whale-77")

    /// A service with the user alice, who has a password.
    static func service(policies: [String: String] = [:]) async throws -> TestService {
        let service = try await TestService(users: ["alice", "bob"], policies: policies)
        try await service.run(
            IAM.CreateLoginProfile.self, .init(userName: "alice", password: password))
        return service
    }

    @Test("a login profile is created, shown, changed and deleted")
    func life() async throws {
        let service = try await TestService(users: ["alice"])
        let made = try await service.run(
            IAM.CreateLoginProfile.self,
            .init(userName: "ALICE", password: Self.password, passwordResetRequired: true)
        ).loginProfile
        #expect(made.userName == "alice")
        #expect(made.createDate == service.clock.now)
        #expect(made.passwordResetRequired == true)

        service.clock.advance(by: .seconds(60))
        try await service.run(
            IAM.UpdateLoginProfile.self, .init(userName: "alice", passwordResetRequired: false))
        let shown = try await service.run(IAM.GetLoginProfile.self, .init(userName: "alice"))
            .loginProfile
        #expect(shown.createDate == made.createDate)
        #expect(shown.passwordResetRequired == false)

        try await service.run(IAM.DeleteLoginProfile.self, .init(userName: "alice"))
        let error = try await service.error(IAM.GetLoginProfile.self, .init(userName: "alice"))
        #expect(error == .noSuchEntity("Login Profile for User alice cannot be found."))
    }

    @Test("a parameter that is left out of an update leaves what it stands for as it was")
    func partialUpdate() async throws {
        let service = try await Self.service()
        try await service.run(
            IAM.UpdateLoginProfile.self, .init(userName: "alice", passwordResetRequired: true))
        try await service.run(
            IAM.UpdateLoginProfile.self,
            .init(userName: "alice", password: Secret("Other-Fish-88")))
        let shown = try await service.run(IAM.GetLoginProfile.self, .init(userName: "alice"))
        #expect(shown.loginProfile.passwordResetRequired == true)
    }

    @Test("a longest sign-in session is refused, by name; to reset what was never set is nothing")
    func sessionDuration() async throws {
        let service = try await Self.service()
        let sentence =
            "The parameter MaxSigninSessionDuration is not supported here: sessions last 12 hours "
            + "at most. Leave it out."
        let creation = try await service.error(
            IAM.CreateLoginProfile.self,
            .init(
                userName: "bob", password: Self.password, maxSigninSessionDuration: 3_600))
        #expect(creation == .validationError(sentence))
        for reset in [nil, true, false] {
            let update = try await service.error(
                IAM.UpdateLoginProfile.self,
                .init(
                    userName: "alice", maxSigninSessionDuration: 7_200,
                    resetMaxSigninSessionDuration: reset))
            #expect(update == .invalidInput(sentence))
            try await service.run(
                IAM.UpdateLoginProfile.self,
                .init(userName: "alice", resetMaxSigninSessionDuration: reset))
        }
    }

    @Test("a caller who sets many passwords at once is told to slow down")
    func manyAtOnce() async throws {
        let service = try await Self.service()
        let gate = service.services.passwordPreparations
        let root = UniqueID(rootOf: TestService.accountID)
        let (entered, enter) = AsyncStream<Void>.makeStream()
        let (left, leave) = AsyncStream<Void>.makeStream()
        let answers = try await withThrowingTaskGroup(of: IAMError?.self) { group in
            group.addTask {
                // What takes long, and holds the caller's turn until one of the others is refused.
                try await gate.run(for: root) {
                    enter.yield()
                    for await _ in left { break }
                }
                return nil
            }
            for await _ in entered { break }
            for n in 0..<20 {
                group.addTask {
                    let error = try await service.error(
                        IAM.UpdateLoginProfile.self,
                        .init(userName: "alice", password: Secret("Other-Fish-\(n)")))
                    if error != nil { leave.yield() }
                    return error
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.contains(.throttling))
        #expect(answers.allSatisfy { $0 == nil || $0 == .throttling })
        #expect(answers.count { $0 == nil } >= 9)
    }

    @Test("a user without UserName acts on itself")
    func ownProfile() async throws {
        let service = try await TestService(
            users: ["alice"], policies: ["alice": Policies.allow("iam:*LoginProfile")])
        let made = try await service.run(
            IAM.CreateLoginProfile.self, .init(password: Self.password), as: "alice")
        #expect(made.loginProfile.userName == "alice")
        #expect(
            try await service.run(IAM.GetLoginProfile.self, .init(), as: "alice").loginProfile
                .userName == "alice")
        try await service.run(IAM.DeleteLoginProfile.self, .init(), as: "alice")
    }

    @Test("the root user has to name a user")
    func rootNamesNobody() async throws {
        let service = try await Self.service()
        let expected = IAMError.validationError(
            "Must specify userName when calling with non-User credentials")
        #expect(try await service.error(IAM.GetLoginProfile.self, .init()) == expected)
        #expect(try await service.error(IAM.DeleteLoginProfile.self, .init()) == expected)
        #expect(
            try await service.error(
                IAM.CreateLoginProfile.self, .init(password: Self.password)) == expected)
    }

    @Test("a second login profile, a missing user and a missing password are refused")
    func refusals() async throws {
        let service = try await Self.service()
        #expect(
            try await service.error(
                IAM.CreateLoginProfile.self, .init(userName: "alice", password: Self.password))
                == .entityAlreadyExists("Login Profile for user alice already exists."))
        #expect(
            try await service.error(
                IAM.CreateLoginProfile.self, .init(userName: "carol", password: Self.password))
                == .noSuchEntity("The user with name carol cannot be found."))
        #expect(
            try await service.error(IAM.CreateLoginProfile.self, .init(userName: "bob"))?.code
                == .validationError)
        #expect(
            try await service.error(
                IAM.UpdateLoginProfile.self, .init(userName: "bob", password: Self.password))
                == .noSuchEntity("Login Profile for User bob cannot be found."))
    }

    @Test("whoever may not, learns nothing of the user and makes the server hash nothing")
    func deniedWithoutWork() async throws {
        let service = try await Self.service()
        for name in ["alice", "carol"] {
            let error = try await service.error(
                IAM.UpdateLoginProfile.self, .init(userName: name, password: Self.password),
                as: "bob")
            #expect(error?.code == .accessDenied)
        }
        let prepared = try await IAM.UpdateLoginProfile.prepare(
            .init(userName: "alice", password: Self.password), for: service.caller("bob"),
            service.facts(), service.services)
        #expect(prepared == nil)
    }

    @Test("neither passwords nor their hashes reach the audit record")
    func audit() async throws {
        let service = try await Self.service()
        let records = try await service.auditRecords()
        #expect(records.contains { $0.name == "CreateLoginProfile" })
        for record in records {
            #expect(!record.record.contains(Self.password.reveal()))
            #expect(!record.record.contains("argon2"))
        }
    }

    @Test("a user who had passwords is deleted with their history, and a namesake begins anew")
    func deletedUser() async throws {
        let service = try await Self.service()
        try await service.run(
            IAM.UpdateAccountPasswordPolicy.self, .init(passwordReusePrevention: 24))
        #expect(
            try await service.error(IAM.DeleteUser.self, .init(userName: "alice"))
                == .deleteConflict("Cannot delete entity, must delete login profile first."))
        try await service.run(IAM.DeleteLoginProfile.self, .init(userName: "alice"))
        try await service.run(IAM.DeleteUser.self, .init(userName: "alice"))
        try await service.makeUser("alice")
        try await service.run(
            IAM.CreateLoginProfile.self, .init(userName: "alice", password: Self.password))
    }

    @Test("a new password ends the user's sessions, and deleting it does too")
    func sessionsEnd() async throws {
        let service = try await Self.service()
        let first = try await service.caller("alice")
        try await service.run(
            IAM.UpdateLoginProfile.self,
            .init(userName: "alice", password: Secret("Other-Fish-88")))
        await #expect(throws: IAMError.invalidClientTokenId) {
            try await service.pipeline.run(
                STS.GetCallerIdentity.self, .init(), as: first, service.facts())
        }
        let second = try await service.caller("alice")
        try await service.run(IAM.DeleteLoginProfile.self, .init(userName: "alice"))
        await #expect(throws: IAMError.invalidClientTokenId) {
            try await service.pipeline.run(
                STS.GetCallerIdentity.self, .init(), as: second, service.facts())
        }
    }
}
