import AWSWire
import Testing

/// Requests that no client sends; those of clients are in `Tests/Clients/test_protocols.py`.
@Suite struct RESTJSONTests {
    static let service = ServiceFacts(
        signingName: "sample", apiVersion: "2026-01-01", wire: RESTJSON())

    private static func operation(
        _ name: String, _ method: String, _ path: String, _ bindings: [MemberBinding] = []
    ) -> OperationFacts {
        OperationFacts(
            name: name, service: service, method: method, path: path, inputBindings: bindings,
            errors: [])
    }

    static let index = OperationIndex([
        operation("Open", "GET", "/samples/{name}", [MemberBinding("Code", .label, "name")]),
        operation("Count", "GET", "/samples/count"),
        operation("Any", "GET", "/{kind}/count", [MemberBinding("Code", .label, "kind")]),
        operation(
            "Put", "PUT", "/samples/{name}",
            [
                MemberBinding("Code", .label, "name"), MemberBinding("Names", .queryList, "n"),
                MemberBinding("UserName", .query, "user"),
                MemberBinding("Count", .header, "X-Count"),
            ]),
        operation("Replace", "PUT", "/tag", [MemberBinding("Tag", .payload)]),
    ])

    private func read(
        _ method: String, _ path: String, _ query: String = "", _ headers: WireHeaders = [:],
        body: String = "", type: String = "application/json"
    ) throws(WireError) -> (name: String, Sample) {
        var request = WireRequest(
            method: method, path: path, query: query, headers: headers, body: Array(body.utf8))
        request.headers.add("Content-Type", type)
        let asked = try RESTJSON().read(request, Self.index)
        return (
            Self.index.operations[asked.operation].name, try Sample(decoding: asked.fields)
        )
    }

    private func refusal(
        _ method: String, _ path: String, _ query: String = "", _ headers: WireHeaders = [:],
        body: String = "", type: String = "application/json"
    ) -> WireError? {
        do throws(WireError) {
            _ = try read(method, path, query, headers, body: body, type: type)
            return nil
        } catch { return error }
    }

    @Test func aPathLeadsToItsOperation() throws {
        #expect(try read("GET", "/samples/12").name == "Open")
        #expect(try read("GET", "/samples/12").1.code == "12")
        #expect(try read("GET", "/samples/count").name == "Count")
        #expect(try read("GET", "/12/count").name == "Any")
        #expect(try read("GET", "/samples/%31%32").1.code == "12")
        #expect(try read("GET", "/samples/12", "X-Amz-Date=1").name == "Open")
    }

    @Test(arguments: [
        ("GET", "/samples"), ("GET", "/samples/"), ("GET", "/samples/12/"), ("GET", "//12"),
        ("POST", "/samples/12"), ("get", "/samples/12"), ("GET", "/Samples/12"), ("GET", "/"),
        ("GET", "/samples/1/2"),
    ])
    func anotherPathIsNoOperation(method: String, path: String) {
        #expect(refusal(method, path) == .unknownOperation("\(method) \(path)"))
    }

