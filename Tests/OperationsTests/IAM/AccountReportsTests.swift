import Foundation
import IAMIdentifiers
import IAMModel
import Operations
import TestSupport
import Testing

@Suite struct AccountReportsTests {
    @Test("the summary counts what there is and names every quota of AWS's")
    func summary() async throws {
        let service = try await TestService()
        let empty = try await service.run(IAM.GetAccountSummary.self, .init()).summaryMap ?? [:]
        #expect(empty["Users"] == 0)
        #expect(empty["AccountAccessKeysPresent"] == 0)
        _ = try await PreparedAccount(service)
        try await service.run(IAM.CreateAccessKey.self, .init())
        let full = try await service.run(IAM.GetAccountSummary.self, .init()).summaryMap ?? [:]
        let expected = [
            "Users": 3, "Groups": 2, "Roles": 3, "RolesQuota": 1_000, "InstanceProfiles": 2,
            "Policies": 2,
            "PolicyVersionsInUse": 3, "UsersQuota": 5_000,
            "GroupsQuota": 300, "PoliciesQuota": 1_500, "VersionsPerPolicyQuota": 5,
            "AccessKeysPerUserQuota": 2, "GroupsPerUserQuota": 10, "PolicySizeQuota": 6_144,
            "AssumeRolePolicySizeQuota": 2_048, "RolePolicySizeQuota": 10_240,
            "AccountAccessKeysPresent": 1, "AccountMFAEnabled": 0, "AccountPasswordPresent": 1,
            "ServerCertificates": 1, "ServerCertificatesQuota": 20,
            "SigningCertificatesPerUserQuota": 2, "AccountSigningCertificatesPresent": 0,
        ]
        for (key, value) in expected { #expect(full[key] == value, "\(key)") }
        #expect(Set(full.keys) == Set(empty.keys))
    }

    @Test("the details tell of each user, group, role and policy what there is")
    func details() async throws {
        let service = try await TestService()
        let prepared = try await PreparedAccount(service)
        let readers = prepared.filled(PreparedAccount.readers)
        let all = try await service.run(IAM.GetAccountAuthorizationDetails.self, .init())
        let alice = try #require(all.userDetailList?.first { $0.userName == "alice" })
        #expect(alice.arn == "arn:aws:iam::123456789012:user/team/alice")
        #expect(alice.groupList == ["writers"])
        #expect(alice.attachedManagedPolicies?.map(\.policyArn) == [readers])
        #expect(alice.userPolicyList?.map(\.policyName) == ["notes"])
        #expect(
            alice.userPolicyList?.first?.policyDocument?.removingPercentEncoding
                == Policies.allow("s3:GetObject"))
        #expect(alice.tags == [.init(key: "team", value: "core")])
        let writers = try #require(all.groupDetailList?.first { $0.groupName == "writers" })
        #expect(writers.groupPolicyList?.map(\.policyName) == ["rules"])
        #expect(writers.attachedManagedPolicies?.map(\.policyArn) == [readers])
        let deployer = try #require(all.roleDetailList?.first { $0.roleName == "Deployer" })
        #expect(deployer.arn == "arn:aws:iam::123456789012:role/team/Deployer")
        #expect(
            deployer.assumeRolePolicyDocument?.removingPercentEncoding == Policies.trust())
        #expect(deployer.rolePolicyList?.map(\.policyName) == ["work"])
        #expect(deployer.attachedManagedPolicies?.map(\.policyArn) == [readers])
        #expect(deployer.tags == [.init(key: "team", value: "core")])
        #expect(deployer.roleLastUsed == .init())
        #expect(deployer.instanceProfileList?.map(\.instanceProfileName) == ["web"])
        let policy = try #require(all.policies?.first { $0.arn == readers })
        #expect(policy.attachmentCount == 3)
        #expect(policy.policyVersionList?.compactMap(\.versionId).sorted() == ["v1", "v2"])
        #expect(policy.policyVersionList?.allSatisfy { $0.document != nil } == true)
    }

    @Test("the details are told on pages that end where their documents have a megabyte")
    func pages() async throws {
        let service = try await TestService()
        _ = try await PreparedAccount(service)
        let actions = (0..<160).map { "\"s3:Get\(String(repeating: "x", count: 20))\($0)\"" }
        let document =
            #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Resource":"*","Action":["#
            + actions.joined(separator: ",") + "]}}"
        for number in 0..<40 {
            let arn = try await service.run(
                IAM.CreatePolicy.self,
                .init(policyName: "p\(number)", policyDocument: document)
            ).policy?.arn
            for _ in 0..<4 {
                try await service.run(
                    IAM.CreatePolicyVersion.self,
                    .init(policyArn: arn ?? "", policyDocument: document))
            }
        }
        var names: [String] = []
        var pages = 0
        var marker: String?
        repeat {
            let page = try await service.run(
                IAM.GetAccountAuthorizationDetails.self, .init(maxItems: 1_000, marker: marker))
            let sizes = page.policies?.flatMap { $0.policyVersionList ?? [] }
                .map { $0.document?.utf8.count ?? 0 }
            #expect(sizes?.reduce(0, +) ?? 0 < 1_100_000)
            names += (page.userDetailList ?? []).compactMap(\.userName)
            names += (page.groupDetailList ?? []).compactMap(\.groupName)
            names += (page.roleDetailList ?? []).compactMap(\.roleName)
            names += (page.policies ?? []).compactMap(\.policyName)
            marker = page.marker
            #expect(page.isTruncated == (marker != nil))
            pages += 1
        } while marker != nil
        #expect(pages > 1)
        let policies = ["Readers", "Spare"] + (0..<40).map { "p\($0)" }
        let entities = [
            "alice", "bob", "carol", "idle", "writers", "AWSServiceRoleForAutoScaling", "Deployer",
            "Idle",
        ]
        #expect(
            names == entities + policies.sorted { $0.lowercased() < $1.lowercased() }
                + ["AutoScalingServiceRolePolicy"])
    }

    @Test("whatever is told of users and policies, a page has a megabyte at most")
    func bytes() async throws {
        let service = try await TestService()
        for user in 0..<40 {
            try await service.run(
                IAM.CreateUser.self,
                .init(
                    userName: "u\(user)",
                    tags: (0..<50).map {
                        .init(
                            key: "\($0)" + String(repeating: "é", count: 126),
                            value: String(repeating: "語", count: 256))
                    }))
        }
        let root = try await service.caller()
        var told = 0
        var marker: String?
        repeat {
            let answer = try await service.call(
                "GetAccountAuthorizationDetails",
                ["MaxItems": "1000"].merging(marker.map { ["Marker": $0] } ?? [:]) { $1 },
                as: root)
            #expect(answer.document.utf8.count < 1_010_000)
            told += answer.document.ranges(of: "<UserName>").count
            marker = answer.document.firstMatch(of: /<Marker>([^<]+)<\/Marker>/)
                .map { String($0.1) }
        } while marker != nil
        #expect(told == 40)
    }

    @Test("a filter names the kinds that are told, and AWS's policies are told when in use")
    func filters() async throws {
        let service = try await TestService()
        _ = try await PreparedAccount(service)
        let aws = "arn:aws:iam::aws:policy/ReadOnlyAccess"
        try await service.run(
            IAM.AttachUserPolicy.self, .init(userName: "bob", policyArn: aws))
        func counts(_ filter: [IAM.Shape.EntityType]?) async throws -> [Int?] {
            let page = try await service.run(
                IAM.GetAccountAuthorizationDetails.self, .init(filter: filter))
            return [
                page.userDetailList?.count, page.groupDetailList?.count,
                page.roleDetailList?.count, page.policies?.count,
            ]
        }
        #expect(try await counts(nil) == [3, 2, 3, 4])
        #expect(try await counts([.user]) == [3, 0, 0, 0])
        #expect(try await counts([.group, .role]) == [0, 2, 3, 0])
        #expect(try await counts([.localManagedPolicy]) == [0, 0, 0, 2])
        #expect(try await counts([.awsManagedPolicy]) == [0, 0, 0, 2])
    }
}
