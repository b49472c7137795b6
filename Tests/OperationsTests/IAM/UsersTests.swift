import IAMModel
import Operations
import Store
import TestSupport
import Testing

@Suite struct UsersTests {
    private func tag(_ key: String, _ value: String) -> IAM.Shape.Tag {
        .init(key: key, value: value)
    }

    @Test("a user is made with its path and tags, and found in any case of letters")
    func creation() async throws {
        let service = try await TestService()
        let made = try #require(
            try await service.run(
                IAM.CreateUser.self,
                .init(userName: "Alice", path: "/a/b/", tags: [tag("Team", "Core")])
            ).user)
        #expect(made.arn == "arn:aws:iam::123456789012:user/a/b/Alice")
        #expect(made.path == "/a/b/")
        #expect(made.userId.hasPrefix("AIDA"))
        #expect(made.createDate == service.clock.now)
        #expect(made.tags == [tag("Team", "Core")])
        #expect(made.passwordLastUsed == nil)
        let found = try await service.run(IAM.GetUser.self, .init(userName: "aLICE")).user
        #expect(found == made)
    }

    @Test("lists leave out tags and boundaries, and keep to the path's beginning")
    func list() async throws {
        let service = try await TestService(users: ["zoe"])
        for (name, path) in [("amy", "/a/"), ("ben", "/a/b/"), ("cat", "/ab/")] {
            try await service.run(
                IAM.CreateUser.self, .init(userName: name, path: path, tags: [tag("k", "v")]))
        }
        func names(_ prefix: String?) async throws -> [String?] {
            try await service.run(IAM.ListUsers.self, .init(pathPrefix: prefix))
                .users.map(\.userName)
        }
        #expect(try await names(nil) == ["amy", "ben", "cat", "zoe"])
        #expect(try await names("/a") == ["amy", "ben", "cat"])
        #expect(try await names("/a/") == ["amy", "ben"])
        #expect(try await names("/a/b/") == ["ben"])
        #expect(try await names("/none/") == [])
        let users = try await service.run(IAM.ListUsers.self, .init()).users
        #expect(users.allSatisfy { $0.tags == nil && $0.permissionsBoundary == nil })
    }

    @Test("a user without a name asked for is the caller; the root user is its account")
    func caller() async throws {
        let service = try await TestService(
            users: ["alice"], policies: ["alice": Policies.allow("iam:GetUser")])
        let alice = try await service.run(IAM.GetUser.self, .init(), as: "alice").user
        #expect(alice.userName == "alice")
        let root = try await service.run(IAM.GetUser.self, .init()).user
        #expect(root.arn == "arn:aws:iam::123456789012:root")
        #expect(root.userId == "123456789012")
        #expect(root.createDate == service.clock.now)
    }

    @Test("a renamed user keeps its ID, groups, policies, keys, tags and date")
    func renaming() async throws {
        let service = try await TestService(users: ["alice"])
        try await service.run(
            IAM.TagUser.self, .init(userName: "alice", tags: [tag("k", "v")]))
        try await service.permit("alice", Policies.allow("s3:GetObject"))
        let key = try await service.run(IAM.CreateAccessKey.self, .init(userName: "alice"))
        let before = try await service.run(IAM.GetUser.self, .init(userName: "alice")).user
        service.clock.advance(by: .seconds(5))
        try await service.run(
            IAM.UpdateUser.self,
            .init(userName: "ALICE", newPath: "/new/", newUserName: "Bob"))
        let after = try await service.run(IAM.GetUser.self, .init(userName: "bob")).user
        #expect(after.userId == before.userId)
        #expect(after.createDate == before.createDate)
        #expect(after.tags == before.tags)
        #expect(after.arn == "arn:aws:iam::123456789012:user/new/Bob")
        let policies = try await service.run(IAM.ListUserPolicies.self, .init(userName: "Bob"))
        #expect(policies.policyNames == ["test"])
        let keys = try await service.run(IAM.ListAccessKeys.self, .init(userName: "Bob"))
        #expect(keys.accessKeyMetadata.map(\.accessKeyId) == [key.accessKey.accessKeyId])
        #expect(
            try await service.error(IAM.GetUser.self, .init(userName: "alice"))?.code
                == .noSuchEntity)
    }

    @Test("a user may be renamed to its own name in other letters, and to nothing new")
    func renamingToItself() async throws {
        let service = try await TestService(users: ["alice"])
        try await service.run(
            IAM.UpdateUser.self, .init(userName: "alice", newUserName: "Alice"))
        #expect(
            try await service.run(IAM.GetUser.self, .init(userName: "alice")).user.userName
                == "Alice")
        try await service.run(IAM.UpdateUser.self, .init(userName: "alice"))
    }

    @Test("a user is deleted only when everything of it is gone, asked for in one order")
    func deletion() async throws {
        let service = try await TestService()
        let prepared = try await PreparedAccount(service)
        let root = try await service.caller()
        let obstacles: [(String, String, [String: String])] = [
            (
                "must remove users from group first", "RemoveUserFromGroup",
                ["GroupName": "writers"]
            ),
            (
                "must detach all policies first", "DetachUserPolicy",
                ["PolicyArn": PreparedAccount.readers]
            ),
            ("must delete policies first", "DeleteUserPolicy", ["PolicyName": "notes"]),
            ("must delete access keys first", "DeleteAccessKey", ["AccessKeyId": "{key}"]),
            ("must delete login profile first", "DeleteLoginProfile", [:]),
            (
                "must delete MFA device first", "DeactivateMFADevice",
                ["SerialNumber": "arn:aws:iam::{account}:u2f/user/alice/key-1"]
            ),
            (
                "must delete MFA device first", "DeactivateMFADevice",
                ["SerialNumber": "arn:aws:iam::{account}:mfa/phone"]
            ),
            (
                "must delete signing certificates first", "DeleteSigningCertificate",
                ["CertificateId": "{certificate}"]
            ),
            (
                "must delete SSH public keys first", "DeleteSSHPublicKey",
                ["SSHPublicKeyId": "{sshKey}"]
            ),
            (
                "must delete service specific credentials first",
                "DeleteServiceSpecificCredential",
                ["ServiceSpecificCredentialId": "{credential}"]
            ),
        ]
        for (sentence, operation, parameters) in obstacles {
            #expect(
                try await service.error(IAM.DeleteUser.self, .init(userName: "alice"))
                    == .deleteConflict("Cannot delete entity, \(sentence)."))
            let answer = try await service.call(
                operation, prepared.filled(parameters.merging(["UserName": "alice"]) { $1 }),
                as: root)
            #expect(answer.error == nil)
        }
        let old = try await service.run(IAM.GetUser.self, .init(userName: "alice")).user
        try await service.run(IAM.DeleteUser.self, .init(userName: "alice"))
        let new = try await service.makeUser("alice")
        #expect(new.userId != old.userId, "a name used again is another user")
        let tags = try await service.run(IAM.ListUserTags.self, .init(userName: "alice"))
        #expect(tags.tags.isEmpty)
    }

    @Test("a deleted user's sessions are over at once")
    func deletedCaller() async throws {
        let service = try await TestService(users: ["alice"])
        let alice = try await service.caller("alice")
        try await service.run(IAM.DeleteUser.self, .init(userName: "alice"))
        try await service.makeUser("alice")
        #expect(
            try await service.call("GetCallerIdentity", as: alice).error == .invalidClientTokenId)
    }

    @Test("tags of a user differ by more than the case of their keys")
    func tags() async throws {
        let service = try await TestService(users: ["alice"])
        func tags() async throws -> [IAM.Shape.Tag] {
            try await service.run(IAM.ListUserTags.self, .init(userName: "alice")).tags
        }
        try await service.run(
            IAM.TagUser.self,
            .init(userName: "alice", tags: [tag("Dept", "1"), tag("area", "")]))
        #expect(try await tags() == [tag("area", ""), tag("Dept", "1")])
        try await service.run(
            IAM.TagUser.self, .init(userName: "alice", tags: [tag("dept", "2")]))
        #expect(try await tags() == [tag("area", ""), tag("dept", "2")])
        try await service.run(
            IAM.UntagUser.self, .init(userName: "alice", tagKeys: ["DEPT", "unknown"]))
        #expect(try await tags() == [tag("area", "")])
        #expect(
            try await service.error(
                IAM.TagUser.self, .init(userName: "alice", tags: [tag("a", "1"), tag("A", "2")]))?
                .code == .invalidInput)
        #expect(try await tags() == [tag("area", "")])
    }

    @Test("a user has fifty tags and no more, though one of them may change")
    func tagQuota() async throws {
        let service = try await TestService()
        let fifty = (1...50).map { tag("k\($0)", "v") }
        try await service.run(IAM.CreateUser.self, .init(userName: "alice", tags: fifty))
        try await service.run(
            IAM.TagUser.self, .init(userName: "alice", tags: [tag("K50", "new")]))
        #expect(
            try await service.error(
                IAM.TagUser.self, .init(userName: "alice", tags: [tag("k51", "v")]))?.code
                == .limitExceeded)
        let tags = try await service.run(IAM.ListUserTags.self, .init(userName: "alice")).tags
        #expect(tags.count == 50)
        #expect(tags.contains(tag("K50", "new")))
    }
}
