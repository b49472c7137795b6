import IAMIdentifiers
import Testing

@testable import AWSWire

/// What is shown of a request whose signature does not match.
@Suite struct SignedTextTests {
    typealias Example = SigV4Example

    private func text(_ request: WireRequest) throws -> SignedText {
        try #require(try SigV4Request(request).signedText())
    }

    private let emptyHash = SigV4Example.hash(of: "")

    @Test("the strings are those of AWS's example, in AWS's sentence")
    func example() throws {
        let text = try text(Example.request)
        #expect(
            text.canonicalRequest == """
                GET
                /
                Action=ListUsers&Version=2010-05-08
                content-type:application/x-www-form-urlencoded; charset=utf-8
                host:iam.amazonaws.com
                x-amz-date:20150830T123600Z

                content-type;host;x-amz-date
                \(emptyHash)
                """)
        #expect(
            text.stringToSign == """
                AWS4-HMAC-SHA256
                20150830T123600Z
                20150830/us-east-1/iam/aws4_request
                f536975d06c0309214f805bb90ccff089219ecd68b2577efef23edd43b7e1a59
                """)
        #expect(
            text.sentence
                == "\n\nThe Canonical String for this request should have been\n'"
                + text.canonicalRequest + "'\n\nThe String-to-Sign should have been\n'"
                + text.stringToSign + "'\n")
    }

    @Test("what a proxy changed is seen: another Host, a header that is gone")
    func changed() throws {
        let moved = try text(Example.request.setting("Host", to: "id.internal:8426"))
        #expect(moved.canonicalRequest.contains("\nhost:id.internal:8426\n"))
        let bare = try text(Example.request.setting("Content-Type"))
        #expect(bare.canonicalRequest.contains("\ncontent-type:\nhost:"))
    }

    @Test("no session token is shown, of a header or of a URL")
    func token() throws {
        let url = try text(Example.presigned(expires: "60", token: "IQoJb3JpZ2lu%2F%3D"))
        #expect(url.canonicalRequest.contains("&X-Amz-Security-Token=***&X-Amz-SignedHeaders=host"))
        #expect(url.canonicalRequest.contains("X-Amz-Expires=60"))
        let header = try text(
            Example.signed(
                canonicalRequest: "",
                headers: [
                    ("X-Amz-Date", "20150830T123600Z"), ("X-Amz-Security-Token", "IQoJb3Jp"),
                ],
                signedHeaders: "host;x-amz-date;x-amz-security-token"))
        #expect(header.canonicalRequest.contains("\nx-amz-security-token:***\n"))
        for text in [url, header] {
            #expect(!text.sentence.contains("IQoJb3Jp"))
            #expect(!text.stringToSign.contains("***"), "no one guesses a token by its hash")
        }
    }

    @Test("no parameter of an operation is shown, nor a hash to guess it by")
    func parameters() throws {
        var request = Example.request
        request.query = "Action=ChangePassword&Hunter2&NewPassword=hunter%202"
        request.body = []
        let query = try text(request)
        #expect(
            query.canonicalRequest.contains("Action=ChangePassword&Hunter2=&NewPassword=***\n"))
        #expect(!query.sentence.contains("hunter"))
        #expect(query.stringToSign.hasSuffix("/aws4_request\n***"))

        request.query = ""
        for body in [
            "Action=ChangePassword&NewPassword=hunter2&Version=2010-05-08", #"{"token":"hunter2"}"#,
        ] {
            request.body = Array(body.utf8)
            let form = try text(request)
            #expect(form.canonicalRequest.hasSuffix("\n***"))
            #expect(form.stringToSign.hasSuffix("/aws4_request\n***"))
            #expect(!form.sentence.contains(Example.hash(of: body)))
        }

        let plain = "Action=GetCallerIdentity&Version=2011-06-15"
        request.body = Array(plain.utf8)
        #expect(try text(request).canonicalRequest.hasSuffix("\n\(Example.hash(of: plain))"))
        #expect(try !text(request).stringToSign.contains("***"))
    }

    @Test(
        "a header that a proxy may have added is not shown, nor a hash to guess it by",
        arguments: ["x-forwarded-for", "cookie", "x-amz-access-token", "x-internal-role", "via"])
    func addedHeader(_ name: String) throws {
        let names = ["host", "x-amz-date", name].sorted()
        let request = Example.signed(
            canonicalRequest: "",
            headers: [("X-Amz-Date", "20150830T123600Z"), (name, "10.1.2.3 admin")],
            signedHeaders: names.joined(separator: ";"))
        let text = try text(request)
        #expect(text.canonicalRequest.contains("\n\(name):***\n"))
        #expect(!text.sentence.contains("admin"))
        #expect(text.stringToSign.hasSuffix("/aws4_request\n***"))
    }

    @Test("a text is short, printable and ASCII, whatever was sent")
    func bounded() throws {
        let long = try text(
            Example.request.setting("Content-Type", to: String(repeating: "<&", count: 30_000)))
        #expect(long.canonicalRequest.utf8.count == SignedText.limit + 3)
        #expect(long.canonicalRequest.hasSuffix("..."))
        #expect(long.sentence.utf8.count < 2_500)
        var query = Example.request
        query.query = String(repeating: "a&", count: 1_500)
        #expect(try text(query).sentence.utf8.count < 2_500)
        let odd = try text(Example.request.setting("Content-Type", to: "text/é\u{202E}홍"))
        #expect(odd.sentence.utf8.allSatisfy { 0x20...0x7E ~= $0 || $0 == 0x0A })
    }

    @Test("nothing is shown of a header that no signature covers")
    func controls() throws {
        let request = Example.request.setting("Content-Type", to: "a\nhost:b")
        #expect(try SigV4Request(request).signedText() == nil)
    }
}
