import Credentials
import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

/// What was found out about a password before a transaction does not count when the password is
/// another one inside it.
@Suite struct OvertakenPasswordTests {
    /// A service with alice and her password, and a store in which something can come between.
    private func service() async throws -> (TestService, InterveningDatabase) {
        var made: InterveningDatabase?
        let service = try await TestService(users: ["alice"]) { base in
            let database = InterveningDatabase(base)
            made = database
            return database
        }
        try await service.run(
            IAM.CreateLoginProfile.self,
            .init(userName: "alice", password: LoginProfilesTests.password))
        return (service, try #require(made))
    }

    /// Gives alice another password in the store.
    private func replacement(
        _ service: TestService, keepsHistory: Bool = false
    ) async throws -> InterveningDatabase.Intervention {
        let hash = try await service.services.passwords.hash(Secret("Other-Fish-88"))
        return { transaction in
            let users = UserTable(transaction, of: TestService.accountID)
            let profiles = LoginProfileTable(transaction, of: TestService.accountID)
            guard let alice = try users.find(named: "alice"),
                var profile = try profiles.find(alice.id)
            else { return }
            profile.passwordHash = hash
            try profiles.update(profile)
            if keepsHistory {
                try PasswordHistoryTable(transaction, of: TestService.accountID)
                    .append(hash, of: alice.id)
            }
        }
    }

    @Test("a password that is replaced while it is looked at opens no session")
    func signIn() async throws {
        let (service, database) = try await service()
        database.beforeNextWrite(try await replacement(service))
        let outcome = try await SignIn(service.services).signIn(
            .user(account: "123456789012", name: "alice"), password: LoginProfilesTests.password,
            service.facts())
        guard case .wrongCredentials = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    @Test("a password that has to be replaced since it was looked at opens no session")
    func resetRequired() async throws {
        let (service, database) = try await service()
        database.beforeNextWrite { transaction in
            let users = UserTable(transaction, of: TestService.accountID)
            let profiles = LoginProfileTable(transaction, of: TestService.accountID)
            guard let alice = try users.find(named: "alice"),
                var profile = try profiles.find(alice.id)
            else { return }
            profile.isResetRequired = true
            try profiles.update(profile)
        }
        let outcome = try await SignIn(service.services).signIn(
            .user(account: "123456789012", name: "alice"), password: LoginProfilesTests.password,
            service.facts())
        guard case .asks(.newPassword, _) = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    @Test("an account that is closed while a password is looked at lets nobody in")
    func closing() async throws {
        let (service, database) = try await service()
        let now = service.clock.now
        database.beforeNextWrite { transaction in
            try AccountTable(transaction).setStatus(.closed, of: TestService.accountID, at: now)
        }
        let outcome = try await SignIn(service.services).signIn(
            .root(email: TestService.rootEmail), password: TestService.rootPassword,
            service.facts())
        guard case .wrongCredentials = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    @Test("an old password that is not the present one any more changes nothing")
    func changePassword() async throws {
        let (service, database) = try await service()
        let caller = try await service.caller("alice")
        try await service.run(
            IAM.UpdateAccountPasswordPolicy.self, .init(allowUsersToChangePassword: true))
        database.beforeNextWrite(try await replacement(service))
        await #expect(throws: IAMError.accessDenied("The old password was incorrect.")) {
            try await service.pipeline.run(
                IAM.ChangePassword.self,
                .init(
                    oldPassword: LoginProfilesTests.password, newPassword: Secret("Third-Bird-99")),
                as: caller, service.facts())
        }
    }

    @Test("a password set meanwhile, with which the new one was not compared, stops the request")
    func history() async throws {
        let (service, database) = try await service()
        let root = try await service.caller()
        try await service.run(
            IAM.UpdateAccountPasswordPolicy.self, .init(passwordReusePrevention: 3))
        database.beforeNextWrite(try await replacement(service, keepsHistory: true))
        await #expect(throws: IAMError.serviceUnavailable) {
            try await service.pipeline.run(
                IAM.UpdateLoginProfile.self,
                .init(userName: "alice", password: Secret("Other-Fish-88")), as: root,
                service.facts())
        }
    }

    @Test("a root password that was reset meanwhile is not changed")
    func rootPassword() async throws {
        let (service, database) = try await service()
        let root = try await service.caller()
        let (now, hash) = (
            service.clock.now, try await service.services.passwords.hash(Secret("Other-Fish-88"))
        )
        database.beforeNextWrite { transaction in
            try AccountTable(transaction)
                .setPassword(hash: hash, of: TestService.accountID, at: now)
        }
        await #expect(throws: AccountRefusal.wrongPassword) {
            try await RootUser(service.services).changePassword(
                from: TestService.rootPassword, to: Secret("Third-Bird-99"), as: root,
                service.facts())
        }
    }
}
