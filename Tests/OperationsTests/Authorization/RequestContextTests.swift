import IAMIdentifiers
import IAMModel
import Operations
import TestSupport
import Testing

/// What each global condition key holds in a request, found out as a user would: by a policy that
/// allows only requests in which it has that value.
@Suite struct RequestContextTests {
    /// How the user proves who they are.
    enum Credential: Sendable {
        case accessKey, consoleSession
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let key: String
        /// Nil for a key that the request must not have.
        let value: String?
        var credential = Credential.accessKey
        var isSecure = false
        var referer: String?
        var userAgent = "test"

        init(
            _ testDescription: String, _ key: String, _ value: String?,
            by credential: Credential = .accessKey, isSecure: Bool = false,
            referer: String? = nil, userAgent: String = "test"
        ) {
            self.testDescription = testDescription
            self.key = key
            self.value = value
            self.credential = credential
            self.isSecure = isSecure
            self.referer = referer
            self.userAgent = userAgent
        }
    }

    static let cases = [
        Case("the moment", "aws:CurrentTime", TestClock().now.iso8601),
        Case("the moment in seconds", "aws:EpochTime", "\(TestClock().now.seconds)"),
        Case("the client's address", "aws:SourceIp", "203.0.113.9"),
        Case("a request without TLS", "aws:SecureTransport", "false"),
        Case("a request over TLS", "aws:SecureTransport", "true", isSecure: true),
        Case("IAM is of one region, whatever is signed", "aws:RequestedRegion", "us-east-1"),
        Case("the client's program", "aws:UserAgent", "aws-cli/2", userAgent: "aws-cli/2"),
        Case("a client that does not name its program", "aws:UserAgent", nil, userAgent: ""),
        Case("no page led here", "aws:Referer", nil),
        Case("a page led here", "aws:referer", "https://a.example/", referer: "https://a.example/"),
        Case("the user's ARN", "aws:PrincipalArn", "arn:aws:iam::123456789012:user/alice"),
        Case("the user's account", "aws:PrincipalAccount", "123456789012"),
        Case("a user is of the type User", "aws:PrincipalType", "User"),
        Case("the user's name", "aws:username", "alice"),
        Case("the user's tag", "aws:PrincipalTag/team", "blue"),
        Case("a tag's key in another case", "aws:principaltag/TEAM", "blue"),
        Case("a tag the user does not have", "aws:PrincipalTag/site", nil),
        Case("the account of what is acted on", "aws:ResourceAccount", "123456789012"),
        Case("the tag of what is acted on", "aws:ResourceTag/team", "blue"),
        Case("the same tag by IAM's own key", "iam:ResourceTag/team", "blue"),
        Case("a user is no service", "aws:PrincipalIsAWSService", "false"),
        Case("nobody calls for the user", "aws:ViaAWSService", "false"),
        Case("no chain of services", "aws:CalledVia", nil),
        Case("a key has no second factor", "aws:MultiFactorAuthPresent", nil),
        Case("a key has no second factor's age", "aws:MultiFactorAuthAge", nil),
        Case("a key was issued at no time", "aws:TokenIssueTime", nil),
        Case(
            "a console session was issued when it began", "aws:TokenIssueTime",
            TestClock().now.iso8601, by: .consoleSession),
        Case(
            "a console session says that there was no second factor",
            "aws:MultiFactorAuthPresent", "false", by: .consoleSession),
        Case(
            "without a second factor there is no age of one", "aws:MultiFactorAuthAge", nil,
            by: .consoleSession),
        Case("an account in no organization", "aws:PrincipalOrgID", nil),
        Case("no path in an organization", "aws:PrincipalOrgPaths", nil),
        Case("no source identity", "aws:SourceIdentity", nil),
        Case("no identity provider", "aws:FederatedProvider", nil),
        Case("no tags in the request", "aws:TagKeys", nil),
        Case("no tag in the request", "aws:RequestTag/team", nil),
    ]

