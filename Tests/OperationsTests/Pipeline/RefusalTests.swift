import IAMModel
import Operations
import Store
import TestSupport
import Testing

/// What a refusal tells of things its reader may not see.
@Suite struct RefusalTests {
    private func sentence(
        _ resource: String, _ action: String, of name: String = "alice"
    ) -> String {
        "User: arn:aws:iam::123456789012:user/\(name) is not authorized to perform: \(action) on "
            + "resource: \(resource) because no identity-based policy allows the \(action) action"
    }

    @Test("a refusal names a user or a group as it was asked for, there or not, path or none")
    func names() async throws {
        let service = try await TestService(users: ["alice"])
        try await service.run(IAM.CreateUser.self, .init(userName: "bob", path: "/secret/"))
        try await service.run(IAM.CreateGroup.self, .init(groupName: "admins", path: "/secret/"))
        for name in ["bob", "nobody"] {
            let error = try await service.error(
                IAM.GetUser.self, .init(userName: name), as: "alice")
            #expect(error?.message == sentence("user \(name)", "iam:GetUser"))
        }
        for name in ["admins", "nobodies"] {
            let error = try await service.error(
                IAM.GetGroup.self, .init(groupName: name), as: "alice")
            #expect(error?.message == sentence("group \(name)", "iam:GetGroup"))
        }
    }

    @Test("a user who asks about itself without a name is named by its ARN")
    func oneself() async throws {
        let service = try await TestService(users: ["alice"])
        let error = try await service.error(IAM.GetUser.self, .init(), as: "alice")
        #expect(
            error?.message
                == sentence("arn:aws:iam::123456789012:user/alice", "iam:GetUser"))
    }

    @Test("a refusal does not tell whose an access key is")
    func accessKeys() async throws {
        let service = try await TestService(users: ["alice", "bob"])
        let key = try await service.run(IAM.CreateAccessKey.self, .init(userName: "bob"))
            .accessKey.accessKeyId
        for id in [key, "AKIAAAAAAAAAAAAAAAAA"] {
            let error = try await service.error(
                IAM.GetAccessKeyLastUsed.self, .init(accessKeyId: id), as: "alice")
            #expect(
                error?.message == sentence("access key \(id)", "iam:GetAccessKeyLastUsed"))
        }
    }

    @Test("the last use of a key that does not exist is refused to the root user, too")
    func unknownAccessKey() async throws {
        let service = try await TestService()
        let error = try await service.error(
            IAM.GetAccessKeyLastUsed.self, .init(accessKeyId: "AKIAAAAAAAAAAAAAAAAA"))
        #expect(error?.code == .accessDenied)
    }

    @Test("a character that cannot be kept is the client's mistake and no failure")
    func zeroCharacter() async throws {
        let service = try await TestService()
        #expect(
            try await service.error(IAM.ListUsers.self, .init(marker: "AA"))?.code
                == .validationError)
        let arn = "arn:aws:iam::123456789012:policy/\0named"
        #expect(
            try await service.error(IAM.GetPolicy.self, .init(policyArn: arn))?.code
                == .invalidInput)
    }

    @Test("of a long user agent the first thousand bytes are recorded")
    func longUserAgent() async throws {
        let service = try await TestService()
        let facts = RequestFacts(
            requestID: "r", now: service.clock.now, sourceAddress: "203.0.113.9",
            userAgent: String(repeating: "x", count: 60_000))
        _ = try await service.pipeline.run(
            IAM.GetUser.self, .init(), as: try await service.caller(), facts)
        let record = try await service.auditRecords().first?.record ?? ""
        #expect(record.contains(String(repeating: "x", count: 1_024)))
        #expect(!record.contains(String(repeating: "x", count: 1_025)))
    }
}
