import IAMModel
import Operations
import TestSupport
import Testing

@Suite struct GroupsTests {
    @Test("a group is made with its path, and found in any case of letters")
    func creation() async throws {
        let service = try await TestService()
        let made = try await service.run(
            IAM.CreateGroup.self, .init(groupName: "Writers", path: "/team/")
        ).group
        #expect(made.arn == "arn:aws:iam::123456789012:group/team/Writers")
        #expect(made.groupId.hasPrefix("AGPA"))
        let found = try await service.run(IAM.GetGroup.self, .init(groupName: "wRITERS"))
        #expect(found.group == made)
        #expect(found.users.isEmpty)
    }

    @Test("groups are listed by the beginning of their path")
    func list() async throws {
        let service = try await TestService()
        for (name, path) in [("b", "/x/"), ("a", "/x/y/"), ("c", "/")] {
            try await service.run(IAM.CreateGroup.self, .init(groupName: name, path: path))
        }
        for (prefix, names) in [(nil, ["a", "b", "c"]), ("/x/", ["a", "b"]), ("/y/", [])] {
            let list = try await service.run(IAM.ListGroups.self, .init(pathPrefix: prefix))
            #expect(list.groups.map(\.groupName) == names)
        }
    }

    @Test("members come and go, twice in or out as once, and carry what their group may do")
    func membership() async throws {
        let service = try await TestService(users: ["alice"])
        try await service.run(IAM.CreateGroup.self, .init(groupName: "admins"))
        try await service.run(
            IAM.PutGroupPolicy.self,
            .init(
                groupName: "admins", policyName: "all",
                policyDocument: Policies.allow("iam:ListUsers")))
        #expect(
            try await service.error(IAM.ListUsers.self, .init(), as: "alice")?.code
                == .accessDenied)
        for _ in 0..<2 {
            try await service.run(
                IAM.AddUserToGroup.self, .init(groupName: "Admins", userName: "Alice"))
        }
        #expect(try await service.error(IAM.ListUsers.self, .init(), as: "alice") == nil)
        let members = try await service.run(IAM.GetGroup.self, .init(groupName: "admins")).users
        #expect(members.map(\.userName) == ["alice"])
        for _ in 0..<2 {
            try await service.run(
                IAM.RemoveUserFromGroup.self, .init(groupName: "admins", userName: "alice"))
            #expect(
                try await service.error(IAM.ListUsers.self, .init(), as: "alice")?.code
                    == .accessDenied)
        }
    }

    @Test("a Deny of a group's outweighs what the user is allowed")
    func groupDenies() async throws {
        let service = try await TestService(
            users: ["alice"], policies: ["alice": Policies.allow("*")])
        try await service.run(IAM.CreateGroup.self, .init(groupName: "bound"))
        try await service.run(
            IAM.PutGroupPolicy.self,
            .init(
                groupName: "bound", policyName: "no",
                policyDocument: Policies.deny("iam:ListUsers")))
        #expect(try await service.error(IAM.ListUsers.self, .init(), as: "alice") == nil)
        try await service.run(
            IAM.AddUserToGroup.self, .init(groupName: "bound", userName: "alice"))
        #expect(
            try await service.error(IAM.ListUsers.self, .init(), as: "alice")?.message
                .hasSuffix("with an explicit deny in an identity-based policy") == true)
    }

    @Test("a renamed group keeps its ID, members and policies")
    func renaming() async throws {
        let service = try await TestService()
        _ = try await PreparedAccount(service)
        let before = try await service.run(IAM.GetGroup.self, .init(groupName: "writers"))
        try await service.run(
            IAM.UpdateGroup.self,
            .init(groupName: "WRITERS", newPath: "/new/", newGroupName: "Authors"))
        let after = try await service.run(IAM.GetGroup.self, .init(groupName: "authors"))
        #expect(after.group.groupId == before.group.groupId)
        #expect(after.group.arn == "arn:aws:iam::123456789012:group/new/Authors")
        #expect(after.users.map(\.userName) == ["alice"])
        let inline = try await service.run(
            IAM.ListGroupPolicies.self, .init(groupName: "authors"))
        #expect(inline.policyNames == ["rules"])
        let attached = try await service.run(
            IAM.ListAttachedGroupPolicies.self, .init(groupName: "authors"))
        #expect(attached.attachedPolicies?.map(\.policyName) == ["Readers"])
    }

    @Test("a group is deleted only when it has no members and no policies, asked in that order")
    func deletion() async throws {
        let service = try await TestService()
        let prepared = try await PreparedAccount(service)
        let root = try await service.caller()
        let obstacles: [(String, String, [String: String])] = [
            ("must remove users from group first", "RemoveUserFromGroup", ["UserName": "alice"]),
            (
                "must detach all policies first", "DetachGroupPolicy",
                ["PolicyArn": PreparedAccount.readers]
            ),
            ("must delete policies first", "DeleteGroupPolicy", ["PolicyName": "rules"]),
        ]
        for (sentence, operation, parameters) in obstacles {
            #expect(
                try await service.error(IAM.DeleteGroup.self, .init(groupName: "writers"))
                    == .deleteConflict("Cannot delete entity, \(sentence)."))
            let answer = try await service.call(
                operation, prepared.filled(parameters.merging(["GroupName": "writers"]) { $1 }),
                as: root)
            #expect(answer.error == nil)
        }
        try await service.run(IAM.DeleteGroup.self, .init(groupName: "writers"))
        #expect(
            try await service.error(IAM.GetGroup.self, .init(groupName: "writers"))?.code
                == .noSuchEntity)
    }
}
