import IAMModel
import Operations
import TestSupport
import Testing

/// A user with a permissions boundary may do what both its policies and the boundary allow.
@Suite struct PermissionsBoundaryTests {
    private static let boundary = "arn:aws:iam::123456789012:policy/Boundary"
    private static let refusal =
        "User: arn:aws:iam::123456789012:user/alice is not authorized to perform: iam:ListGroups "
        + "on resource: arn:aws:iam::123456789012:group/ "

    private func service(boundary document: String) async throws -> TestService {
        let service = try await TestService()
        try await service.run(
            IAM.CreatePolicy.self, .init(policyName: "Boundary", policyDocument: document))
        try await service.run(
            IAM.CreateUser.self,
            .init(userName: "alice", permissionsBoundary: Self.boundary))
        return service
    }

    @Test("what the boundary does not allow is refused, whatever the policies allow")
    func narrows() async throws {
        let service = try await service(boundary: Policies.allow("iam:ListUsers"))
        try await service.permit("alice", Policies.allow("iam:*"))
        #expect(try await service.error(IAM.ListUsers.self, .init(), as: "alice") == nil)
        #expect(
            try await service.error(IAM.ListGroups.self, .init(), as: "alice")
                == .accessDenied(
                    Self.refusal
                        + "because no permissions boundary allows the iam:ListGroups action"))
    }

    @Test("what the boundary denies is refused with that reason")
    func denies() async throws {
        let document = """
            {"Version":"2012-10-17","Statement":[\
            {"Effect":"Allow","Action":"*","Resource":"*"},\
            {"Effect":"Deny","Action":"iam:ListGroups","Resource":"*"}]}
            """
        let service = try await service(boundary: document)
        try await service.permit("alice", Policies.allow("iam:*"))
        #expect(
            try await service.error(IAM.ListGroups.self, .init(), as: "alice")
                == .accessDenied(
                    Self.refusal + "with an explicit deny in a permissions boundary"))
    }

    @Test("a boundary gives nothing by itself")
    func givesNothing() async throws {
        let service = try await service(boundary: Policies.allow("*"))
        #expect(
            try await service.error(IAM.ListGroups.self, .init(), as: "alice")
                == .accessDenied(
                    Self.refusal
                        + "because no identity-based policy allows the iam:ListGroups action"))
    }

    @Test("a new default version of the boundary is felt by the next request")
    func newVersion() async throws {
        let service = try await service(boundary: Policies.allow("iam:ListGroups"))
        try await service.permit("alice", Policies.allow("iam:*"))
        #expect(try await service.error(IAM.ListGroups.self, .init(), as: "alice") == nil)
        try await service.run(
            IAM.CreatePolicyVersion.self,
            .init(
                policyArn: Self.boundary, policyDocument: Policies.allow("s3:*"),
                setAsDefault: true))
        #expect(
            try await service.error(IAM.ListGroups.self, .init(), as: "alice")?.code
                == .accessDenied)
    }

    @Test("a policy that bounds a user is told of and not deleted; AWS's can bound, too")
    func use() async throws {
        let service = try await service(boundary: Policies.allow("*"))
        let user = try await service.run(IAM.GetUser.self, .init(userName: "alice")).user
        #expect(user.permissionsBoundary?.permissionsBoundaryArn == Self.boundary)
        #expect(user.permissionsBoundary?.permissionsBoundaryType?.rawValue == "Policy")
        let policy = try await service.run(IAM.GetPolicy.self, .init(policyArn: Self.boundary))
            .policy
        #expect(policy?.permissionsBoundaryUsageCount == 1)
        #expect(policy?.attachmentCount == 0)
        #expect(
            try await service.error(IAM.DeletePolicy.self, .init(policyArn: Self.boundary))
                == .deleteConflict("Cannot delete a policy attached to entities."))
        try await service.run(
            IAM.CreateUser.self,
            .init(
                userName: "bob",
                permissionsBoundary: "arn:aws:iam::aws:policy/ReadOnlyAccess"))
        try await service.permit("bob", Policies.allow("iam:*"))
        #expect(try await service.error(IAM.ListUsers.self, .init(), as: "bob") == nil)
        #expect(
            try await service.error(IAM.CreateUser.self, .init(userName: "c"), as: "bob")?.code
                == .accessDenied)
        try await service.run(IAM.DeleteUserPolicy.self, .init(userName: "bob", policyName: "test"))
        try await service.run(IAM.DeleteUser.self, .init(userName: "bob"))
    }

    @Test("a boundary is put in place of another and taken away, from the next request on")
    func putAndDelete() async throws {
        let service = try await service(boundary: Policies.allow("iam:ListUsers"))
        try await service.permit("alice", Policies.allow("iam:*"))
        try await service.run(
            IAM.CreatePolicy.self,
            .init(policyName: "Other", policyDocument: Policies.allow("iam:ListGroups")))
        let other = "arn:aws:iam::123456789012:policy/Other"
        try await service.run(
            IAM.PutUserPermissionsBoundary.self,
            .init(userName: "alice", permissionsBoundary: other))
        #expect(try await service.error(IAM.ListGroups.self, .init(), as: "alice") == nil)
        #expect(
            try await service.error(IAM.ListUsers.self, .init(), as: "alice")?.code
                == .accessDenied)
        let uses = try await service.run(
            IAM.ListEntitiesForPolicy.self,
            .init(policyArn: other, policyUsageFilter: .permissionsBoundary))
        #expect(uses.policyUsers?.map(\.userName) == ["alice"])
        try await service.run(IAM.DeletePolicy.self, .init(policyArn: Self.boundary))

        for _ in 1...2 {
            try await service.run(
                IAM.DeleteUserPermissionsBoundary.self, .init(userName: "alice"))
            #expect(try await service.error(IAM.ListUsers.self, .init(), as: "alice") == nil)
        }
        let user = try await service.run(IAM.GetUser.self, .init(userName: "alice")).user
        #expect(user.permissionsBoundary == nil)
        try await service.run(IAM.DeletePolicy.self, .init(policyArn: other))
    }

    @Test("who may put one boundary alone can put no other, and cannot take another away")
    func delegated() async throws {
        let service = try await service(boundary: Policies.allow("*"))
        try await service.run(IAM.CreateUser.self, .init(userName: "delegate"))
        let condition = #"{"StringEquals":{"iam:PermissionsBoundary":"\#(Self.boundary)"}}"#
        try await service.permit(
            "delegate",
            #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["#
                + #""iam:PutUserPermissionsBoundary","iam:DeleteUserPermissionsBoundary"],"#
                + #""Resource":"*","Condition":\#(condition)}]}"#)
        func put(_ arn: String) async throws -> IAMError.Code? {
            try await service.error(
                IAM.PutUserPermissionsBoundary.self,
                .init(userName: "alice", permissionsBoundary: arn), as: "delegate")?.code
        }
        let delete = { () async throws -> IAMError.Code? in
            try await service.error(
                IAM.DeleteUserPermissionsBoundary.self, .init(userName: "alice"), as: "delegate")?
                .code
        }
        let wide = "arn:aws:iam::aws:policy/AdministratorAccess"
        #expect(try await put(wide) == .accessDenied)
        #expect(try await delete() == nil)
        #expect(try await delete() == .accessDenied, "of whom has none, no boundary is asked about")
        try await service.run(
            IAM.PutUserPermissionsBoundary.self,
            .init(userName: "alice", permissionsBoundary: wide))
        #expect(try await delete() == .accessDenied)
        #expect(try await put(Self.boundary) == nil)
        #expect(try await delete() == nil)
    }
}