    /// A policy that allows everything of IAM's under one condition.
    private func policy(_ condition: String) -> String {
        """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:*","Resource":"*",\
        "Condition":\(condition)}]}
        """
    }

    /// What alice, who has one tag, is told when she asks who she is.
    private func answer(_ c: Case, under condition: String) async throws -> IAMError? {
        let service = try await TestService()
        try await service.run(
            IAM.CreateUser.self,
            .init(userName: "alice", tags: [.init(key: "team", value: "blue")]))
        let key = try await service.run(IAM.CreateAccessKey.self, .init(userName: "alice"))
        try await service.permit("alice", policy(condition))
        var caller = try await service.caller("alice")
        if c.credential == .accessKey, let id = AccessKeyID(key.accessKey.accessKeyId) {
            caller = Caller(
                account: caller.account, principalID: caller.principalID, credential: .accessKey(id)
            )
        }
        let facts = RequestFacts(
            requestID: UUIDText.random(), now: service.clock.now, sourceAddress: "203.0.113.9",
            userAgent: c.userAgent, referer: c.referer, isSecure: c.isSecure,
            region: "eu-central-1")
        do throws(IAMError) {
            _ = try await service.pipeline.run(IAM.GetUser.self, .init(), as: caller, facts)
            return nil
        } catch {
            return error
        }
    }

    @Test("has the value that AWS documents, or none", arguments: cases)
    func value(_ c: Case) async throws {
        let isAbsent = #"{"Null":{"\#(c.key)":"true"}}"#
        let condition = c.value.map { #"{"StringEquals":{"\#(c.key)":"\#($0)"}}"# } ?? isAbsent
        #expect(try await answer(c, under: condition) == nil)
        // The other way round, so that a key which is there with another value is noticed, too.
        let other = c.value == nil ? #"{"Null":{"\#(c.key)":"false"}}"# : isAbsent
        #expect(try await answer(c, under: other)?.code == .accessDenied)
    }

    @Test("the unique ID is the user's, and STS is asked in the region that is signed")
    func others() async throws {
        let service = try await TestService()
        let id = try await service.makeUser("alice").userId
        try await service.permit("alice", policy(#"{"StringEquals":{"aws:userid":"\#(id)"}}"#))
        #expect(try await service.error(IAM.GetUser.self, .init(), as: "alice") == nil)
        try await service.permit(
            "alice",
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:*","Resource":"*",\
            "Condition":{"StringEquals":{"aws:RequestedRegion":"eu-central-1"}}}]}
            """)
        let facts = RequestFacts(
            requestID: UUIDText.random(), now: service.clock.now, sourceAddress: "203.0.113.9",
            userAgent: "", region: "eu-central-1")
        let answer = try await service.pipeline.run(
            STS.GetAccessKeyInfo.self, .init(accessKeyId: "AKIARZPUZDIKAEXAMPLE"),
            as: service.caller("alice"), facts)
        #expect(answer.account == "123456789012")
    }

    @Test("the keys of the tags that are set are a list, and their values are keys of their own")
    func requestTags() async throws {
        let service = try await TestService(users: ["alice"])
        try await service.permit(
            "alice",
            policy(
                """
                {"ForAllValues:StringEquals":{"aws:TagKeys":["team","site"]},\
                "StringEquals":{"aws:RequestTag/team":"blue"}}
                """))
        let blue = IAM.Shape.Tag(key: "team", value: "blue")
        for (tags, isAllowed) in [
            ([blue, .init(key: "site", value: "north")], true),
            ([blue, .init(key: "cost", value: "1")], false),
            ([.init(key: "team", value: "red")], false),
        ] {
            let error = try await service.error(
                IAM.TagUser.self, .init(userName: "alice", tags: tags), as: "alice")
            #expect((error == nil) == isAllowed)
        }
    }
}
