import AWSWire
import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

/// What records tell of the connection and of the session in which somebody acts.
@Suite struct RecordedSessionTests {
    private static func record(
        _ service: TestService, as caller: Caller, isSecure: Bool, host: String?
    ) async throws -> String {
        let facts = RequestFacts(
            requestID: UUIDText.random(), now: service.clock.now, sourceAddress: "203.0.113.9",
            userAgent: "test", isSecure: isSecure, host: host)
        _ = try await service.pipeline.run(STS.GetCallerIdentity.self, .init(), as: caller, facts)
        let records = try await service.auditRecords()
        return try #require(records.first { $0.name == "GetCallerIdentity" }).record
    }

    private static func key(_ service: TestService) async throws -> Caller {
        let made = try await service.run(IAM.CreateAccessKey.self, .init())
        return Caller(
            account: TestService.accountID, principalID: UniqueID(rootOf: TestService.accountID),
            credential: .accessKey(try #require(AccessKeyID(made.accessKey.accessKeyId))))
    }

    @Test("a request over TLS tells the host that was asked for, and one without TLS nothing")
    func tls() async throws {
        for (isSecure, host, isTold) in [
            (true, "iam.example.com" as String?, true), (false, "iam.example.com", false),
            (true, nil, false),
        ] {
            let service = try await TestService()
            let record = try await Self.record(
                service, as: Self.key(service), isSecure: isSecure, host: host)
            #expect(
                record.contains(#""tlsDetails":{"clientProvidedHostHeader":"iam.example.com"}"#)
                    == isTold)
            #expect(record.contains("tlsDetails") == isTold)
            #expect(!record.contains("sessionCredentialFromConsole"))
            #expect(!record.contains("sessionContext"))
        }
    }

    @Test("no more of a host is kept than a name can have")
    func longHost() async throws {
        let service = try await TestService()
        let record = try await Self.record(
            service, as: Self.key(service), isSecure: true,
            host: String(repeating: "h", count: 300))
        #expect(record.contains(#"":""# + String(repeating: "h", count: 255) + #""}"#))
    }

    @Test("a session of the console says so, when it began, and whether a factor was proved")
    func console() async throws {
        let service = try await TestService()
        let record = try await Self.record(
            service, as: service.caller(), isSecure: true, host: "console.example.com")
        #expect(record.contains(#""sessionCredentialFromConsole":"true""#))
        #expect(!record.contains("tlsDetails"))
        let began = service.clock.now.iso8601
        #expect(
            record.contains(
                #""sessionContext":{"attributes":{"creationDate":"\#(began)","#
                    + #""mfaAuthenticated":"false"}}"#))
    }

    @Test("a root user is called by the alias of the account")
    func alias() async throws {
        let service = try await TestService()
        try await service.run(IAM.CreateAccountAlias.self, .init(accountAlias: "example"))
        let record = try await Self.record(
            service, as: Self.key(service), isSecure: false, host: nil)
        #expect(record.contains(#""type":"Root""#) && record.contains(#""userName":"example""#))
    }

    @Test("where the record cannot be kept there are no credentials")
    func notKept() async throws {
        var made: FailingDatabase?
        let service = try await TestService { base in
            let database = FailingDatabase(base, with: .uncertain("injected"))
            made = database
            return database
        }
        let database = try #require(made)
        let root = try await Self.key(service)
        var failures = 0
        var isDone = false
        while !isDone {
            try #require(failures < 50)
            database.fail(at: failures + 1)
            do {
                _ = try await service.pipeline.run(
                    STS.GetSessionToken.self, .init(), as: root, service.facts())
            } catch {
                failures += 1
                continue
            }
            #expect(!database.hasFailed, "statement \(failures + 1)")
            isDone = true
        }
        #expect(failures > 3)
    }

    @Test("an event of two accounts has one shared ID, and each its own")
    func shared() async throws {
        let service = try await TestService(users: ["alice"])
        let other = try #require(AccountID("210987654321"))
        let trust = #"{"AWS":"arn:aws:iam::123456789012:root"}"#
        try await service.services.database.write { transaction in
            _ = try AccountTable(transaction).insert(
                Account(
                    id: other, name: "Other", email: "other@example.com", passwordHash: "",
                    passwordChangedAt: service.clock.now, createdAt: service.clock.now))
        }
        _ = try await service.pipeline.run(
            IAM.CreateRole.self,
            .init(roleName: "audit", assumeRolePolicyDocument: Policies.trust(trust)),
            as: service.caller(of: other), service.facts())
        try await service.permit("alice", Policies.allow("sts:AssumeRole"))
        _ = try await service.pipeline.run(
            STS.AssumeRole.self,
            .init(roleArn: "arn:aws:iam::210987654321:role/audit", roleSessionName: "alice"),
            as: service.caller("alice"), service.facts())
        let records = try await service.services.database.read { transaction in
            try [TestService.accountID, other].map { account in
                try #require(
                    try AuditEventTable(transaction).latest(of: account, limit: 9)
                        .first { $0.name == "AssumeRole" })
            }
        }
        let shared = records.map { event in
            event.record.firstMatch(of: /"sharedEventID":"(.+?)"/).map { String($0.1) }
        }
        #expect(shared[0] != nil && shared[0] == shared[1])
        #expect(records[0].id != records[1].id)
        #expect(records[0].record.contains(#""type":"IAMUser""#))
        #expect(records[1].record.contains(#"{"type":"AWSAccount","principalId":""#))
        #expect(records[1].userName == nil && records[1].accessKeyID == nil)
        #expect(records[1].record.contains(#""recipientAccountId":"210987654321""#))
    }
}
