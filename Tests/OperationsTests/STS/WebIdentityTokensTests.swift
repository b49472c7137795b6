import AWSWire
import Credentials
import IAMIdentifiers
import IAMModel
import Operations
import Store
import StrictJSON
import TestSupport
import Testing

@Suite struct WebIdentityTokensTests {
    private let service: TestService
    private let issuer: String

    init() async throws {
        service = try await TestService(
            users: ["alice"], policies: ["alice": Policies.allow("sts:*")],
            federation: FederationSettings(ownOrigin: "https://iam.example.com"))
        issuer = try #require(
            try await service.run(IAM.EnableOutboundWebIdentityFederation.self, .init())
                .issuerIdentifier)
    }

    private func token(
        _ algorithm: String = "ES384", audience: [String] = ["https://api.example.com"],
        seconds: Int? = nil, tags: [STS.Shape.Tag]? = nil
    ) async throws -> STS.GetWebIdentityToken.Output {
        try await service.run(
            STS.GetWebIdentityToken.self,
            .init(
                audience: audience, signingAlgorithm: algorithm, durationSeconds: seconds,
                tags: tags), as: "alice")
    }

    /// What the issuer publishes.
    private func page(_ name: String) async throws -> String {
        let path = issuer.replacing("https://iam.example.com", with: "") + "/.well-known/" + name
        let answer = try #require(
            await IssuerPages(service.services).answer(WireRequest(method: "GET", path: path)))
        #expect(answer.status == 200)
        return String(decoding: answer.body, as: UTF8.self)
    }

    /// The claims of a token that the published keys verify.
    private func verified(_ output: STS.GetWebIdentityToken.Output) async throws
        -> WebIdentityToken
    {
        let keys = try #require(JSONWebKeySet(Array(try await page("jwks.json").utf8)))
        let text = try #require(output.webIdentityToken?.reveal())
        let token = try WebIdentityToken(Array(text.utf8))
        try await TokenVerifier(keys).verify(token, at: service.clock.now)
        return token
    }

    @Test("an issuer is at an address of its own, and says where its keys are")
    func issuerPages() async throws {
        #expect(issuer.hasPrefix("https://iam.example.com/"))
        #expect(issuer.count == "https://iam.example.com/".count + 36)
        let info = try await service.run(IAM.GetOutboundWebIdentityFederationInfo.self, .init())
        #expect(info.issuerIdentifier == issuer && info.jwtVendingEnabled == true)
        let document = try JSONReader.read(Array(try await page("openid-configuration").utf8))
        #expect(document.members?["issuer"]?.text == issuer)
        #expect(document.members?["jwks_uri"]?.text == issuer + "/.well-known/jwks.json")
        let pages = IssuerPages(service.services)
        let other = "/00000000-0000-4000-8000-000000000000/.well-known/jwks.json"
        #expect(await pages.answer(WireRequest(method: "GET", path: other))?.status == 404)
        #expect(await pages.answer(WireRequest(method: "POST", path: other))?.status == 405)
        for path in ["/", "/.well-known/jwks.json", "/x/.well-known/jwks.json", other + "/"] {
            #expect(await pages.answer(WireRequest(method: "GET", path: path)) == nil)
        }
    }

    @Test("a token says who asked for it, for whom, and until when", arguments: ["RS256", "ES384"])
    func claims(_ algorithm: String) async throws {
        _ = try await service.run(
            IAM.TagUser.self, .init(userName: "alice", tags: [.init(key: "team", value: "core")]))
        let output = try await token(
            algorithm, tags: [.init(key: "Job", value: "\"7\"")])
        let now = service.clock.now.seconds
        #expect(output.expiration == Timestamp(seconds: now + 300))
        let token = try await verified(output)
        #expect(try token.text("iss") == issuer)
        #expect(try token.text("sub") == "arn:aws:iam::123456789012:user/alice")
        #expect(token.claim("aud")?.text == "https://api.example.com")
        #expect(try token.text("jti").count == 36)
        let own = try #require(token.claim("https://sts.amazonaws.com/")?.members)
        #expect(own["aws_account"]?.text == "123456789012")
        #expect(own["source_region"]?.text == "us-east-1")
        #expect(own["principal_id"]?.text == "arn:aws:iam::123456789012:user/alice")
        #expect(own["principal_tags"]?.members?["team"]?.text == "core")
        #expect(own["request_tags"]?.members?["Job"]?.text == "\"7\"")
    }

    @Test("several audiences are a list, and a token lives as long as was asked for")
    func audiences() async throws {
        let output = try await token(audience: ["a", "b"], seconds: 3_600)
        let token = try await verified(output)
        #expect(try token.texts("aud") == ["a", "b"])
        #expect(
            output.expiration == Timestamp(seconds: service.clock.now.seconds + 3_600))
    }

    @Test("policies limit audience, duration, algorithm and tags")
    func conditions() async throws {
        func error(_ condition: String) async throws -> IAMError.Code? {
            try await service.permit(
                "alice",
                #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:*","#
                    + #""Resource":"*","Condition":{\#(condition)}}}"#)
            return try await service.error(
                STS.GetWebIdentityToken.self,
                .init(
                    audience: ["a", "b"], signingAlgorithm: "ES384", durationSeconds: 600,
                    tags: [.init(key: "team", value: "core")]), as: "alice")?.code
        }
        for condition in [
            #""ForAllValues:StringEquals":{"sts:IdentityTokenAudience":["a","b"]}"#,
            #""NumericLessThanEquals":{"sts:DurationSeconds":"600"}"#,
            #""StringEquals":{"sts:SigningAlgorithm":"ES384","aws:RequestTag/team":"core"}"#,
        ] {
            #expect(try await error(condition) == nil, "\(condition)")
        }
        for condition in [
            #""ForAllValues:StringEquals":{"sts:IdentityTokenAudience":["a"]}"#,
            #""NumericLessThan":{"sts:DurationSeconds":"600"}"#,
            #""StringEquals":{"sts:SigningAlgorithm":"RS256"}"#,
            #""StringEquals":{"aws:RequestTag/team":"other"}"#,
        ] {
            #expect(try await error(condition) == .accessDenied, "\(condition)")
        }
    }

    @Test("a token that was given holds after no more are, and the issuer comes back the same")
    func disabling() async throws {
        let output = try await token()
        _ = try await service.run(IAM.DisableOutboundWebIdentityFederation.self, .init())
        _ = try await verified(output)
        let again = try await service.run(IAM.EnableOutboundWebIdentityFederation.self, .init())
        #expect(again.issuerIdentifier == issuer)
        _ = try await verified(output)
    }

    @Test("keys are renewed, and every token is verifiable as long as it lives")
    func rotation() async throws {
        let rotation = WebIdentityKeys(service.services)
        var ids: Set<String> = []
        for _ in 0..<40 {
            try await rotation.rotate()
            let output = try await token(seconds: 3_600)
            ids.insert(try #require(try await verified(output).keyID))
            service.clock.advance(by: .seconds(3_599))
            try await rotation.rotate()
            _ = try await verified(output)
            service.clock.advance(by: .seconds(2 * 86_400))
        }
        #expect(ids.count == 3, "80 days have three keys of thirty")
        let keys = try #require(JSONWebKeySet(Array(try await page("jwks.json").utf8)))
        #expect(keys.keys.count <= 4)
    }

    @Test("the version of tokens that an account prefers is in its summary")
    func preferences() async throws {
        func version() async throws -> Int? {
            try await service.run(IAM.GetAccountSummary.self, .init())
                .summaryMap?["GlobalEndpointTokenVersion"]
        }
        #expect(try await version() == 1)
        for (preference, number) in [
            (IAM.Shape.GlobalEndpointTokenVersion.v2Token, 2), (.v1Token, 1),
        ] {
            _ = try await service.run(
                IAM.SetSecurityTokenServicePreferences.self,
                .init(globalEndpointTokenVersion: preference))
            #expect(try await version() == number)
        }
    }
}
