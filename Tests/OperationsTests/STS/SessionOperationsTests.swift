import AWSWire
import Credentials
import IAMIdentifiers
import IAMModel
import Store
import TestSupport
import Testing

@testable import Operations

/// The operations that give temporary credentials out, and who may use what they give.
@Suite struct SessionOperationsTests {
    /// An account with alice, a role that trusts the account, and alice's access key.
    struct Stage {
        let service: TestService
        let alice: Caller
        let roleARN = "arn:aws:iam::123456789012:role/audit"

        init(_ trust: String = #"{"AWS":"123456789012"}"#) async throws {
            service = try await TestService(users: ["alice"])
            _ = try await service.run(
                IAM.CreateRole.self,
                .init(
                    roleName: "audit",
                    assumeRolePolicyDocument: Policies.trust(trust, on: "sts:*")))
            _ = try await service.run(
                IAM.PutRolePolicy.self,
                .init(
                    roleName: "audit", policyName: "all", policyDocument: Policies.allow("*")))
            alice = try await Self.key(of: "alice", service)
        }

        static func key(of name: String?, _ service: TestService) async throws -> Caller {
            let session = try await service.caller(name)
            let made = try await service.pipeline.run(
                IAM.CreateAccessKey.self, .init(userName: name), as: service.caller(),
                service.facts())
            let id = try #require(AccessKeyID(made.accessKey.accessKeyId))
            return Caller(
                account: session.account, principalID: session.principalID,
                credential: .accessKey(id))
        }

        /// Whoever acts by credentials that were answered.
        func caller(_ credentials: STS.Shape.Credentials?) throws -> Caller {
            let credentials = try #require(credentials)
            let id = try #require(AccessKeyID(credentials.accessKeyId))
            let grant = SessionGrant.open(
                credentials.sessionToken.reveal(), for: id, at: service.clock.now,
                service.services.sealer)
            return Caller(try #require(grant))
        }

        func assume(
            _ input: STS.AssumeRole.Input? = nil, as caller: Caller? = nil
        ) async throws -> Caller {
            let input = input ?? .init(roleArn: roleARN, roleSessionName: "s")
            return try await self.caller(
                service.pipeline.run(
                    STS.AssumeRole.self, input, as: caller ?? alice, service.facts()
                ).credentials)
        }

        func may(_ operation: String, _ parameters: [String: String] = [:], by caller: Caller)
            async throws -> IAMError?
        {
            try await service.call(operation, parameters, as: caller).error
        }
    }

    @Test("an account that is trusted hands the permission on, and its users need it")
    func trust() async throws {
        let stage = try await Stage()
        await #expect(throws: IAMError.self) { try await stage.assume() }
        try await stage.service.permit("alice", Policies.allow("sts:AssumeRole"))
        let session = try await stage.assume()
        #expect(try await stage.may("ListUsers", by: session) == nil)
        let identity = try await stage.service.call("GetCallerIdentity", as: session).document
        #expect(identity.contains("arn:aws:sts::123456789012:assumed-role/audit/s"))
    }