    @Test func membersStandWhereTheModelSays() throws {
        let (name, sample) = try read(
            "PUT", "/samples/12", "n=a&user=b%2B&n=c", ["x-count": "7"], body: #"{"IsOn": true}"#)
        #expect(name == "Put")
        #expect(sample.code == "12")
        #expect(sample.names == ["a", "c"])
        #expect(sample.userName == "b+")
        #expect(sample.count == 7)
        #expect(sample.isOn == true)
        let replaced = try read("PUT", "/tag", body: #"{"Key": "k"}"#)
        #expect(replaced.name == "Replace")
        #expect(replaced.1.tag == Sample.Tag(key: "k"))
    }

    @Test func noMemberStandsTwice() {
        #expect(
            refusal("PUT", "/samples/12", body: #"{"Code": "13"}"#) == .repeatedField(name: "Code"))
        #expect(
            refusal("PUT", "/samples/12", "user=a", body: #"{"UserName": "a"}"#)
                == .repeatedField(name: "UserName"))
        #expect(refusal("PUT", "/samples/12", "user=a&user=a") == .repeatedField(name: "user"))
        #expect(
            refusal("PUT", "/samples/12", "", ["X-Count": "1", "x-count": "1"])
                == .repeatedField(name: "X-Count"))
        #expect(
            refusal("PUT", "/samples/12", "n=a", body: #"{"Names": ["a"]}"#)
                == .repeatedField(name: "Names"))
    }

    @Test func whatIsNotKnownIsRefused() {
        #expect(refusal("GET", "/samples/12", "more=1") == .unknownParameter(name: "more"))
        #expect(
            refusal("PUT", "/tag", body: #"{"Key": "k", "x": 1}"#)
                == .unknownParameter(name: "Tag.x"))
    }

    @Test func whatCannotBeReadIsRefused() {
        #expect(refusal("GET", "/samples/%4") == .badPercentEncoding)
        #expect(refusal("GET", "/samples/%FF") == .invalidUTF8)
        #expect(refusal("PUT", "/samples/12", "user=%FF") == .invalidUTF8)
        let marks = "e" + String(repeating: "%CC%81", count: 31)
        #expect(refusal("GET", "/samples/\(marks)") == .tooManyMarks)
        let encoded = "e" + String(repeating: "\u{301}", count: 31)
        #expect(refusal("PUT", "/samples/12", "", ["X-Count": encoded]) == .tooManyMarks)
        #expect(refusal("PUT", "/tag", body: "[]") == .malformedJSON(offset: 0))
        #expect(
            refusal("PUT", "/tag", body: "{}", type: "text/plain")
                == .unsupportedMediaType(expected: "application/json"))
        let many = (0...QueryForm.maximumFields).map { _ in "n=a" }.joined(separator: "&")
        #expect(
            refusal("PUT", "/samples/12", many) == .tooManyFields(limit: QueryForm.maximumFields))
    }

    @Test func aValueCannotBeginAHeaderOfItsOwn() {
        let answer = RESTJSON().answer(
            GetTag.self, Sample.Tag(key: "a\r\nx: y", value: "v"),
            to: WireRequest(method: "GET", path: "/tag"), requestID: "r", limit: .max)
        #expect(answer?.headers["x-key"] == "a  x: y")
        #expect(answer.map { String(decoding: $0.body, as: UTF8.self) } == #"{"Value":"v"}"#)
    }

    /// The answer to an error: its name, its status and its body.
    private func refused(_ wire: RESTJSON, _ failure: WireFailure) -> (String?, Int, String) {
        let answer = wire.answer(
            failure, to: WireRequest(method: "GET", path: "/tag"), requestID: "r")
        return (
            answer.headers["x-amzn-errortype"], answer.status,
            String(decoding: answer.body, as: UTF8.self)
        )
    }

    @Test func aServiceMayHaveItsOwnNameForARequestTooMany() {
        let failure = WireFailure(
            DeclaredError(code: "Throttling", status: 400, isSender: true), "Rate exceeded")
        #expect(
            refused(RESTJSON(), failure) == (
                "ThrottlingException", 429, #"{"message":"Rate exceeded"}"#
            ))
        let other = RESTJSON(throttling: "TooManyRequestsException")
        #expect(
            refused(other, failure) == (
                "TooManyRequestsException", 429, #"{"message":"Rate exceeded"}"#
            ))
    }

    @Test func anErrorMaySayItsOwnReason() {
        let error = DeclaredError(code: "ValidationException", status: 400, isSender: true)
        let failure = WireFailure(error, "No.", reason: "invalidRegionOptTarget")
        #expect(
            refused(RESTJSON(), failure) == (
                "ValidationException", 400,
                #"{"message":"No.","reason":"invalidRegionOptTarget"}"#
            ))
    }

    enum GetTag: Operation {
        static let facts = OperationFacts(
            name: "GetTag", service: service, method: "GET", path: "/tag",
            outputBindings: [MemberBinding("Key", .header, "x-key")], errors: [])
        typealias Input = Sample
        typealias Output = Sample.Tag
    }
}
