import AWSWire
import HTTPSFetch
import IAMIdentifiers
import IAMModel
import Operations
import Store
import TestSupport
import Testing

@Suite struct AssumeRoleWithWebIdentityTests {
    private static let issuer = "https://id.example.com"
    private static let role = "arn:aws:iam::123456789012:role/deploy"
    private static let provider = "arn:aws:iam::123456789012:oidc-provider/id.example.com"

    private let service: TestService

    init() async throws {
        service = try await TestService(fetchingKeys: { request, _ throws(HTTPSFailure) in
            guard let text = TestIssuer.shared.document(of: Self.issuer, at: request.url) else {
                throw .status(404)
            }
            return Array(text.utf8)
        })
        try await makeProvider()
        try await trust(#""StringEquals":{"id.example.com:sub":"alice"}"#)
    }

    private func makeProvider() async throws {
        _ = try await service.run(
            IAM.CreateOpenIDConnectProvider.self, .init(url: Self.issuer, clientIDList: ["app"]))
    }

    /// Makes the role, or gives it another trust policy.
    private func trust(_ condition: String, _ actions: String = "sts:*") async throws {
        let policy =
            #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"\#(actions)","#
            + #""Principal":{"Federated":"\#(Self.provider)"},"Condition":{\#(condition)}}}"#
        if try await service.error(
            IAM.CreateRole.self, .init(roleName: "deploy", assumeRolePolicyDocument: policy)) != nil
        {
            _ = try await service.run(
                IAM.UpdateAssumeRolePolicy.self, .init(roleName: "deploy", policyDocument: policy))
        }
    }

    private func token(_ changes: String = "", subject: String = "alice") -> Secret {
        let more = changes.isEmpty ? "" : ",\(changes)"
        return Secret(
            TestIssuer.shared.token(
                #"{"iss":"\#(Self.issuer)","sub":"\#(subject)","aud":"app","#
                    + #""exp":\#(service.clock.now.seconds + 300)\#(more)}"#))
    }

    private func assume(
        _ token: Secret? = nil, role: String = role, provider: String? = nil,
        policy: String? = nil, seconds: Int? = nil
    ) async throws -> STS.AssumeRoleWithWebIdentity.Output {
        try await service.pipeline.run(
            STS.AssumeRoleWithWebIdentity.self,
            .init(
                roleArn: role, roleSessionName: "job", webIdentityToken: token ?? self.token(),
                providerId: provider, policy: policy, durationSeconds: seconds),
            service.facts())
    }

    private func error(_ call: () async throws -> Void) async throws -> String? {
        do {
            try await call()
            return nil
        } catch let error as IAMError {
            return error.description
        }
    }

    @Test("a token of the provider gives a session of the role, which says by whose word")
    func session() async throws {
        let output = try await assume(
            token(#""https://aws.amazon.com/source_identity":"alice@example.com""#))
        #expect(output.subjectFromWebIdentityToken == "alice")
        #expect(output.provider == Self.issuer)
        #expect(output.audience == "app")
        #expect(output.sourceIdentity == "alice@example.com")
        #expect(output.packedPolicySize == nil)
        #expect(
            output.assumedRoleUser?.arn
                == "arn:aws:sts::123456789012:assumed-role/deploy/job")
        let expiration = try #require(output.credentials?.expiration)
        #expect(expiration == service.clock.now + .seconds(3_600))
    }

    private static let refused =
        "AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity"

    @Test("the trust policy decides by the claims, and whether there is a role is not told")
    func trustPolicy() async throws {
        #expect(
            try await error { _ = try await assume(token(subject: "mallory")) } == Self.refused)
        #expect(
            try await error {
                _ = try await assume(role: "arn:aws:iam::123456789012:role/missing")
            } == Self.refused)
        try await trust(#""StringEquals":{"id.example.com:aud":"other"}"#)
        #expect(try await error { _ = try await assume() } == Self.refused)
        try await trust(
            #""StringEquals":{"id.example.com:aud":"app","sts:RoleSessionName":"job"}"#)
        #expect(try await error { _ = try await assume() } == nil)
    }

    @Test("tags and a source identity need permission of the trust policy")
    func furtherActions() async throws {
        let tagged = token(
            #""https://aws.amazon.com/tags":{"principal_tags":{"team":["core"]}}"#)
        let named = token(#""https://aws.amazon.com/source_identity":"alice""#)
        try await trust("", "sts:AssumeRoleWithWebIdentity")
        #expect(try await error { _ = try await assume() } == nil)
        #expect(try await error { _ = try await assume(tagged) } == Self.refused)
        #expect(try await error { _ = try await assume(named) } == Self.refused)
        try await trust(#""StringEquals":{"aws:RequestTag/team":"core"}"#)
        #expect(try await error { _ = try await assume(tagged) } == nil)
        #expect(try await error { _ = try await assume() } == Self.refused)
    }

    @Test("what the request itself gets wrong is said in AWS's words")
    func refusals() async throws {
        #expect(
            try await error { _ = try await assume(role: "arn:aws:iam:::role/deploy") }
                == "ValidationError: Request ARN is invalid")
        #expect(
            try await error { _ = try await assume(provider: "www.amazon.com") }?
                .hasPrefix("IDPRejectedClaim: Access tokens of www.amazon.com are not accepted")
                == true)
        #expect(
            try await error { _ = try await assume(policy: "{}") }?
                .hasPrefix("MalformedPolicyDocument: ") == true)
        #expect(
            try await error { _ = try await assume(seconds: 3_601) }
                == "ValidationError: The requested DurationSeconds exceeds the MaxSessionDuration "
                + "set for this role.")
        #expect(
            try await error { _ = try await assume(Secret("a.b.c")) }?
                .hasPrefix("InvalidIdentityToken: The ID Token provided is not a valid JWT.")
                == true)
    }

    @Test("a provider that was deleted proves nothing, nor does a namesake without the audience")
    func deletedProvider() async throws {
        _ = try await service.run(
            IAM.DeleteOpenIDConnectProvider.self,
            .init(openIDConnectProviderArn: Self.provider))
        #expect(
            try await error { _ = try await assume() }
                == "InvalidIdentityToken: No OpenIDConnect provider found in your account for "
                + Self.issuer)
        _ = try await service.run(
            IAM.CreateOpenIDConnectProvider.self, .init(url: Self.issuer, clientIDList: ["x"]))
        #expect(
            try await error { _ = try await assume() }
                == "InvalidIdentityToken: Incorrect token audience")
    }
}
