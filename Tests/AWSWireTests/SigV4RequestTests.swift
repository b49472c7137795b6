import IAMIdentifiers
import Testing

@testable import AWSWire

@Suite struct SigV4RequestTests {
    typealias Example = SigV4Example

    /// A request, when it arrives, and why it is refused.
    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var request: WireRequest
        var after = Duration.zero
        var error: SignatureError?

        init(
            _ description: String, _ request: WireRequest = Example.request,
            after: Duration = .zero, _ error: SignatureError?
        ) {
            testDescription = description
            self.request = request
            self.after = after
            self.error = error
        }
    }

    @Test func readsWhatARequestClaims() throws {
        let request = try SigV4Request(Example.request)
        #expect(request.accessKeyID == "AKIDEXAMPLE")
        #expect(request.scope == Example.scope)
        #expect(request.signedAt == Example.moment)
        #expect(request.sessionToken == nil)
        #expect(!request.isPresigned)
    }

    @Test func readsWhatAPresignedURLClaims() throws {
        let request = try SigV4Request(Example.presigned(expires: "60", token: "to%2Fken"))
        #expect(request.accessKeyID == "AKIDEXAMPLE")
        #expect(request.scope == Example.scope)
        #expect(request.signedAt == Example.moment)
        #expect(request.sessionToken == "to/ken")
        #expect(request.isPresigned)
    }

    static let presence = [
        Case("AWS's own example is accepted", Example.request, nil),
        Case(
            "no signature at all", Example.request.setting("Authorization"), .missing),
        Case(
            "header and presigned form at once",
            Example.presigned.setting("Authorization", to: "AWS4-HMAC-SHA256 x"), .bothForms),
        Case(
            "two Authorization headers",
            Example.request.setting("Authorization", to: "AWS4-HMAC-SHA256 a", "b"),
            .repeated("Authorization")),
        Case(
            "two Host headers", Example.request.setting("Host", to: "iam.amazonaws.com", "b"),
            .repeated("Host")),
        Case(
            "two dates",
            Example.request.setting("X-Amz-Date", to: "20150830T123600Z", "20150830T123600Z"),
            .repeated("X-Amz-Date")),
        Case(
            "two session tokens", Example.request.setting("X-Amz-Security-Token", to: "a", "b"),
            .headerNotSigned("x-amz-security-token")),
        Case(
            "no date", Example.request.setting("X-Amz-Date"),
            .incompleteHeader(missing: [], lacksDate: true, scheme: "AWS4-HMAC-SHA256")),
        Case(
            "an empty date", Example.request.setting("X-Amz-Date", to: ""),
            .incompleteHeader(missing: [], lacksDate: true, scheme: "AWS4-HMAC-SHA256")),
        Case(
            "a date with separators", Example.request.setting("X-Amz-Date", to: "2015-08-30"),
            .malformedDate("2015-08-30")),
        Case(
            "a date of a day there is not",
            Example.request.setting("X-Amz-Date", to: "20150230T123600Z"),
            .malformedDate("20150230T123600Z")),
        Case(
            "a very long date is cut",
            Example.request.setting("X-Amz-Date", to: String(repeating: "1", count: 900)),
            .malformedDate(String(repeating: "1", count: 64))),
    ]

    static let headers = [
        Case(
            "the Host header is not signed",
            Example.request.replacing("content-type;host;x-amz-date", with: "x-amz-date"),
            .hostNotSigned),
        Case(
            "an X-Amz header is not signed", Example.request.setting("X-Amz-Note", to: "1"),
            .headerNotSigned("x-amz-note")),
        Case(
            "an X-Amz header beside a presigned URL is not signed",
            Example.presigned.setting("X-Amz-Note", to: "1"), .headerNotSigned("x-amz-note")),
        Case(
            "a header that is signed was taken away", Example.request.setting("Content-Type"),
            .mismatch),
        Case(
            "a header that is not signed is free", Example.request.setting("User-Agent", to: "x"),
            nil),
        Case(
            "a header that is signed was changed",
            Example.request.setting("Content-Type", to: "text/plain"), .mismatch),
        Case(
            "a header that is signed was sent again",
            Example.request.setting(
                "Content-Type", to: "application/x-www-form-urlencoded; charset=utf-8", ""),
            .mismatch),
        Case(
            "a control character in a signed header",
            Example.request.setting(
                "Content-Type", to: "application/x-www-form-urlencoded;\ncharset=utf-8"),
            .mismatch),
        Case(
            "white space between words is one space, whatever it is",
            Example.request.setting(
                "Content-Type", to: " application/x-www-form-urlencoded; \t charset=utf-8\t"),
            nil),
    ]

    static let times = [
        Case("five minutes late", after: .seconds(300), nil),
        Case(
            "over five minutes late", after: .seconds(301),
            .expired(
                signedAt: Example.moment, now: Example.moment + .seconds(301),
                skew: .seconds(300))),
        Case("within the last second", after: .milliseconds(300_999), nil),
        Case("five minutes early", after: .seconds(-300), nil),
        Case(
            "over five minutes early", after: .seconds(-301),
            .notYetCurrent(
                signedAt: Example.moment, now: Example.moment - .seconds(301),
                skew: .seconds(300))),
        Case("a presigned URL in its last second", Example.presigned, after: .seconds(60), nil),
        Case(
            "a presigned URL past its time", Example.presigned, after: .seconds(61),
            .urlExpired(at: Example.moment + .seconds(60))),
        Case(
            "a presigned URL for tomorrow", Example.presigned, after: .seconds(-301),
            .notYetCurrent(
                signedAt: Example.moment, now: Example.moment - .seconds(301),
                skew: .seconds(300))),
        Case(
            "a presigned URL for a week holds a quarter of an hour",
            Example.presigned(expires: "604800"), after: .seconds(900), nil),
        Case(
            "and not longer", Example.presigned(expires: "604800"), after: .seconds(901),
            .urlExpired(at: Example.moment + .seconds(900))),
        Case(
            "a presigned URL that does not say how long it holds",
            Example.presigned(expires: nil), after: .seconds(900), nil),
        Case("for no time", Example.presigned(expires: "0"), .malformedExpires),
        Case("for over a week", Example.presigned(expires: "604801"), .malformedExpires),
        Case("for ever", Example.presigned(expires: "99999999999999999999"), .malformedExpires),
        Case("for -1 seconds", Example.presigned(expires: "-1"), .malformedExpires),
        Case("for +1 seconds", Example.presigned(expires: "%2B1"), .malformedExpires),
        Case("for nothing", Example.presigned(expires: ""), .malformedExpires),
    ]

    static let signatures = [
        Case(
            "another signature", Example.request.replacing("5d672d79", with: "5d672d78"),
            .mismatch),
        Case(
            "a signature in capitals", Example.request.replacing("5d672d79", with: "5D672D79"),
            .mismatch),
        Case(
            "a short signature", Example.request.replacing("5d672d79", with: "5d672d7"), .mismatch),
        Case(
            "a signature of other letters", Example.request.replacing("5d672d79", with: "5d672d7g"),
            .mismatch),
        Case("a presigned URL is accepted", Example.presigned, nil),
        Case(
            "with a session token", Example.presigned(expires: "60", token: "to%2Fken%3D"), nil),
        Case(
            "a session token in query and header",
            Example.presigned(expires: "60", token: "a").setting("X-Amz-Security-Token", to: "a"),
            .headerNotSigned("x-amz-security-token")),
        Case(
            "a presigned URL with a parameter added",
            Example.presigned.replacing("Action=", with: "A=&Action="), .mismatch),
        Case(
            "a presigned URL with one of its own parameters twice",
            Example.presigned.replacing("Action=", with: "X-Amz-Date=20150830T123600Z&Action="),
            .repeated("X-Amz-Date")),
        Case(
            "a presigned URL with two signatures",
            Example.presigned.replacing("Action=", with: "X-Amz-Signature=&Action="),
            .repeated("X-Amz-Signature")),
        Case(
            "a presigned URL whose date is in a header",
            Example.presigned.replacing("X-Amz-Date", with: "X-Amz-Day")
                .setting("X-Amz-Date", to: "20150830T123600Z"),
            .incompleteQuery(missing: ["X-Amz-Date"])),
    ]

    @Test(arguments: presence + headers + times + signatures)
    func refuses(_ c: Case) {
        #expect(Example.refusal(of: c.request, at: Example.moment + c.after) == c.error)
    }

    @Test func refusesAnotherSecretMethodPathQueryOrBody() {
        #expect(Example.refusal(of: Example.request, secret: Secret("other")) == .mismatch)
        var request = Example.request
        request.method = "POST"
        #expect(Example.refusal(of: request) == .mismatch)
        request = Example.request
        request.path = "/a"
        #expect(Example.refusal(of: request) == .mismatch)
        request = Example.request
        request.query += "&a="
        #expect(Example.refusal(of: request) == .mismatch)
        request = Example.request
        request.body = [0]
        #expect(Example.refusal(of: request) == .mismatch)
    }

    @Test func theDateHeaderReplacesXAmzDate() {
        let date = "Sun, 30 Aug 2015 12:36:00 GMT"
        let request = SigV4Example.signed(
            canonicalRequest: """
                POST
                /

                date:\(date)
                host:iam.amazonaws.com

                date;host
                \(Example.hash(of: ""))
                """,
            headers: [("Date", date)], signedHeaders: "date;host")
        #expect(Example.refusal(of: request) == nil)
        let twice = request.setting("Date", to: date, date)
        #expect(Example.refusal(of: twice) == .repeated("Date"))
    }

    /// What a client says about the payload must be true, and cannot be that it is not signed.
    @Test(arguments: [
        ("the body's hash", SigV4Example.hash(of: "a=b"), nil),
        ("another hash", SigV4Example.hash(of: ""), SignatureError.mismatch),
        ("unsigned", "UNSIGNED-PAYLOAD", .mismatch),
        ("streaming", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD", .mismatch),
        ("nothing", "", .mismatch),
    ])
    func payload(_ name: String, hash: String, error: SignatureError?) {
        let request = SigV4Example.signed(
            canonicalRequest: """
                POST
                /

                host:iam.amazonaws.com
                x-amz-content-sha256:\(hash)
                x-amz-date:20150830T123600Z

                host;x-amz-content-sha256;x-amz-date
                \(hash)
                """,
            headers: [("X-Amz-Content-Sha256", hash), ("X-Amz-Date", "20150830T123600Z")],
            signedHeaders: "host;x-amz-content-sha256;x-amz-date", body: "a=b")
        #expect(Example.refusal(of: request) == error, "\(name)")
    }

    @Test func everyFaultOfAScopeIsNamed() {
        let request = Example.request.replacing(
            "20150830/us-east-1/iam/aws4_request", with: "20150831/US/ec2/aws5")
        let error = Example.refusal(
            of: request, services: ["sts": Example.rules, "iam": Example.rules])
        #expect(
            error
                == .wrongScope([
                    .region("US"), .service(expected: ["iam", "sts"]), .terminator("aws5"),
                    .date(scope: "20150831", request: "20150830T123600Z"),
                ]))
    }

    @Test(arguments: ["us-east-1", "x", "0-9", String(repeating: "a", count: 64)])
    func aRegionMayHaveAnyName(_ region: String) {
        let request = Example.request.replacing("us-east-1", with: region)
        #expect(Example.refusal(of: request) == (region == "us-east-1" ? nil : .mismatch))
    }

    @Test(arguments: [
        "", "US-EAST-1", "us_east", "us%20east", "é", String(repeating: "a", count: 65),
    ])
    func aRegionIsLowerCaseLettersDigitsAndHyphens(_ region: String) {
        let request = Example.request.replacing("us-east-1", with: region)
        #expect(Example.refusal(of: request) == .wrongScope([.region(region)]))
    }

    @Test func spaceInARegionIsNoKeyValuePair() {
        let request = Example.request.replacing("us-east-1", with: "us east")
        #expect(Example.refusal(of: request) == .noKeyValuePair("east/iam/aws4_request"))
    }
}
