import IAMModel
import Operations
import TestSupport
import Testing

/// IAM users named like the root user are users like any other: they neither gain what is the root
/// user's nor take it away.
@Suite struct RootNamesakeTests {
    @Test(arguments: ["root", "Root", TestService.rootEmail, "123456789012"])
    func anIAMUserNamedLikeTheRootUserShadowsNothing(_ name: String) async throws {
        let service = try await TestService(users: [name])
        let identity = try await service.run(STS.GetCallerIdentity.self, .init(), as: name)
        #expect(identity.arn == "arn:aws:iam::123456789012:user/\(name)")
        let refused = try await service.error(IAM.ListUsers.self, .init(), as: name)
        #expect(refused?.code == .accessDenied)

        let root = try await service.run(STS.GetCallerIdentity.self, .init())
        #expect(root.arn == "arn:aws:iam::123456789012:root")
        let users = try await service.run(IAM.ListUsers.self, .init())
        #expect(users.users.map(\.userName) == [name])
    }

    /// What is denied to the user is not denied to the root user.
    @Test func whatDeniesTheNamesakeDoesNotDenyTheRootUser() async throws {
        let service = try await TestService(
            users: ["root"],
            policies: [
                "root": """
                {"Version":"2012-10-17","Statement":
                {"Effect":"Deny","Action":"*","Resource":"*"}}
                """
            ])
        try await service.run(IAM.CreateUser.self, .init(userName: "another"))
        try await service.run(
            IAM.DeleteUserPolicy.self, .init(userName: "root", policyName: "test"))
        try await service.run(IAM.DeleteUser.self, .init(userName: "root"))
        let users = try await service.run(IAM.ListUsers.self, .init())
        #expect(users.users.map(\.userName) == ["another"])
    }
}
