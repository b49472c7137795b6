import IAMModel
import Operations
import Store
import TestSupport
import Testing

/// The condition keys that operations on users and policies give a decision.
@Suite struct AuthorizationConditionsTests {
    private static let boundary = "arn:aws:iam::aws:policy/ReadOnlyAccess"
    private static let attached = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"

    /// A statement about everything, with one condition.
    private static func statement(
        _ effect: String, _ action: String, _ condition: String
    ) -> String {
        """
        {"Effect":"\(effect)","Action":"\(action)","Resource":"*","Condition":{\(condition)}}
        """
    }

    private static func policy(_ statements: [String]) -> String {
        #"{"Version":"2012-10-17","Statement":[\#(statements.joined(separator: ","))]}"#
    }

    /// Alice has a policy of these statements; the boundary bounds bob, and not carol.
    private static func bounded(_ statements: String...) async throws -> TestService {
        let service = try await TestService(
            users: ["alice", "carol"], policies: ["alice": policy(statements)])
        try await service.run(
            IAM.CreateUser.self, .init(userName: "bob", permissionsBoundary: boundary))
        return service
    }

    private static func errors(
        _ service: TestService, on user: String
    ) async throws -> [IAMError.Code?] {
        let document = Policies.allow("s3:GetObject")
        return [
            try await service.error(
                IAM.PutUserPolicy.self,
                .init(userName: user, policyName: "p", policyDocument: document), as: "alice"),
            try await service.error(
                IAM.DeleteUserPolicy.self, .init(userName: user, policyName: "p"), as: "alice"),
            try await service.error(
                IAM.AttachUserPolicy.self, .init(userName: user, policyArn: attached), as: "alice"),
            try await service.error(
                IAM.DetachUserPolicy.self, .init(userName: user, policyArn: attached), as: "alice"),
        ].map { $0?.code }
    }

    @Test("a deny about users that a policy bounds holds for their policies")
    func denyByBoundary() async throws {
        let service = try await Self.bounded(
            #"{"Effect":"Allow","Action":"iam:*","Resource":"*"}"#,
            Self.statement(
                "Deny", "iam:*",
                #""StringEquals":{"iam:PermissionsBoundary":"\#(Self.boundary)"}"#))
        #expect(
            try await Self.errors(service, on: "bob")
                == Array(repeating: .accessDenied, count: 4))
        #expect(try await Self.errors(service, on: "carol") == [nil, nil, nil, nil])
    }

    @Test("an allow about users that a policy bounds is of no others")
    func allowByBoundary() async throws {
        let service = try await Self.bounded(
            Self.statement(
                "Allow", "iam:*",
                #""StringEquals":{"iam:PermissionsBoundary":"\#(Self.boundary)"}"#))
        #expect(try await Self.errors(service, on: "bob") == [nil, nil, nil, nil])
        #expect(
            try await Self.errors(service, on: "carol")
                == Array(repeating: .accessDenied, count: 4))
    }

    /// Whether alice, by one statement, may see a policy with these tags.
    private static func mayGetPolicy(
        _ statement: String, _ tags: [IAM.Shape.Tag]
    ) async throws -> Bool {
        let service = try await TestService(
            users: ["alice"], policies: ["alice": policy([statement])])
        let arn = try await service.run(
            IAM.CreatePolicy.self,
            .init(
                policyName: "tagged", policyDocument: Policies.allow("s3:GetObject"), tags: tags)
        ).policy?.arn
        let error = try await service.error(
            IAM.GetPolicy.self, .init(policyArn: arn ?? ""), as: "alice")
        return error == nil
    }

    @Test("a policy's tags are aws:ResourceTag and not iam:ResourceTag, which is of users")
    func resourceTags() async throws {
        let tags = [IAM.Shape.Tag(key: "team", value: "blue")]
        for (key, isAllowed) in [("aws:ResourceTag/team", true), ("iam:ResourceTag/team", false)] {
            let statement = Self.statement(
                "Allow", "iam:GetPolicy", #""StringEquals":{"\#(key)":"blue"}"#)
            #expect(try await Self.mayGetPolicy(statement, tags) == isAllowed)
        }
    }

    @Test("what is denied outside the account is AWS's policies, and nothing of one's own")
    func resourceAccount() async throws {
        let service = try await TestService(
            users: ["alice"],
            policies: [
                "alice": Self.policy([
                    #"{"Effect":"Allow","Action":"iam:*","Resource":"*"}"#,
                    Self.statement(
                        "Deny", "iam:*",
                        #""StringNotEquals":{"aws:ResourceAccount":"123456789012"}"#),
                ])
            ])
        let own = try await service.error(IAM.GetUser.self, .init(), as: "alice")
        let all = try await service.error(IAM.GetAccountSummary.self, .init(), as: "alice")
        let aws = try await service.error(
            IAM.GetPolicy.self, .init(policyArn: Self.attached), as: "alice")
        #expect([own?.code, all?.code, aws?.code] == [nil, nil, .accessDenied])
    }

    @Test("two tags that differ in case alone allow nothing by either value")
    func tagsOfTwoCases() async throws {
        let tags = [
            IAM.Shape.Tag(key: "team", value: "red"), IAM.Shape.Tag(key: "Team", value: "blue"),
        ]
        for value in ["red", "blue"] {
            let statement = Self.statement(
                "Allow", "iam:GetPolicy",
                #""StringEquals":{"aws:ResourceTag/team":"\#(value)"}"#)
            #expect(try await !Self.mayGetPolicy(statement, tags))
        }
    }
}
