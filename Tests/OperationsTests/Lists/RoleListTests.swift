import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

/// The list of roles, and who may assume one.
@Suite struct RoleListTests {
    /// Trusts the account, whose policies then say who may.
    private static let own = Policies.trust(#"{"AWS":"\#(TestService.accountID)"}"#)

    private static func service() async throws -> TestService {
        let service = try await TestService(users: ["alice", "bob"])
        for name in ["beta", "Alpha", "gamma"] {
            try await service.run(
                IAM.CreateRole.self,
                .init(roleName: name, assumeRolePolicyDocument: own))
        }
        return service
    }

    private func allow(
        _ actions: String..., to user: String, in service: TestService, policy: String = "p"
    ) async throws {
        let list = actions.map { "\"\($0)\"" }.joined(separator: ",")
        let document =
            #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":[\#(list)],"#
            + #""Resource":"*"}}"#
        try await service.run(
            IAM.PutUserPolicy.self,
            .init(userName: user, policyName: policy, policyDocument: document))
    }

    @Test("when a role was used is told to who may know it, and sorts for nobody else")
    func lastUse() async throws {
        let service = try await Self.service()
        try await allow("iam:ListRoles", to: "bob", in: service)
        let query = ListQuery(sort: "used", isDescending: true)
        try await service.services.database.write { transaction in
            let roles = RoleTable(transaction, of: TestService.accountID)
            let role = try #require(try roles.find(named: "beta"))
            try roles.setLastUse(.init(at: service.clock.now, region: "us-east-1"), of: role.id)
        }
        let told = try await service.run(RoleList.self, query)
        #expect(told.rows.first?.roleName == "beta")
        #expect(told.rows.first?.roleLastUsed?.lastUsedDate == service.clock.now)
        let untold = try await service.run(RoleList.self, query, as: "bob")
        #expect(untold.rows.map(\.roleName) == ["Alpha", "beta", "gamma"])
        #expect(untold.rows.allSatisfy { $0.roleLastUsed == nil })
        #expect(untold.query.sort.isEmpty)
    }

    @Test("of the users of the account, those are told whom both sides let")
    func assumers() async throws {
        let service = try await Self.service()
        try await allow("sts:AssumeRole", to: "alice", in: service, policy: "assume")
        func assumers() async throws -> [RoleAssumers.Assumer] {
            try await service.run(RoleAssumers.self, .init(roleName: "beta")).assumers
        }
        let found = try await assumers()
        #expect(found.map(\.userName) == ["alice"])
        #expect(found.first?.policies.contains("alice/assume") == true)
        // Named by the trust policy, a user needs no policy of its own.
        let user = ARN.iam(TestService.accountID, "user/bob")
        try await service.run(
            IAM.UpdateAssumeRolePolicy.self,
            .init(roleName: "beta", policyDocument: Policies.trust(#"{"AWS":"\#(user)"}"#)))
        let named = try await assumers()
        #expect(named.map(\.userName) == ["bob"])
        #expect(named.first?.policies == [ARN.iam(TestService.accountID, "role/beta").description])
        try await service.run(
            IAM.UpdateAssumeRolePolicy.self,
            .init(
                roleName: "beta",
                policyDocument: Policies.trust(#"{"Service":"ec2.amazonaws.com"}"#)))
        #expect(try await assumers().isEmpty)
    }

    @Test("a boundary, too, keeps a user from a role")
    func bounded() async throws {
        let service = try await Self.service()
        try await allow("sts:AssumeRole", to: "alice", in: service)
        try await service.run(
            IAM.PutUserPermissionsBoundary.self,
            .init(
                userName: "alice",
                permissionsBoundary: "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"))
        let found = try await service.run(RoleAssumers.self, .init(roleName: "beta"))
        #expect(found.assumers.isEmpty && !found.isCut)
    }

    @Test("whoever asks needs the permissions for what the answer tells")
    func permissions() async throws {
        let service = try await Self.service()
        func isTold() async throws -> Bool {
            do {
                _ = try await service.run(
                    RoleAssumers.self, .init(roleName: "beta"), as: "bob")
                return true
            } catch is IAMError { return false }
        }
        try await allow("iam:GetRole", to: "bob", in: service)
        #expect(try await !isTold())
        try await allow("iam:GetAccountAuthorizationDetails", to: "bob", in: service)
        #expect(try await !isTold())
        try await allow(
            "iam:GetRole", "iam:GetAccountAuthorizationDetails", to: "bob", in: service)
        #expect(try await isTold())
    }
}
