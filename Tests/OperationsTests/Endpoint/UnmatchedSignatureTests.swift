import AWSWire
import Credentials
import IAMIdentifiers
import IAMModel
import Logging
import TestSupport
import Testing

@testable import Operations

/// Signatures that do not match: what the answer and the log say of them, and what neither does.
@Suite struct UnmatchedSignatureTests {
    /// A service that logs everything, and a key of its root user.
    private struct Stage {
        let recorder = LogRecorder()
        let endpoint: APIEndpoint
        var signer: RequestSigner

        init() async throws {
            let service = try await TestService(logger: recorder.logger)
            endpoint = APIEndpoint(service.pipeline)
            let key = try await service.run(IAM.CreateAccessKey.self, .init()).accessKey
            signer = RequestSigner(
                accessKeyID: key.accessKeyId, secret: key.secretAccessKey,
                moment: service.clock.now, service: "sts")
        }

        func answer(_ request: WireRequest) async -> (text: String, id: String) {
            let answer = await endpoint.answer(request)
            return (
                String(decoding: answer.body, as: UTF8.self),
                answer.headers["x-amzn-requestid"] ?? ""
            )
        }
    }

    private static let identity = ["Action": "GetCallerIdentity", "Version": "2011-06-15"]
    private static let listUsers = ["Action": "ListUsers", "Version": "2010-05-08"]
    private static let mismatch =
        "The request signature we calculated does not match the signature you provided. Check your"
        + " AWS Secret Access Key and signing method. Consult the service documentation for"
        + " details."

    @Test(
        "behind a proxy that rewrites Host the answer shows the Host that arrived",
        arguments: ["sts", "iam"])
    func host(_ service: String) async throws {
        var stage = try await Stage()
        stage.signer.service = service
        var request = stage.signer.post(Self.identity)
        var headers: WireHeaders = [:]
        for field in request.headers.fields {
            headers.add(field.name, field.name == "host" ? "id.internal:8426" : field.value)
        }
        request.headers = headers
        let (text, id) = await stage.answer(request)
        let start =
            "<Code>SignatureDoesNotMatch</Code><Message>\(Self.mismatch)\n\n"
            + "The Canonical String for this request should have been\n'POST\n/\n\n"
            + "content-type:application/x-www-form-urlencoded; charset=utf-8\n"
            + "host:id.internal:8426\nx-amz-date:"
        #expect(text.contains(start))
        #expect(text.contains("'\n\nThe String-to-Sign should have been\n'AWS4-HMAC-SHA256\n"))
        let lines = stage.recorder.lines.filter { $0.contains(id) }
        #expect(lines.count == 1)
        #expect(lines[0].hasPrefix("debug a signature does not match"))
        #expect(lines[0].contains(#"\nhost:id.internal:8426\n"#))
        #expect(!lines[0].contains("\n"))
    }

    @Test("a service that speaks JSON says no more than AWS's sentence, and the log the rest")
    func json() async throws {
        var stage = try await Stage()
        stage.signer.service = "access-analyzer"
        stage.signer.path = "/policy/validation"
        stage.signer.secret = Secret("wrong")
        let (text, id) = await stage.answer(
            stage.signer.post(body: Array("{}".utf8), contentType: "application/json"))
        #expect(text == #"{"message":"\#(Self.mismatch)"}"#)
        let lines = stage.recorder.lines.filter { $0.contains(id) }
        #expect(lines.count == 1 && lines[0].contains(#"POST\n/policy/validation\n"#))
    }

    @Test("a key that is none is told nothing that was computed, nor is the log")
    func unknownKey() async throws {
        var stage = try await Stage()
        stage.signer.accessKeyID = "AKIA23456723456723AB"
        let (text, _) = await stage.answer(stage.signer.post(Self.identity))
        #expect(text.contains("<Code>InvalidClientTokenId</Code>"))
        #expect(!text.contains("String"))
        #expect(!stage.recorder.lines.contains { $0.contains("a signature") })
    }

    @Test("no secret is in an answer or a log at any level, whatever does not match")
    func secrets() async throws {
        let stage = try await Stage()
        let secret = stage.signer.secret.reveal()
        let password = ["Action": "ChangePassword", "NewPassword": "hunter2", "OldPassword": "x"]
        var wrong = stage.signer
        wrong.secret = Secret("wrongSecret")
        var session = wrong
        session.sessionToken = "IQoJb3JpZ2luX2Vj"
        var requests = [
            wrong.post(password), wrong.presigned(password), session.post(password),
            session.presigned(password), stage.signer.presigned(password),
        ]
        for name in ["cookie", "x-forwarded-client-cert"] {
            var request = wrong.post(Self.identity)
            let authorization = request.headers["authorization"] ?? ""
            var headers: WireHeaders = [name: "s3cretOfAProxy"]
            for field in request.headers.fields where field.name != "authorization" {
                headers.add(field.name, field.value)
            }
            let names = (["content-type", "host", "x-amz-date"] + [name]).sorted()
            headers.add(
                "authorization",
                authorization.replacing(
                    "content-type;host;x-amz-date", with: names.joined(separator: ";")))
            request.headers = headers
            requests.append(request)
        }
        for request in requests {
            let (text, _) = await stage.answer(request)
            #expect(text.contains("<Error>"))
            for said in [text] + stage.recorder.lines {
                for kept in [
                    secret, "wrongSecret", "IQoJb3JpZ2luX2Vj", "hunter2", "s3cretOfAProxy",
                ] {
                    #expect(!said.contains(kept), "\(said)")
                }
            }
        }
    }

    @Test("markup in a header is text in the answer, and a long one does not make a long answer")
    func reflection() async throws {
        let stage = try await Stage()
        var request = stage.signer.post(Self.identity)
        var headers: WireHeaders = [:]
        let markup = "</Message><script>" + String(repeating: "&", count: 60_000)
        for field in request.headers.fields {
            headers.add(field.name, field.name == "content-type" ? markup : field.value)
        }
        request.headers = headers
        let (text, _) = await stage.answer(request)
        #expect(text.contains("content-type:&lt;/Message&gt;&lt;script&gt;&amp;"))
        #expect(!text.contains("<script>"))
        #expect(text.utf8.count < 16_384)
    }

    @Test(
        "white space in the key ID is an incomplete signature that shows what does not fit",
        arguments: ["sts", "iam"])
    func whiteSpace(_ service: String) async throws {
        let stage = try await Stage()
        for (id, piece) in [
            ("AKIAEXAMPLE ", ""), ("AKIA EXAMPLE", "EXAMPLE"), (" AKIAEXAMPLE", "AKIAEXAMPLE"),
        ] {
            var signer = stage.signer
            signer.service = service
            signer.accessKeyID = id
            let (text, _) = await stage.answer(signer.post(Self.listUsers))
            let day = signer.moment.iso8601Basic.prefix(8)
            #expect(
                text.contains(
                    "<Code>IncompleteSignature</Code><Message>'\(piece)/\(day)/us-east-1/\(service)"
                        + "/aws4_request' not a valid key=value pair (missing equal-sign) in"
                        + " Authorization header: 'AWS4-HMAC-SHA256 ...'.</Message>"))
        }
    }
}