    @Test("a session ends at the next request after its role is gone, or its policy says so")
    func revoked() async throws {
        let stage = try await Stage(#"{"AWS":"arn:aws:iam::123456789012:user/alice"}"#)
        let session = try await stage.assume()
        #expect(try await stage.may("ListUsers", by: session) == nil)
        let revoke = """
            {"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*",
            "Condition":{"DateLessThan":{"aws:TokenIssueTime":"2100-01-01T00:00:00Z"}}}}
            """
        _ = try await stage.service.run(
            IAM.PutRolePolicy.self,
            .init(
                roleName: "audit", policyName: "AWSRevokeOlderSessions", policyDocument: revoke))
        #expect(try await stage.may("ListUsers", by: session)?.code == .accessDenied)
        for policy in ["AWSRevokeOlderSessions", "all"] {
            _ = try await stage.service.run(
                IAM.DeleteRolePolicy.self, .init(roleName: "audit", policyName: policy))
        }
        _ = try await stage.service.run(IAM.DeleteRole.self, .init(roleName: "audit"))
        #expect(try await stage.may("GetCallerIdentity", by: session) == .invalidClientTokenId)
    }

    @Test("the sessions of an account end with it, and begin again when it is reopened")
    func closed() async throws {
        let stage = try await Stage(#"{"AWS":"arn:aws:iam::123456789012:user/alice"}"#)
        let session = try await stage.assume()
        let cookie = try await SignIn(stage.service.services)
            .begin(#require(session.session), stage.service.facts()).secret.reveal()
        func signedIn() async throws -> SignedIn? {
            try await SignIn(stage.service.services)
                .signedIn(cookie, at: stage.service.clock.now)
        }
        #expect(try await signedIn() != nil)
        let tools = OperatorTools(stage.service.services)
        try await tools.close(TestService.accountID)
        #expect(try await stage.may("GetCallerIdentity", by: session) == .invalidClientTokenId)
        #expect(try await signedIn() == nil)
        try await tools.reopen(TestService.accountID)
        #expect(try await stage.may("GetCallerIdentity", by: session) == nil)
        // Closing ended what people had begun in the console.
        #expect(try await signedIn() == nil)
    }

    @Test("a session policy narrows, each scoped policy narrows further, and a fourth is refused")
    func narrowed() async throws {
        let stage = try await Stage(#"{"AWS":"arn:aws:iam::123456789012:user/alice"}"#)
        var session = try await stage.assume(
            .init(
                roleArn: stage.roleARN, roleSessionName: "s",
                policy: #"""
                    {"Version":"2012-10-17","Statement":{"Effect":"Allow",
                    "Action":["iam:List*","sts:*"],"Resource":"*"}}
                    """#))
        #expect(try await stage.may("ListGroups", by: session) == nil)
        #expect(try await stage.may("GetUser", ["UserName": "alice"], by: session) != nil)
        let users = #"""
            {"Version":"2012-10-17","Statement":{"Effect":"Allow",
            "Action":["iam:ListUsers","iam:GetUser","sts:*"],"Resource":"*"}}
            """#
        for count in 1...3 {
            let scoped = try await stage.service.pipeline.run(
                STS.GetScopedCredentials.self, .init(policy: users), as: session,
                stage.service.facts())
            #expect(scoped.scopedPoliciesCount == count)
            session = try stage.caller(scoped.credentials)
            #expect(try await stage.may("ListUsers", by: session) == nil)
            #expect(try await stage.may("ListGroups", by: session)?.code == .accessDenied)
            #expect(try await stage.may("GetUser", ["UserName": "alice"], by: session) != nil)
        }
        #expect(
            try await stage.may("GetScopedCredentials", ["Policy": users], by: session)?.code
                == .accessDenied)
    }

    @Test(
        "a narrowed session assumes no role that trusts its user or its own session by name",
        arguments: [
            #"{"AWS":"arn:aws:iam::123456789012:user/alice"}"#, #"{"AWS":"*"}"#,
            #"{"AWS":"arn:aws:sts::123456789012:assumed-role/audit/s"}"#,
        ])
    func narrowedIsNotFreed(_ trust: String) async throws {
        let stage = try await Stage(#"{"AWS":"*"}"#)
        try await stage.service.permit("alice", Policies.allow("*"))
        _ = try await stage.service.run(
            IAM.CreateRole.self,
            .init(
                roleName: "more",
                assumeRolePolicyDocument: #"""
                    {"Version":"2012-10-17","Statement":{"Effect":"Allow",
                    "Principal":\#(trust),"Action":"sts:AssumeRole"}}
                    """#))
        let token = try await stage.service.pipeline.run(
            STS.GetSessionToken.self, .init(), as: stage.alice, stage.service.facts())
        for session in [try stage.caller(token.credentials), try await stage.assume()] {
            let scoped = try await stage.service.pipeline.run(
                STS.GetScopedCredentials.self, .init(policy: Policies.allow("s3:GetObject")),
                as: session, stage.service.facts())
            let error = try await stage.may(
                "AssumeRole",
                ["RoleArn": "arn:aws:iam::123456789012:role/more", "RoleSessionName": "narrow"],
                by: stage.caller(scoped.credentials))
            #expect(error?.code == .accessDenied)
        }
    }

    @Test("a user's session without a second factor may not call IAM, and most of STS not at all")
    func sessionTokens() async throws {
        let stage = try await Stage(#"{"AWS":"arn:aws:iam::123456789012:user/alice"}"#)
        try await stage.service.permit("alice", Policies.allow("*"))
        let output = try await stage.service.pipeline.run(
            STS.GetSessionToken.self, .init(), as: stage.alice, stage.service.facts())
        let session = try stage.caller(output.credentials)
        #expect(try await stage.may("ListUsers", by: session) == .invalidClientTokenId)
        #expect(try await stage.may("GetSessionToken", by: session)?.code == .accessDenied)
        #expect(try await stage.may("GetCallerIdentity", by: session) == nil)
        _ = try await stage.assume(as: session)
    }

    @Test("a federated user has what both its user and the policies passed allow")
    func federated() async throws {
        let stage = try await Stage()
        try await stage.service.permit("alice", Policies.allow("*"))
        for (policy, mayList) in [(nil, false), (Policies.allow("account:ListRegions"), true)] {
            let output = try await stage.service.pipeline.run(
                STS.GetFederationToken.self, .init(name: "app", policy: policy), as: stage.alice,
                stage.service.facts())
            let session = try stage.caller(output.credentials)
            #expect(try await (stage.may("ListRegions", by: session) == nil) == mayList)
            #expect(try await stage.may("GetContactInformation", by: session) != nil)
            #expect(try await stage.may("ListUsers", by: session) == .invalidClientTokenId)
            #expect(try await stage.may("AssumeRole", by: session) != nil)
        }
    }

    @Test("credentials that were issued are recorded, and neither secret nor token is")
    func recorded() async throws {
        let stage = try await Stage(#"{"AWS":"arn:aws:iam::123456789012:user/alice"}"#)
        let output = try await stage.service.pipeline.run(
            STS.AssumeRole.self, .init(roleArn: stage.roleARN, roleSessionName: "s"),
            as: stage.alice, stage.service.facts())
        let credentials = try #require(output.credentials)
        await stage.service.services.afterwards.flush()
        let records = try await stage.service.services.database.read { transaction in
            try transaction.rows("SELECT record FROM audit_event").map { try $0.text("record") }
        }
        let record = try #require(records.first { $0.contains(#""eventName":"AssumeRole""#) })
        #expect(record.contains(credentials.accessKeyId))
        for record in records {
            #expect(!record.contains(credentials.sessionToken.reveal()))
            #expect(!record.contains(credentials.secretAccessKey.reveal()))
        }
    }
}
