import Foundation
import IAMModel
import Operations
import Store
import TestSupport
import Testing

/// The policies of users and groups: embedded ones by text, attached ones by ARN.
@Suite struct EmbeddedPoliciesTests {
    private static let odd = """
        {
          "Version": "2012-10-17",
          "Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::a b+c%/é*"}
        }
        """

    @Test(
        "a document is given back as it was put, percent-encoded",
        arguments: [("User", "alice"), ("Group", "writers")])
    func roundTrip(_ kind: String, _ name: String) async throws {
        let service = try await TestService()
        _ = try await PreparedAccount(service)
        let root = try await service.caller()
        let policy = ["\(kind)Name": name, "PolicyName": "Odd"]
        for document in [Policies.allow("s3:GetObject"), Self.odd] {
            let put = try await service.call(
                "Put\(kind)Policy", policy.merging(["PolicyDocument": document]) { $1 }, as: root)
            #expect(put.error == nil)
            let got = try await service.call("Get\(kind)Policy", policy, as: root).document
            let match = got.firstMatch(of: /<PolicyDocument>([^<]+)<\/PolicyDocument>/)
            let encoded = String(try #require(match).1)
            let unreserved = encoded.allSatisfy {
                $0.isASCII && ($0.isLetter || $0.isNumber || "-._~%".contains($0))
            }
            #expect(unreserved)
            #expect(encoded.removingPercentEncoding == document)
        }
        let list = try await service.call(
            "List\(kind)Policies", ["\(kind)Name": name], as: root
        ).document
        #expect(list.matches(of: /<member>Odd<\/member>/).count == 1, "put again is replaced")
    }

    @Test(
        "embedded policies fill what there is of characters, without white space, to the last",
        arguments: [("User", "bob", 2_048), ("Group", "idle", 5_120)])
    func size(_ kind: String, _ name: String, _ size: Int) async throws {
        let service = try await TestService()
        _ = try await PreparedAccount(service)
        let root = try await service.caller()
        func put(_ policy: String, size: Int) async throws -> IAMError? {
            let start = #"{"Version":"2012-10-17","Statement":{"Sid":""#
            let end = #"","Effect":"Allow","Action":"s3:*","Resource":"*"}}"#
            let sid = String(repeating: "A", count: size - start.utf8.count - end.utf8.count)
            let document = (start + sid + end).replacing(",", with: "\n,  \t")
            return try await service.call(
                "Put\(kind)Policy",
                ["\(kind)Name": name, "PolicyName": policy, "PolicyDocument": document], as: root
            ).error
        }
        #expect(try await put("one", size: 1_000) == nil)
        #expect(try await put("two", size: size - 999)?.code == .limitExceeded)
        #expect(try await put("two", size: size - 1_000) == nil)
        #expect(try await put("ONE", size: 999) == nil, "one in other letters is the same")
        #expect(try await put("three", size: 150)?.code == .limitExceeded)
    }

    @Test("attached policies are listed by the beginning of their path, and attached once")
    func attached() async throws {
        let service = try await TestService(users: ["alice"])
        let made = try await service.run(
            IAM.CreatePolicy.self,
            .init(policyName: "Mine", policyDocument: Policies.allow("s3:*"), path: "/team/"))
        let mine = try #require(made.policy?.arn)
        let aws = "arn:aws:iam::aws:policy/job-function/Billing"
        for arn in [mine, aws, mine] {
            try await service.run(
                IAM.AttachUserPolicy.self, .init(userName: "alice", policyArn: arn))
        }
        for (prefix, arns) in [
            (nil, [aws, mine]), ("/team/", [mine]), ("/job", [aws]), ("/none/", []),
        ] {
            let list = try await service.run(
                IAM.ListAttachedUserPolicies.self, .init(userName: "alice", pathPrefix: prefix))
            #expect(list.attachedPolicies?.map(\.policyArn) == arns)
        }
        try await service.run(
            IAM.DetachUserPolicy.self, .init(userName: "alice", policyArn: mine))
        #expect(
            try await service.error(
                IAM.DetachUserPolicy.self, .init(userName: "alice", policyArn: mine))?.code
                == .noSuchEntity)
    }

    @Test("a policy of AWS's gives what it says, from the next request on and no longer")
    func awsPolicy() async throws {
        let service = try await TestService(users: ["alice"])
        let readOnly = "arn:aws:iam::aws:policy/IAMReadOnlyAccess"
        try await service.run(
            IAM.AttachUserPolicy.self, .init(userName: "alice", policyArn: readOnly))
        #expect(try await service.error(IAM.ListUsers.self, .init(), as: "alice") == nil)
        #expect(
            try await service.error(IAM.CreateUser.self, .init(userName: "b"), as: "alice")?.code
                == .accessDenied)
        try await service.run(
            IAM.DetachUserPolicy.self, .init(userName: "alice", policyArn: readOnly))
        #expect(
            try await service.error(IAM.ListUsers.self, .init(), as: "alice")?.code
                == .accessDenied)
    }

    @Test("a stored document that cannot be read denies everything")
    func unreadable() async throws {
        let service = try await TestService(
            users: ["alice"], policies: ["alice": Policies.allow("*")])
        #expect(try await service.error(IAM.ListUsers.self, .init(), as: "alice") == nil)
        try await service.services.database.write { transaction in
            let users = UserTable(transaction, of: TestService.accountID)
            guard let alice = try users.find(named: "alice") else { return }
            try InlinePolicyTable(transaction, of: TestService.accountID)
                .put(.init(name: "damaged", document: "{"), in: alice.id)
            try transaction.recordChange(
                of: TestService.accountID, at: service.clock.now, what: "damage")
        }
        #expect(
            try await service.error(IAM.ListUsers.self, .init(), as: "alice")?.message
                .hasSuffix("with an explicit deny in an identity-based policy") == true)
    }
}
