import AWSWire
import IAMIdentifiers
import Operations
import TestSupport
import Testing

/// Requests to an endpoint URL with a path, as people set it who have a proxy in mind.
@Suite struct EndpointPathTests {
    typealias Stage = APIEndpointTests.Stage

    static let paths = ["/iam/", "/iam", "/some/prefix", "//", "/%2F", "/a<b>&\"c", "/healthz/"]

    private static func sentence(_ method: String, _ path: String) -> String {
        "There is no operation at \(method) \(path). The services are at /: an endpoint URL must"
            + " have no path."
    }

    private func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }

    @Test("the query services say in XML that they are at /", arguments: paths, ["iam", "sts"])
    func query(_ path: String, service: String) async throws {
        let stage = try await Stage()
        let signer = stage.signer {
            $0.path = path
            $0.service = service
        }
        for request in [
            signer.post(APIEndpointTests.listUsers),
            signer { $0.secret = Secret("wrong") }.post(APIEndpointTests.listUsers),
        ] {
            #expect(stage.endpoint.isMeant(by: request))
            #expect(!stage.endpoint.serves(request))
            let answer = await stage.endpoint.answer(request)
            #expect(answer.status == 404)
            #expect(answer.headers["content-type"] == "text/xml")
            let text = String(decoding: answer.body, as: UTF8.self)
            #expect(
                text.contains(
                    "<Type>Sender</Type><Code>UnknownOperationException</Code><Message>"
                        + escaped(Self.sentence("POST", path)) + "</Message>"))
            #expect(text.hasPrefix("<ErrorResponse xmlns=\"https://\(service).amazonaws.com/"))
        }
    }

    @Test("a service that speaks JSON says it in JSON, and its own paths stay its own")
    func json() async throws {
        let stage = try await Stage()
        let signer = stage.signer { $0.service = "access-analyzer" }
        for path in ["/iam/policy/validation", "/analyzer"] {
            let request = signer { $0.path = path }.post(
                body: Array("{}".utf8), contentType: "application/json")
            let answer = await stage.endpoint.answer(request)
            #expect(answer.status == 404)
            #expect(answer.headers["x-amzn-errortype"] == "UnknownOperationException")
            #expect(
                String(decoding: answer.body, as: UTF8.self)
                    == #"{"message":"\#(Self.sentence("POST", path))"}"#)
        }
        let own = signer { $0.path = "/policy/validation" }.post(
            body: Array("{}".utf8), contentType: "application/json")
        #expect(stage.endpoint.serves(own))
        #expect(
            await stage.endpoint.answer(own).headers["x-amzn-errortype"] == "ValidationException")
    }

    @Test("what is quoted of a path is bounded")
    func bounded() async throws {
        let stage = try await Stage()
        let request = stage.signer { $0.path = "/" + String(repeating: "<", count: 8_000) }
            .post(APIEndpointTests.listUsers)
        #expect(await stage.endpoint.answer(request).body.count < 2_048)
    }

    @Test("only what is signed as AWS's requests are, or names an operation, is meant for an API")
    func meant() async throws {
        let stage = try await Stage()
        func isMeant(
            _ method: String, _ headers: WireHeaders, query: String = "", body: String = ""
        )
            -> Bool
        {
            stage.endpoint.isMeant(
                by: WireRequest(
                    method: method, path: "/iam/", query: query, headers: headers,
                    body: Array(body.utf8)))
        }
        #expect(isMeant("GET", [:], query: "Action=ListUsers&X-Amz-Signature=00"))
        #expect(isMeant("POST", [:], body: "Action=ListUsers&Version=2010-05-08"))
        #expect(isMeant("PUT", ["authorization": "AWS4-HMAC-SHA256 x"]))
        #expect(!isMeant("GET", [:]))
        #expect(!isMeant("GET", [:], query: "Action=ListUsers"))
        #expect(!isMeant("POST", [:], body: "name=alice"))
        #expect(!isMeant("POST", ["authorization": "Basic YTpi"], body: "Action=ListUsers"))
    }
}

extension RequestSigner {
    func callAsFunction(_ edit: (inout RequestSigner) -> Void) -> RequestSigner {
        var edited = self
        edit(&edited)
        return edited
    }
}
