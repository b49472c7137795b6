import Foundation
import IAMModel
import Operations
import TestSupport
import Testing

@Suite struct ManagedPoliciesTests {
    private static let arn = "arn:aws:iam::123456789012:policy/team/Mine"
    private static let aws = "arn:aws:iam::aws:policy/ReadOnlyAccess"

    /// A service with one policy and its answer.
    private func service() async throws -> (TestService, IAM.Shape.Policy) {
        let service = try await TestService(users: ["alice"])
        let made = try await service.run(
            IAM.CreatePolicy.self,
            .init(
                policyName: "Mine", policyDocument: Policies.allow("s3:GetObject"),
                path: "/team/", description: "what it is for",
                tags: [.init(key: "k", value: "v")]))
        return (service, try #require(made.policy))
    }

    private func versions(_ service: TestService) async throws -> [String] {
        try await service.run(IAM.ListPolicyVersions.self, .init(policyArn: Self.arn))
            .versions?.map { "\($0.versionId ?? "")\($0.isDefaultVersion == true ? "*" : "")" }
            ?? []
    }

    private func addVersion(_ service: TestService, isDefault: Bool? = nil) async throws {
        try await service.run(
            IAM.CreatePolicyVersion.self,
            .init(
                policyArn: Self.arn, policyDocument: Policies.allow("s3:*"),
                setAsDefault: isDefault))
    }

    @Test("a policy is made with everything but its description, which GetPolicy tells")
    func creation() async throws {
        let (service, made) = try await service()
        #expect(made.arn == Self.arn)
        #expect(made.policyId?.hasPrefix("ANPA") == true)
        #expect(made.defaultVersionId == "v1")
        #expect(made.attachmentCount == 0)
        #expect(made.permissionsBoundaryUsageCount == 0)
        #expect(made.isAttachable == true)
        #expect(made.createDate == service.clock.now)
        #expect(made.updateDate == service.clock.now)
        #expect(made.description == nil)
        let got = try await service.run(IAM.GetPolicy.self, .init(policyArn: Self.arn)).policy
        #expect(got?.description == "what it is for")
        #expect(got?.tags == [.init(key: "k", value: "v")])
        let untagged = try await service.run(
            IAM.CreatePolicy.self,
            .init(policyName: "Plain", policyDocument: Policies.allow("s3:*"), path: "/plain/"))
        #expect(untagged.policy?.tags == nil)
        for arn in [untagged.policy?.arn ?? "", Self.aws] {
            let got = try await service.run(IAM.GetPolicy.self, .init(policyArn: arn)).policy
            #expect(got?.tags == [], "an empty list, and no absent one")
        }
        let listed = try await service.run(
            IAM.ListPolicies.self, .init(scope: .local, pathPrefix: "/team/")
        ).policies
        #expect(listed?.map(\.arn) == [Self.arn])
        #expect(listed?.first?.description == nil)
        #expect(listed?.first?.tags == nil)
    }

    @Test("versions count up and are never numbered again; five stay, one of them in force")
    func versionsCountUp() async throws {
        let (service, _) = try await service()
        for _ in 0..<4 { try await addVersion(service) }
        #expect(try await versions(service) == ["v5", "v4", "v3", "v2", "v1*"])
        #expect(
            try await service.error(
                IAM.CreatePolicyVersion.self,
                .init(policyArn: Self.arn, policyDocument: Policies.allow("s3:*")))?.code
                == .limitExceeded)
        try await service.run(
            IAM.DeletePolicyVersion.self, .init(policyArn: Self.arn, versionId: "v5"))
        try await addVersion(service, isDefault: true)
        #expect(try await versions(service) == ["v6*", "v4", "v3", "v2", "v1"])
        try await service.run(
            IAM.SetDefaultPolicyVersion.self, .init(policyArn: Self.arn, versionId: "v2"))
        #expect(try await versions(service) == ["v6", "v4", "v3", "v2*", "v1"])
        for id in ["v5", "v0", "v07", "v"] {
            #expect(
                try await service.error(
                    IAM.GetPolicyVersion.self, .init(policyArn: Self.arn, versionId: id)) != nil)
        }
    }

    @Test("a version's document is given back as it was, and the lists leave it out")
    func documents() async throws {
        let (service, _) = try await service()
        let got = try await service.run(
            IAM.GetPolicyVersion.self, .init(policyArn: Self.arn, versionId: "v1")
        ).policyVersion
        #expect(got?.document?.removingPercentEncoding == Policies.allow("s3:GetObject"))
        let listed = try await service.run(
            IAM.ListPolicyVersions.self, .init(policyArn: Self.arn)
        ).versions
        #expect(listed?.allSatisfy { $0.document == nil } == true)
    }

    @Test("the version in force decides, from the next request on")
    func inForce() async throws {
        let (service, _) = try await service()
        try await service.run(
            IAM.AttachUserPolicy.self, .init(userName: "alice", policyArn: Self.arn))
        func isAllowed() async throws -> Bool {
            try await service.error(IAM.ListUsers.self, .init(), as: "alice") == nil
        }
        #expect(try await isAllowed() == false)
        try await service.run(
            IAM.CreatePolicyVersion.self,
            .init(policyArn: Self.arn, policyDocument: Policies.allow("iam:ListUsers")))
        #expect(try await isAllowed() == false, "a version that is not in force gives nothing")
        try await service.run(
            IAM.SetDefaultPolicyVersion.self, .init(policyArn: Self.arn, versionId: "v2"))
        #expect(try await isAllowed())
        try await service.run(
            IAM.SetDefaultPolicyVersion.self, .init(policyArn: Self.arn, versionId: "v1"))
        #expect(try await isAllowed() == false)
    }

    @Test("a policy is deleted when nothing uses it and one version is left, asked in that order")
    func deletion() async throws {
        let (service, _) = try await service()
        try await addVersion(service)
        try await service.run(
            IAM.AttachUserPolicy.self, .init(userName: "alice", policyArn: Self.arn))
        func refusal() async throws -> IAMError? {
            try await service.error(IAM.DeletePolicy.self, .init(policyArn: Self.arn))
        }
        #expect(
            try await refusal() == .deleteConflict("Cannot delete a policy attached to entities."))
        try await service.run(
            IAM.DetachUserPolicy.self, .init(userName: "alice", policyArn: Self.arn))
        #expect(try await refusal()?.message.hasPrefix("This policy has more than one") == true)
        try await service.run(
            IAM.DeletePolicyVersion.self, .init(policyArn: Self.arn, versionId: "v2"))
        #expect(try await refusal() == nil)
        #expect(
            try await service.error(IAM.GetPolicy.self, .init(policyArn: Self.arn))
                == .noSuchEntity("Policy \(Self.arn) was not found."))
    }

    @Test(
        "a policy's name is its own whatever the path and the letters, and its tags' keys are not")
    func names() async throws {
        let (service, _) = try await service()
        #expect(
            try await service.error(
                IAM.CreatePolicy.self,
                .init(policyName: "mine", policyDocument: Policies.allow("s3:*")))?.code
                == .entityAlreadyExists)
        try await service.run(
            IAM.TagPolicy.self,
            .init(
                policyArn: Self.arn,
                tags: [.init(key: "K", value: "2"), .init(key: "k", value: "1")]))
        let tags = try await service.run(IAM.ListPolicyTags.self, .init(policyArn: Self.arn)).tags
        #expect(tags == [.init(key: "K", value: "2"), .init(key: "k", value: "1")])
        for other in [
            "arn:aws:iam::123456789012:policy/Mine",
            "arn:aws:iam::123456789012:policy/team/mine",
            "arn:aws:iam::111122223333:policy/team/Mine",
        ] {
            #expect(
                try await service.error(IAM.GetPolicy.self, .init(policyArn: other))?.code
                    == .noSuchEntity, "\(other)")
        }
    }

    @Test("a document of 6,144 characters is kept, white space not counted")
    func size() async throws {
        let service = try await TestService()
        let start = #"{"Version":"2012-10-17","Statement":{"Sid":""#
        let end = #"","Effect":"Allow","Action":"s3:*","Resource":"*"}}"#
        let sid = String(repeating: "A", count: 6_144 - start.utf8.count - end.utf8.count)
        let document = (start + sid + end).replacing(",", with: ",\n    ")
        try await service.run(
            IAM.CreatePolicy.self, .init(policyName: "Full", policyDocument: document))
    }

    @Test("AWS's policies are everyone's to read, with the account's own use of them")
    func awsPolicies() async throws {
        let (service, _) = try await service()
        try await service.run(
            IAM.AttachUserPolicy.self, .init(userName: "alice", policyArn: Self.aws))
        let got = try await service.run(IAM.GetPolicy.self, .init(policyArn: Self.aws)).policy
        #expect(got?.policyName == "ReadOnlyAccess")
        #expect(got?.attachmentCount == 1)
        #expect(got?.description == "Provides read-only access to AWS services and resources.")
        let listed = try await service.run(
            IAM.ListPolicies.self, .init(scope: .aws, onlyAttached: true)
        ).policies
        #expect(listed?.map(\.policyName) == ["ReadOnlyAccess"])
        #expect(listed?.first?.description == nil)
        let version = try #require(got?.defaultVersionId)
        let document = try await service.run(
            IAM.GetPolicyVersion.self, .init(policyArn: Self.aws, versionId: version)
        ).policyVersion?.document?.removingPercentEncoding
        #expect(document?.hasPrefix("{") == true)
        let tags = try await service.run(IAM.ListPolicyTags.self, .init(policyArn: Self.aws))
        #expect(tags.tags.isEmpty)
    }

    @Test(
        "AWS's policies, and those of other accounts, are changed by nobody, root included",
        arguments: [
            ("DeletePolicy", [:]),
            ("CreatePolicyVersion", ["PolicyDocument": Policies.allow("*")]),
            ("SetDefaultPolicyVersion", ["VersionId": "v1"]),
            ("DeletePolicyVersion", ["VersionId": "v1"]),
            ("TagPolicy", ["Tags.member.1.Key": "k", "Tags.member.1.Value": "v"]),
            ("UntagPolicy", ["TagKeys.member.1": "k"]),
        ] as [(String, [String: String])])
    func unchangeable(_ operation: String, _ parameters: [String: String]) async throws {
        let service = try await TestService()
        for arn in [Self.aws, "arn:aws:iam::111122223333:policy/Theirs"] {
            let answer = try await service.call(
                operation, parameters.merging(["PolicyArn": arn]) { $1 }, as: service.caller())
            #expect(answer.error == .accessDenied("Policy is outside your own account."))
        }
    }

    @Test("policies are listed by whose they are, their path, and what uses them")
    func lists() async throws {
        let (service, _) = try await service()
        try await service.run(
            IAM.CreatePolicy.self,
            .init(policyName: "Bound", policyDocument: Policies.allow("*")))
        let bound = "arn:aws:iam::123456789012:policy/Bound"
        try await service.run(
            IAM.CreateUser.self, .init(userName: "bob", permissionsBoundary: bound))
        for arn in [Self.arn, Self.aws] {
            try await service.run(
                IAM.AttachUserPolicy.self, .init(userName: "alice", policyArn: arn))
        }
        func arns(_ input: IAM.ListPolicies.Input) async throws -> [String?] {
            try await service.run(IAM.ListPolicies.self, input).policies?.map(\.arn) ?? []
        }
        #expect(try await arns(.init(scope: .local)) == [bound, Self.arn])
        #expect(try await arns(.init(scope: .local, pathPrefix: "/team/")) == [Self.arn])
        #expect(try await arns(.init(onlyAttached: true)) == [Self.arn, Self.aws])
        #expect(try await arns(.init(scope: .aws, onlyAttached: true)) == [Self.aws])
        #expect(
            try await arns(.init(policyUsageFilter: .permissionsPolicy)) == [Self.arn, Self.aws])
        #expect(try await arns(.init(policyUsageFilter: .permissionsBoundary)) == [bound])
        let first = try await service.run(IAM.ListPolicies.self, .init())
        #expect(first.policies?.count == 100)
        #expect(first.isTruncated == true)
    }

    @Test(
        "all policies come once over all pages, the account's own before AWS's, each by name",
        arguments: [1, 2, 3, 4, 333], [nil, IAM.Shape.PolicyScopeType.all])
    func everyPage(_ size: Int, _ scope: IAM.Shape.PolicyScopeType?) async throws {
        let (service, _) = try await service()
        for name in ["zebra", "Aardvark"] {
            try await service.run(
                IAM.CreatePolicy.self,
                .init(policyName: name, policyDocument: Policies.allow("s3:*")))
        }
        let aws = service.services.awsManagedPolicies.all.map(\.name)
        let expected = ["Aardvark", "Mine", "zebra"] + aws
        var names: [String] = []
        var marker: String?
        // Small pages are asked for as far as some way past the border.
        repeat {
            let page = try await service.run(
                IAM.ListPolicies.self,
                .init(scope: scope, marker: marker, maxItems: size))
            names += page.policies?.compactMap(\.policyName) ?? []
            marker = page.marker
            #expect(page.isTruncated == (marker != nil))
        } while marker != nil && (size > 4 || names.count < 8)
        #expect(names == Array(expected.prefix(names.count)))
        #expect(names.count >= 8)
        #expect(size <= 4 || names.count == expected.count)
    }

    @Test("what a policy is attached to is told by kind, path and use")
    func entities() async throws {
        let (service, _) = try await service()
        try await service.run(IAM.CreateGroup.self, .init(groupName: "team", path: "/team/"))
        try await service.run(
            IAM.AttachGroupPolicy.self, .init(groupName: "team", policyArn: Self.arn))
        try await service.run(
            IAM.AttachUserPolicy.self, .init(userName: "alice", policyArn: Self.arn))
        try await service.run(
            IAM.CreateUser.self, .init(userName: "bob", permissionsBoundary: Self.arn))
        for (role, boundary) in [("Worker", nil), ("Bounded", Self.arn)] {
            try await service.run(
                IAM.CreateRole.self,
                .init(
                    roleName: role, assumeRolePolicyDocument: Policies.trust(), path: "/team/",
                    permissionsBoundary: boundary))
        }
        try await service.run(
            IAM.AttachRolePolicy.self, .init(roleName: "Worker", policyArn: Self.arn))
        func names(_ input: IAM.ListEntitiesForPolicy.Input) async throws -> [String?] {
            let output = try await service.run(IAM.ListEntitiesForPolicy.self, input)
            return (output.policyGroups?.map(\.groupName) ?? [])
                + (output.policyUsers?.map(\.userName) ?? [])
                + (output.policyRoles?.map(\.roleName) ?? [])
        }
        let arn = Self.arn
        #expect(
            try await names(.init(policyArn: arn)) == ["team", "alice", "bob", "Bounded", "Worker"])
        #expect(try await names(.init(policyArn: arn, entityFilter: .user)) == ["alice", "bob"])
        #expect(try await names(.init(policyArn: arn, entityFilter: .group)) == ["team"])
        #expect(
            try await names(.init(policyArn: arn, entityFilter: .role)) == ["Bounded", "Worker"])
        #expect(
            try await names(.init(policyArn: arn, pathPrefix: "/team/")) == [
                "team", "Bounded", "Worker",
            ])
        #expect(
            try await names(.init(policyArn: arn, policyUsageFilter: .permissionsBoundary))
                == ["bob", "Bounded"])
        #expect(
            try await names(.init(policyArn: arn, policyUsageFilter: .permissionsPolicy))
                == ["team", "alice", "Worker"])
        let first = try await service.run(
            IAM.ListEntitiesForPolicy.self, .init(policyArn: arn, maxItems: 4))
        let rest = try await service.run(
            IAM.ListEntitiesForPolicy.self, .init(policyArn: arn, marker: first.marker))
        #expect(first.policyRoles?.map(\.roleName) == ["Bounded"])
        #expect(rest.policyRoles?.map(\.roleName) == ["Worker"] && rest.policyUsers == [])
        let policy = try await service.run(IAM.GetPolicy.self, .init(policyArn: arn)).policy
        #expect(policy?.attachmentCount == 3 && policy?.permissionsBoundaryUsageCount == 2)
    }
}
