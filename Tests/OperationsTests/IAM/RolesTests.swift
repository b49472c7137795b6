import Foundation
import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

/// Roles as a client sees them.
@Suite struct RolesTests {
    private static let boundary = "arn:aws:iam::aws:policy/ReadOnlyAccess"

    private func service() async throws -> TestService {
        let service = try await TestService()
        try await service.run(
            IAM.CreateRole.self,
            .init(
                roleName: "Deployer", assumeRolePolicyDocument: Policies.trust(), path: "/team/",
                description: "Deploys", maxSessionDuration: 7_200,
                permissionsBoundary: Self.boundary, tags: [.init(key: "team", value: "core")]))
        return service
    }

    private func get(_ service: TestService) async throws -> IAM.Shape.Role {
        try await service.run(IAM.GetRole.self, .init(roleName: "deployer")).role
    }

    @Test("GetRole tells everything, CreateRole and ListRoles less")
    func shapes() async throws {
        let service = try await service()
        let role = try await get(service)
        #expect(role.arn == "arn:aws:iam::123456789012:role/team/Deployer")
        #expect(role.roleId.hasPrefix("AROA") && role.path == "/team/")
        #expect(role.assumeRolePolicyDocument?.removingPercentEncoding == Policies.trust())
        #expect(role.assumeRolePolicyDocument?.hasPrefix("%7B%22Version%22") == true)
        #expect(role.description == "Deploys" && role.maxSessionDuration == 7_200)
        #expect(role.permissionsBoundary?.permissionsBoundaryArn == Self.boundary)
        #expect(role.tags == [.init(key: "team", value: "core")])
        #expect(role.roleLastUsed == .init(), "it is there, and tells of no use")

        let listed = try await service.run(IAM.ListRoles.self, .init()).roles
        var expected = role
        expected.permissionsBoundary = nil
        expected.tags = nil
        expected.roleLastUsed = nil
        #expect(listed == [expected])

        let made = try await service.run(
            IAM.CreateRole.self,
            .init(
                roleName: "Other", assumeRolePolicyDocument: Policies.trust(), description: "o",
                tags: [.init(key: "team", value: "core")])
        ).role
        #expect(made.description == nil && made.maxSessionDuration == nil)
        #expect(made.roleLastUsed == nil && made.tags?.count == 1)
    }

    @Test("roles are listed by path and name, on pages")
    func pages() async throws {
        let service = try await service()
        for name in ["beta", "Alpha", "gamma"] {
            try await service.run(
                IAM.CreateRole.self,
                .init(roleName: name, assumeRolePolicyDocument: Policies.trust()))
        }
        let first = try await service.run(IAM.ListRoles.self, .init(maxItems: 2))
        #expect(first.roles.map(\.roleName) == ["Alpha", "beta"] && first.isTruncated == true)
        let rest = try await service.run(IAM.ListRoles.self, .init(marker: first.marker))
        #expect(rest.roles.map(\.roleName) == ["Deployer", "gamma"] && rest.marker == nil)
        let team = try await service.run(IAM.ListRoles.self, .init(pathPrefix: "/team"))
        #expect(team.roles.map(\.roleName) == ["Deployer"])
    }

    @Test("UpdateRole leaves the description, and takes the length of sessions back, unless given")
    func update() async throws {
        let service = try await service()
        try await service.run(
            IAM.UpdateRole.self, .init(roleName: "Deployer", maxSessionDuration: 43_200))
        var role = try await get(service)
        #expect(role.description == "Deploys" && role.maxSessionDuration == 43_200)
        try await service.run(IAM.UpdateRole.self, .init(roleName: "Deployer", description: ""))
        role = try await get(service)
        #expect(role.description == "" && role.maxSessionDuration == 3_600)
        let answer = try await service.run(
            IAM.UpdateRoleDescription.self, .init(roleName: "Deployer", description: "New"))
        role = try await get(service)
        #expect(answer.role == role && role.description == "New")
    }

    @Test("the description of a role that is linked to a service can be changed, and no more")
    func linkedRole() async throws {
        let service = try await TestService()
        try await service.services.database.write { transaction in
            _ = try RoleTable(transaction, of: TestService.accountID).insert(
                Role(
                    account: TestService.accountID, id: UniqueID(stored: "AROA1"), name: "Linked",
                    path: EntityPath(stored: "/aws-service-role/support.amazonaws.com/"),
                    trustPolicy: Policies.trust(), maxSessionDuration: 7_200,
                    createdAt: service.clock.now, linkedService: "support.amazonaws.com"))
        }
        try await service.run(
            IAM.UpdateRole.self, .init(roleName: "Linked", description: "first"))
        try await service.run(
            IAM.UpdateRoleDescription.self, .init(roleName: "Linked", description: "second"))
        let role = try await service.run(IAM.GetRole.self, .init(roleName: "Linked")).role
        #expect(role.description == "second" && role.maxSessionDuration == 7_200)
    }

    @Test("the last use is told for 400 days")
    func lastUse() async throws {
        let service = try await service()
        let now = service.clock.now
        try await service.services.database.write { transaction in
            let roles = RoleTable(transaction, of: TestService.accountID)
            let id = try roles.find(named: "Deployer")?.id
            if let id { try roles.setLastUse(.init(at: now, region: "eu-central-1"), of: id) }
        }
        #expect(
            try await get(service).roleLastUsed
                == .init(lastUsedDate: now, region: "eu-central-1"))
        service.clock.advance(by: .seconds(400 * 86_400))
        #expect(try await get(service).roleLastUsed?.region == "eu-central-1")
        service.clock.advance(by: .seconds(1))
        #expect(try await get(service).roleLastUsed == .init())
    }

    @Test("a role that is deleted takes its tags and its boundary along")
    func deletion() async throws {
        let service = try await service()
        try await service.run(IAM.DeleteRole.self, .init(roleName: "Deployer"))
        let account = TestService.accountID
        let left = try await StoreContents(of: service.services.database).rows(of: account).rows
        for table in ["iam_role", "tag", "permissions_boundary"] {
            #expect(left[table]?.isEmpty == true)
        }
    }

    @Test("a role's tags are set, listed and removed")
    func tags() async throws {
        let service = try await service()
        try await service.run(
            IAM.TagRole.self,
            .init(
                roleName: "Deployer",
                tags: [.init(key: "TEAM", value: "x"), .init(key: "a", value: "")]))
        func keys() async throws -> [String] {
            try await service.run(IAM.ListRoleTags.self, .init(roleName: "Deployer")).tags
                .map(\.key)
        }
        #expect(try await keys() == ["a", "TEAM"])
        try await service.run(IAM.UntagRole.self, .init(roleName: "Deployer", tagKeys: ["team"]))
        #expect(try await keys() == ["a"])
    }
}
