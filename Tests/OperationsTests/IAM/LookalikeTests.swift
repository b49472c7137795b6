import IAMModel
import Operations
import TestSupport
import Testing

/// Names that Unicode calls equivalent to others: a denial holds however its thing is called.
@Suite struct LookalikeTests {
    /// U+212A, the sign of the kelvin, which is the letter K to Unicode.
    private static let kelvin = "\u{212A}"
    private static let account = "arn:aws:iam::123456789012"
    private static let awsPolicy = "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy"

    /// `lo`, who may do everything but on Kate, Kpol and Kgrp, and may not attach AWS's policy.
    private func service() async throws -> TestService {
        let service = try await TestService(users: ["lo", "Kate"])
        try await service.run(IAM.CreateGroup.self, .init(groupName: "Kgrp"))
        try await service.run(
            IAM.CreatePolicy.self,
            .init(policyName: "Kpol", policyDocument: Policies.allow("s3:GetObject")))
        try await service.permit(
            "lo",
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},
             {"Effect":"Deny","Action":"*","Resource":["\(Self.account):user/Kate",
              "\(Self.account):policy/Kpol","\(Self.account):group/Kgrp"]},
             {"Effect":"Deny","Action":"iam:AttachUserPolicy","Resource":"*","Condition":
              {"ArnEquals":{"iam:PolicyARN":["\(Self.account):policy/Kpol","\(Self.awsPolicy)"]}}}]}
            """)
        return service
    }

    @Test("a denial on a user, a group or a policy is not escaped by the sign of the kelvin")
    func kelvinSign() async throws {
        let service = try await service()
        func refusals(_ letter: String) async throws -> [IAMError.Code?] {
            let user = "\(Self.account):user/\(letter)ate"
            let group = "\(Self.account):group/\(letter)grp"
            let policy = "\(Self.account):policy/\(letter)pol"
            let awsPolicy = Self.awsPolicy.replacing("K", with: letter)
            return [
                try await service.error(
                    IAM.SimulatePrincipalPolicy.self,
                    .init(policySourceArn: user, actionNames: ["s3:GetObject"]), as: "lo"),
                try await service.error(
                    IAM.SimulatePrincipalPolicy.self,
                    .init(policySourceArn: group, actionNames: ["s3:GetObject"]), as: "lo"),
                try await service.error(
                    IAM.GetContextKeysForPrincipalPolicy.self, .init(policySourceArn: user),
                    as: "lo"),
                try await service.error(IAM.GetPolicy.self, .init(policyArn: policy), as: "lo"),
                try await service.error(
                    IAM.GetPolicyVersion.self, .init(policyArn: policy, versionId: "v1"), as: "lo"),
                try await service.error(
                    IAM.CreatePolicyVersion.self,
                    .init(
                        policyArn: policy, policyDocument: Policies.allow("*"), setAsDefault: true),
                    as: "lo"),
                try await service.error(
                    IAM.TagPolicy.self,
                    .init(policyArn: policy, tags: [.init(key: "a", value: "b")]), as: "lo"),
                try await service.error(
                    IAM.DeletePolicy.self, .init(policyArn: policy), as: "lo"),
                try await service.error(
                    IAM.AttachUserPolicy.self, .init(userName: "lo", policyArn: policy), as: "lo"),
                try await service.error(
                    IAM.AttachUserPolicy.self, .init(userName: "lo", policyArn: awsPolicy),
                    as: "lo"),
                try await service.error(
                    IAM.CreateUser.self,
                    .init(userName: "new", permissionsBoundary: policy), as: "lo"),
            ].map { $0?.code }
        }
        let plain = try await refusals("K")
        #expect(plain.dropLast().allSatisfy { $0 == .accessDenied })
        let odd = try await refusals(Self.kelvin)
        #expect(
            odd.allSatisfy { $0 == .invalidInput || $0 == .noSuchEntity || $0 == .accessDenied },
            "\(odd)")
        let versions = try await service.run(
            IAM.ListPolicyVersions.self, .init(policyArn: "\(Self.account):policy/Kpol"))
        #expect(versions.versions?.count == 1)
    }

    @Test("nor is a denial on a tag")
    func tags() async throws {
        let service = try await TestService(users: ["lo"])
        let name = "lo"
        try await service.run(
            IAM.TagUser.self, .init(userName: name, tags: [.init(key: "Kost", value: "1")]))
        try await service.permit(
            name,
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},
             {"Effect":"Deny","Action":["iam:TagUser","iam:UntagUser"],"Resource":"*","Condition":
              {"ForAnyValue:StringEquals":{"aws:TagKeys":["Kost","KOST","kost"]}}}]}
            """)
        let odd = "\(Self.kelvin)ost"
        for key in ["Kost", "KOST"] {
            let tagging = IAM.TagUser.Input(userName: name, tags: [.init(key: key, value: "2")])
            #expect(
                try await service.error(IAM.TagUser.self, tagging, as: name)?.code == .accessDenied)
        }
        _ = try await service.error(
            IAM.TagUser.self, .init(userName: name, tags: [.init(key: odd, value: "2")]), as: name)
        _ = try await service.error(
            IAM.UntagUser.self, .init(userName: name, tagKeys: [odd]), as: name)
        let tags = try await service.run(IAM.ListUserTags.self, .init(userName: name)).tags
        #expect(tags.contains { $0.key.utf8.elementsEqual("Kost".utf8) && $0.value == "1" })
    }

    @Test("nor by letters of another case")
    func letterCase() async throws {
        let service = try await service()
        for name in ["Kate", "kate", "KATE"] {
            let error = try await service.error(
                IAM.GetUser.self, .init(userName: name), as: "lo")
            #expect(error?.code == .accessDenied, "\(name)")
        }
        for name in ["Kgrp", "kGRP"] {
            let error = try await service.error(
                IAM.GetGroup.self, .init(groupName: name), as: "lo")
            #expect(error?.code == .accessDenied, "\(name)")
        }
        let error = try await service.error(
            IAM.GetPolicy.self, .init(policyArn: "\(Self.account):policy/kpol"), as: "lo")
        #expect(error != nil)
    }
}
