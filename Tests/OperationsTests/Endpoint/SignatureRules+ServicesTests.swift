import AWSWire
import IAMIdentifiers
import TestSupport
import Testing

@testable import Operations

/// Clocks and presigned URLs, service by service, by the clock of the service under test.
@Suite struct SignatureRulesByServiceTests {
    typealias Stage = APIEndpointTests.Stage

    static let identity = ["Action": "GetCallerIdentity", "Version": "2011-06-15"]

    /// A request signed so long ago, and its answer.
    struct Case: Sendable, CustomTestStringConvertible {
        let service: String
        let age: Int64
        var expires: String?
        let code: String?

        var testDescription: String {
            "\(service), \(age) s old, \(expires.map { "X-Amz-Expires=\($0)" } ?? "by header"): "
                + (code ?? "accepted")
        }
    }

    static let headers = [
        Case(service: "sts", age: 900, code: nil), Case(service: "sts", age: -900, code: nil),
        Case(service: "sts", age: 901, code: "SignatureDoesNotMatch"),
        Case(service: "sts", age: -901, code: "SignatureDoesNotMatch"),
        Case(service: "iam", age: 300, code: nil), Case(service: "iam", age: -300, code: nil),
        Case(service: "iam", age: 301, code: "SignatureDoesNotMatch"),
        Case(service: "iam", age: -301, code: "SignatureDoesNotMatch"),
        Case(service: "access-analyzer", age: 301, code: "InvalidSignatureException"),
        Case(service: "access-analyzer", age: -301, code: "InvalidSignatureException"),
        Case(service: "cloudtrail", age: 301, code: "InvalidSignatureException"),
        Case(service: "cloudtrail", age: -301, code: "InvalidSignatureException"),
    ]

    static let urls =
        ["60", "900", "3600", "604800"].flatMap { expires in
            [
                Case(service: "sts", age: 30, expires: expires, code: nil),
                Case(service: "sts", age: 120, expires: expires, code: nil),
                Case(service: "sts", age: 840, expires: expires, code: nil),
                Case(service: "sts", age: 900, expires: expires, code: nil),
                Case(service: "sts", age: -900, expires: expires, code: nil),
                Case(service: "sts", age: 901, expires: expires, code: "SignatureDoesNotMatch"),
                Case(service: "sts", age: 518_400, expires: expires, code: "SignatureDoesNotMatch"),
                Case(service: "sts", age: -901, expires: expires, code: "SignatureDoesNotMatch"),
                Case(service: "iam", age: 901, expires: expires, code: "RequestExpired"),
                Case(service: "iam", age: -301, expires: expires, code: "SignatureDoesNotMatch"),
            ]
        } + [
            Case(service: "iam", age: 60, expires: "60", code: nil),
            Case(service: "iam", age: 61, expires: "60", code: "RequestExpired"),
            Case(service: "iam", age: 900, expires: "3600", code: nil),
            Case(service: "iam", age: 0, expires: "soon", code: "IncompleteSignature"),
            Case(service: "sts", age: 0, expires: "soon", code: nil),
        ]

    @Test(arguments: headers + urls) func answers(_ c: Case) async throws {
        let stage = try await Stage()
        let signer = stage.signer {
            $0.service = c.service
            $0.moment = $0.moment - .seconds(c.age)
            if c.service == "access-analyzer" { $0.path = "/policy/validation" }
        }
        let form = c.service == "sts" ? Self.identity : APIEndpointTests.listUsers
        let answer = await stage.endpoint.answer(
            c.expires.map { signer.presigned(form, expires: $0) } ?? signer.post(form))
        let text = String(decoding: answer.body, as: UTF8.self)
        guard let code = c.code else {
            #expect(answer.status == 200, "\(text)")
            return
        }
        // The protocol of CloudTrail has one status for all that clients do wrong.
        let isBadRequest =
            ["IncompleteSignature", "RequestExpired"].contains(code) || c.service == "cloudtrail"
        #expect(answer.status == (isBadRequest ? 400 : 403))
        #expect(
            text.contains("<Code>\(code)</Code>") || answer.headers["x-amzn-errortype"] == code
                || text.contains(#""__type":"\#(code)""#), "\(text)")
    }

    @Test("an old token is told how old it may be, in AWS's words")
    func sentence() async throws {
        let stage = try await Stage()
        let signer = stage.signer {
            $0.service = "sts"
            $0.moment = $0.moment - .seconds(901)
        }
        let now = stage.service.clock.now
        let sentence =
            "Signature expired: \(signer.moment.iso8601Basic) is now earlier than"
            + " \((now - .seconds(900)).iso8601Basic) (\(now.iso8601Basic) - 15 min.)"
        for request in [
            signer.presigned(Self.identity, expires: "60"), signer.post(Self.identity),
        ] {
            let answer = await stage.endpoint.answer(request)
            #expect(answer.status == 403)
            #expect(
                String(decoding: answer.body, as: UTF8.self).contains(
                    "<Message>\(sentence)</Message>"))
        }
    }

    @Test("every service says what it asks of signatures, and none lets a URL live longer")
    func table() {
        let rules = AWSService.all.signatureRules
        #expect(rules.count == AWSService.all.count)
        for rule in rules.values {
            #expect(rule.longestExpiry ?? rule.clockSkew <= .seconds(900))
            #expect(rule.clockSkew <= .seconds(900))
        }
    }
}
