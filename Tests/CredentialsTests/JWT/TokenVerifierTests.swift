import Credentials
import IAMIdentifiers
import TestSupport
import Testing

@Suite struct TokenVerifierTests {
    private static let issuer: TestIssuer = .shared
    private static let now: Timestamp = Timestamp(seconds: 1_800_000_000)
    private static let claims = #"{"sub":"alice","exp":1800000300,"iat":1800000000}"#

    /// What a verifier with these keys says of a token; nil if it accepts it.
    private static func error(
        _ token: String, keys: [String] = TestIssuer.shared.allKeys
    ) async throws -> TokenError? {
        let json = #"{"keys":[\#(keys.joined(separator: ","))]}"#
        let verifier = await TokenVerifier(try #require(JSONWebKeySet(Array(json.utf8))))
        do throws(TokenError) {
            try verifier.verify(try WebIdentityToken(Array(token.utf8)), at: Self.now)
            return nil
        } catch {
            return error
        }
    }

    @Test("a token of each algorithm is accepted", arguments: TokenAlgorithm.allCases)
    func accepts(_ algorithm: TokenAlgorithm) async throws {
        #expect(try await Self.error(Self.issuer.token(Self.claims, algorithm)) == nil)
    }

    @Test("a token that names no key is verified with the only one that fits")
    func withoutKeyID() async throws {
        let token = Self.issuer.token(Self.claims, header: #"{"alg":"RS256"}"#)
        #expect(try await Self.error(token) == nil)
        #expect(
            try await Self.error(token, keys: [Self.issuer.rsaKey(#""use":"sig""#)]) == nil)
        #expect(try await Self.error(token, keys: [Self.issuer.p256Key()]) == .unknownKey)
        #expect(
            try await Self.error(
                token, keys: [Self.issuer.rsaKey(), Self.issuer.rsaKey(#""kid":"b""#)])
                == .ambiguousKey)
    }

    @Test("of two keys with one ID the one that fits is taken; two that fit are refused")
    func twoKeysOfOneID() async throws {
        let token = Self.issuer.token(Self.claims)
        let other = Self.issuer.p256Key(#""kid":"rsa""#)
        #expect(try await Self.error(token, keys: [other, Self.issuer.rsaKey()]) == nil)
        #expect(
            try await Self.error(token, keys: [Self.issuer.rsaKey(), Self.issuer.rsaKey()])
                == .ambiguousKey)
    }

    /// Keys of the token's ID that do not verify it.
    static let unfit: [(String, TokenError)] = [
        (issuer.rsaKey(#""kid":"rsa","alg":"RS384""#), .unfitKey),
        (issuer.rsaKey(#""kid":"rsa","alg":"PS256""#), .unknownKey),
        (issuer.rsaKey(#""kid":"rsa","use":"enc""#), .unknownKey),
        (issuer.rsaKey(#""kid":"rsa","use":["sig"]"#), .unknownKey),
        (issuer.rsaKey(#""kid":"rsa","key_ops":["sign"]"#), .unknownKey),
        (issuer.rsaKey(#""kid":"rsa","key_ops":"verify""#), .unknownKey),
        (issuer.rsaKey(#""kid":"RSA""#), .unknownKey),
        (issuer.rsaKey(#""kid":7"#), .unknownKey),
        (issuer.p256Key(#""kid":"rsa""#), .unfitKey),
        (issuer.p256Key(#""kid":"rsa""#, curve: "P-384"), .unknownKey),
        (TestIssuer().rsaKey(), .badSignature),
        (#"{"kty":"oct","kid":"rsa","k":"AAAA"}"#, .unknownKey),
        (#"{"kty":"RSA","kid":"rsa","n":"AQAB","e":"AQAB"}"#, .unknownKey),
        (
            issuer.rsaKey().replacing(#""e":"AQAB""#, with: #""e":"Aw""#),
            .unknownKey
        ),
    ]

    @Test("a key that does not fit verifies nothing", arguments: unfit)
    func unfitKeys(_ key: String, _ expected: TokenError) async throws {
        #expect(try await Self.error(Self.issuer.token(Self.claims), keys: [key]) == expected)
    }

    @Test("what a key may be used for is heeded where it says so")
    func fitKeys() async throws {
        for members in [
            #""kid":"rsa""#, #""kid":"rsa","alg":"RS256""#,
            #""kid":"rsa","key_ops":["verify","wrapKey"],"use":"sig""#,
        ] {
            #expect(
                try await Self.error(
                    Self.issuer.token(Self.claims), keys: [Self.issuer.rsaKey(members)]) == nil)
        }
    }

    @Test(
        "an algorithm that is none of ours is refused, whatever the signature",
        arguments: ["none", "None", "", "HS256", "PS256", "EdDSA", "rs256", "RS256 "])
    func algorithms(_ name: String) async throws {
        let token = Self.issuer.token(Self.claims, header: #"{"alg":"\#(name)","kid":"rsa"}"#)
        #expect(try await Self.error(token) == .unsupportedAlgorithm)
        let parts = token.split(separator: ".")
        #expect(try await Self.error("\(parts[0]).\(parts[1]).") == .unsupportedAlgorithm)
    }

    @Test("a header that demands something is refused")
    func criticalHeaders() async throws {
        for header in [
            #"{"alg":"RS256","kid":"rsa","crit":["b64"],"b64":false}"#,
            #"{"alg":"RS256","kid":"rsa","crit":[]}"#,
        ] {
            #expect(
                try await Self.error(Self.issuer.token(Self.claims, header: header))
                    == .criticalHeader)
        }
    }

    @Test("a key that comes with the token verifies nothing")
    func ownKey() async throws {
        let other = TestIssuer()
        let header =
            #"{"alg":"RS256","kid":"rsa","jku":"https://evil.example","jwk":\#(other.rsaKey())}"#
        #expect(
            try await Self.error(other.token(Self.claims, header: header)) == .badSignature)
    }

    /// Claims about time, and what is said of them at 1,800,000,000.
    static let times: [(String, TokenError?)] = [
        (#"{"exp":1800000001}"#, nil), (#"{"exp":1800000000}"#, .expired(at: 1_800_000_000)),
        (#"{"exp":0}"#, .expired(at: 0)), (#"{}"#, .missingClaim(name: "exp")),
        (#"{"exp":"1800000300"}"#, .malformedClaim(name: "exp")),
        (#"{"exp":1800000300.5}"#, .malformedClaim(name: "exp")),
        (#"{"exp":18e8}"#, .malformedClaim(name: "exp")),
        (#"{"exp":-1}"#, .malformedClaim(name: "exp")),
        (#"{"exp":99999999999999999999}"#, .malformedClaim(name: "exp")),
        (#"{"exp":null}"#, .malformedClaim(name: "exp")),
        (#"{"exp":1800000300,"nbf":1800000060}"#, nil),
        (#"{"exp":1800000300,"nbf":1800000061}"#, .notYetValid(from: 1_800_000_061)),
        (#"{"exp":1800000300,"iat":1800000061}"#, .notYetValid(from: 1_800_000_061)),
        (#"{"exp":1800000300,"iat":"now"}"#, .malformedClaim(name: "iat")),
    ]

    @Test("times are whole numbers, and hold now", arguments: times)
    func heedsTimes(_ claims: String, _ expected: TokenError?) async throws {
        #expect(try await Self.error(Self.issuer.token(claims, .es256)) == expected)
    }

    @Test("what is not well formed is refused")
    func malformed() async throws {
        let good = Self.issuer.token(Self.claims, .es256)
        let parts = good.split(separator: ".").map(String.init)
        for text in [
            "", ".", "..", "...", good + ".", good + ".AAAA", "." + good, " " + good, good + " ",
            good + "=", good + "\n", parts[0], parts[0] + "." + parts[1],
            [parts[0] + "=", parts[1], parts[2]].joined(separator: "."),
            Self.issuer.token("[]"), Self.issuer.token(#""text""#), Self.issuer.token(""),
            Self.issuer.token(#"{"sub":"a","sub":"b","exp":1800000300}"#),
            Self.issuer.token(#"{"a":{"b":1,"b":2},"exp":1800000300}"#),
            Self.issuer.token(Self.claims + "x"), Self.issuer.token(Self.claims, header: "[]"),
            Self.issuer.token(Self.claims, header: #"{"kid":"rsa"}"#),
            Self.issuer.token(Self.claims, header: #"{"alg":["RS256"],"kid":"rsa"}"#),
            Self.issuer.token(Self.claims, header: #"{"alg":"RS256","kid":1}"#),
            Self.issuer.token(
                Self.claims, header: #"{"alg":"RS256","alg":"none","kid":"rsa"}"#),
        ] {
            #expect(try await Self.error(text) == .malformed, "\(text)")
        }
        let long = #"{"exp":1800000300,"sub":"\#(String(repeating: "a", count: 20_000))"}"#
        #expect(try await Self.error(Self.issuer.token(long)) == .tooLong)
    }
}
