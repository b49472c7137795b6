import AWSWire
import Testing

/// Requests that no client sends; those of clients are in `Tests/Clients/test_protocols.py`.
@Suite struct AWSJSONTests {
    static let wire = AWSJSON(version: .v1_1, targetPrefix: "Sample.V1")
    static let index = OperationIndex([
        OperationFacts(
            name: "PutSample",
            service: ServiceFacts(signingName: "sample", apiVersion: "2026-01-01", wire: wire),
            errors: [])
    ])

    private static let target: WireHeaders = ["X-Amz-Target": "Sample.V1.PutSample"]

    private func refusal(
        _ headers: WireHeaders = target, _ body: String = "{}",
        type: String = "application/x-amz-json-1.1",
        _ edit: (inout WireRequest) -> Void = { _ in }
    ) -> WireError? {
        var request = WireRequest(
            method: "POST", path: "/", headers: headers, body: Array(body.utf8))
        request.headers.add("Content-Type", type)
        edit(&request)
        do throws(WireError) {
            let asked = try Self.wire.read(request, Self.index)
            _ = try Sample(decoding: asked.fields)
            return nil
        } catch { return error }
    }

    @Test func aTargetLeadsToItsOperation() {
        #expect(refusal() == nil)
        #expect(refusal(Self.target, "") == nil)
        #expect(refusal(type: "Application/X-Amz-JSON-1.1; charset=utf-8") == nil)
        #expect(refusal { $0.query = "X-Amz-Date=1" } == nil)
    }

    @Test(arguments: [
        "Sample.V1.Nothing", "Sample.V1.", "Sample.V1", "Sample.V2.PutSample", "PutSample", "",
        "sample.V1.PutSample", "Sample.V1.putSample", "Sample.V1.PutSample ",
    ])
    func anotherTargetIsNoOperation(target: String) {
        #expect(refusal(["X-Amz-Target": target]) == .unknownOperation(target))
    }

    @Test func aRequestThatIsNoneIsRefused() {
        #expect(refusal([:]) == .unknownOperation("without X-Amz-Target"))
        #expect(
            refusal(["X-Amz-Target": "a", "x-amz-target": "b"])
                == .repeatedField(name: "X-Amz-Target"))
        #expect(refusal { $0.method = "GET" } == .unknownOperation("GET /"))
        #expect(refusal { $0.path = "/x" } == .unknownOperation("POST /x"))
        #expect(refusal { $0.query = "Code=12" } == .unknownParameter(name: "Code"))
        #expect(
            refusal(type: "application/x-amz-json-1.0")
                == .unsupportedMediaType(expected: "application/x-amz-json-1.1"))
        #expect(refusal(Self.target, "[]") == .malformedJSON(offset: 0))
        #expect(refusal(Self.target, #"{"More": 1}"#) == .unknownParameter(name: "More"))
    }

    @Test(arguments: [
        ("AccessDenied", 403, "AccessDeniedException", 400),
        ("ValidationError", 400, "ValidationException", 400),
        ("MalformedInput", 400, "SerializationException", 400),
        ("ServiceFailure", 500, "InternalServerException", 500),
        ("NoSuchTrail", 404, "NoSuchTrail", 400),
    ])
    func anErrorSaysItsTypeInTheBody(
        code: String, status: Int, type: String, answered: Int
    ) {
        let answer = Self.wire.answer(
            WireFailure(DeclaredError(code: code, status: status, isSender: status < 500), "so"),
            to: WireRequest(method: "POST", path: "/"), requestID: "r")
        #expect(answer.status == answered)
        #expect(answer.headers["content-type"] == "application/x-amz-json-1.1")
        #expect(
            String(decoding: answer.body, as: UTF8.self)
                == #"{"__type":"\#(type)","message":"so"}"#)
    }
}
