import Credentials
import HTTPSFetch
import IAMIdentifiers
import IAMModel
import IAMPolicy
import Store
import TestSupport
import Testing

@testable import Operations

/// What a token proves, without the role that it is for.
@Suite struct WebIdentityTests {
    private static let issuer = "https://id.example.com"

    private let service: TestService

    init() async throws {
        service = try await TestService(fetchingKeys: { request, _ throws(HTTPSFailure) in
            let issuer = request.url.hasPrefix(Self.issuer) ? Self.issuer : Self.github
            guard let text = TestIssuer.shared.document(of: issuer, at: request.url) else {
                throw .status(404)
            }
            return Array(text.utf8)
        })
        for url in [Self.issuer, Self.github] {
            _ = try await service.run(
                IAM.CreateOpenIDConnectProvider.self,
                .init(url: url, clientIDList: ["app", "other"]))
        }
    }

    private static let github = "https://token.actions.githubusercontent.com"

    /// Claims that are accepted, with others in their place.
    private func claims(_ changes: String = "", without names: String...) -> String {
        let now = service.clock.now.seconds
        let usual = [
            ("iss", #""\#(Self.issuer)""#), ("sub", #""alice""#), ("aud", #""app""#),
            ("exp", "\(now + 300)"), ("iat", "\(now)"),
        ].filter { !names.contains($0.0) }
        let members = usual.map { #""\#($0.0)":\#($0.1)"# }
        return "{" + (members + (changes.isEmpty ? [] : [changes])).joined(separator: ",") + "}"
    }

    private func verified(_ claims: String) async throws -> WebIdentity {
        try await verified(token: TestIssuer.shared.token(claims))
    }

    private func verified(token: String) async throws -> WebIdentity {
        try await WebIdentity.verify(
            token, for: TestService.accountID, at: service.clock.now, service.services)
    }

    /// The code and the sentence of a refusal.
    private func refusal(_ claims: String) async throws -> String? {
        try await refusal(token: TestIssuer.shared.token(claims))
    }

    private func refusal(token: String) async throws -> String? {
        do {
            _ = try await verified(token: token)
            return nil
        } catch let error as IAMError {
            return error.description
        }
    }

    @Test("a token says who somebody is, for whom, and from whom")
    func accepts() async throws {
        let identity = try await verified(claims())
        #expect(identity.provider.url == Self.issuer)
        #expect((identity.subject, identity.audience) == ("alice", "app"))
        #expect(identity.conditions["id.example.com:aud"] == ["app"])
        #expect(identity.conditions["id.example.com:sub"] == ["alice"])
        #expect(identity.conditions["id.example.com:oaud"] == [])
        #expect(identity.sourceIdentity == nil)
        #expect(identity.tags.isEmpty && identity.transitiveTagKeys.isEmpty)
    }

    /// Audiences, and those that policies see; nil for a token that is not for us.
    static let audiences: [(String, [String]?, [String])] = [
        (#""aud":["x","other","app"]"#, ["other", "app"], []),
        (#""aud":["x","y"]"#, nil, []), (#""aud":"APP""#, nil, []),
        (#""aud":"x","azp":"app""#, ["app"], ["x"]),
        (#""aud":"app","azp":"x""#, nil, []),
        (#""aud":["app","x"],"azp":"other""#, ["other"], ["app", "x"]),
    ]

    @Test("the authorized party counts before the audiences", arguments: audiences)
    func audience(_ members: String, _ known: [String]?, _ other: [String]) async throws {
        let claims = claims(members, without: "aud")
        guard let known else {
            #expect(try await refusal(claims) == "InvalidIdentityToken: Incorrect token audience")
            return
        }
        let identity = try await verified(claims)
        #expect(identity.conditions["id.example.com:aud"] == known)
        #expect(identity.conditions["id.example.com:oaud"] == other)
        #expect(identity.audience == known[0])
    }

    @Test("claims that AWS documents are condition keys, and others are not")
    func conditions() async throws {
        let identity = try await verified(
            claims(#""amr":["mfa","pwd"],"email":"a@example.com","groups":["x"],"actor":"y""#))
        #expect(identity.conditions["id.example.com:amr"] == ["mfa", "pwd"])
        #expect(identity.conditions["id.example.com:email"] == ["a@example.com"])
        #expect(identity.conditions["id.example.com:groups"] == [])
        #expect(identity.conditions["id.example.com:actor"] == [])
        let other = try await verified(
            claims(
                #""iss":"\#(Self.github)","actor":"octocat","repository_id":7,"x":"y""#,
                without: "iss"))
        let name = "token.actions.githubusercontent.com"
        #expect(other.conditions["\(name):actor"] == ["octocat"])
        #expect(other.conditions["\(name):repository_id"] == ["7"])
        #expect(other.conditions["\(name):x"] == [])
    }

    @Test("session tags come in one object or as claims of their own")
    func tags() async throws {
        let nested = try await verified(
            claims(
                #""https://aws.amazon.com/tags":{"principal_tags":{"team":["core"],"a":["1"]},"#
                    + #""transitive_tag_keys":["team"]},"#
                    + #""https://aws.amazon.com/source_identity":"alice""#))
        #expect(nested.tags == [Tag(key: "a", value: "1"), Tag(key: "team", value: "core")])
        #expect(nested.transitiveTagKeys == ["team"])
        #expect(nested.sourceIdentity == "alice")
        let flat = try await verified(
            claims(
                #""https://aws.amazon.com/tags/principal_tags/team":"core","#
                    + #""https://aws.amazon.com/tags/transitive_tag_keys":["team"]"#))
        #expect(flat.tags == [Tag(key: "team", value: "core")])
        #expect(flat.transitiveTagKeys == ["team"])
    }

    private static let notValidated =
        "InvalidIdentityToken: The web identity token provided could not be validated"
    private static let noKey =
        "InvalidIdentityToken: Couldn't retrieve verification key from your identity provider,  "
        + "please reference AssumeRoleWithWebIdentity documentation for requirements"

    @Test(
        "tags of another form are refused",
        arguments: [
            #""https://aws.amazon.com/tags":[]"#, #""https://aws.amazon.com/tags":{}"#,
            #""https://aws.amazon.com/tags":{"principal_tags":{"a":["1","2"]}}"#,
            #""https://aws.amazon.com/tags":{"principal_tags":{"a":[]}}"#,
            #""https://aws.amazon.com/tags":{"principal_tags":{"a":1}}"#,
            #""https://aws.amazon.com/tags":{"principal_tags":{},"transitive_tag_keys":1}"#,
            #""https://aws.amazon.com/source_identity":["a"]"#,
        ])
    func malformedTags(_ members: String) async throws {
        #expect(try await refusal(claims(members)) == Self.notValidated)
    }

    @Test("a token that proves nothing is refused in AWS's sentence")
    func refusals() async throws {
        let notJWT =
            "InvalidIdentityToken: The ID Token provided is not a valid JWT. (You may see this "
            + "error if you sent an Access Token)"
        #expect(try await refusal(token: "access-token") == notJWT)
        #expect(try await refusal(claims() + "x") == notJWT)
        for name in ["iss", "sub", "aud", "exp"] {
            #expect(
                try await refusal(claims(without: name))
                    == "InvalidIdentityToken: Missing a required claim: \(name)")
        }
        for issuer in ["https://ID.example.com", Self.issuer + "/", "id.example.com"] {
            #expect(
                try await refusal(claims(#""iss":"\#(issuer)""#, without: "iss"))
                    == "InvalidIdentityToken: No OpenIDConnect provider found in your account for "
                    + issuer)
        }
        let now = service.clock.now.seconds
        #expect(
            try await refusal(claims(#""exp":\#(now)"#, without: "exp"))
                == "ExpiredTokenException: Token expired: current date/time \(now) must be before "
                + "the expiration date/time \(now)")
        #expect(
            try await refusal(claims(#""nbf":\#(now + 3_600)"#)) == Self.notValidated)
        #expect(
            try await refusal(token: TestIssuer().token(claims())) == Self.notValidated)
        #expect(
            try await refusal(
                token: TestIssuer.shared.token(claims(), header: #"{"alg":"none"}"#))
                == Self.notValidated)
        #expect(
            try await refusal(
                token: TestIssuer.shared.token(
                    claims(), header: #"{"alg":"RS256","kid":"another"}"#)) == Self.noKey)
    }

    @Test("an issuer that is not reached, or not trusted, is said so")
    func issuers() async throws {
        func refusal(_ failure: HTTPSFailure) async throws -> String? {
            let service = try await TestService(fetchingKeys: { _, _ throws(HTTPSFailure) in
                throw failure
            })
            _ = try await service.run(
                IAM.CreateOpenIDConnectProvider.self,
                .init(
                    url: Self.issuer, clientIDList: ["app"],
                    thumbprintList: [String(repeating: "0", count: 40)]))
            do {
                _ = try await WebIdentity.verify(
                    TestIssuer.shared.token(claims()), for: TestService.accountID,
                    at: service.clock.now, service.services)
                return nil
            } catch let error as IAMError {
                return error.description
            }
        }
        let unreachable =
            "IDPCommunicationError: The identity provider that was asked to verify the token "
            + "could not be reached"
        #expect(try await refusal(.unreachable("down")) == unreachable)
        #expect(
            try await refusal(.untrusted("self-signed"))
                == "InvalidIdentityToken: OpenIDConnect provider's HTTPS certificate doesn't match "
                + "configured thumbprint")
        for failure in [HTTPSFailure.forbiddenAddress, .status(404), .status(302), .tooLong] {
            #expect(try await refusal(failure) == Self.noKey)
        }
    }

    @Test("the tokens of accounts here are for others")
    func ownIssuer() async throws {
        let own = "https://iam.example.com/0b3e"
        let service = try await TestService(
            federation: FederationSettings(ownOrigin: "https://iam.example.com"))
        _ = try await service.run(
            IAM.CreateOpenIDConnectProvider.self,
            .init(url: own, clientIDList: ["app"]))
        let token = TestIssuer.shared.token(claims(#""iss":"\#(own)""#, without: "iss"))
        await #expect(throws: WebIdentityRefusal.unknownProvider(own)) {
            try await WebIdentity.verify(
                token, for: TestService.accountID, at: service.clock.now, service.services)
        }
    }
}
