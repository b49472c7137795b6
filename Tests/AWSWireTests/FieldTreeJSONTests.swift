import AWSWire
import IAMIdentifiers
import Testing

/// Bodies of services that speak JSON, as shapes read them.
@Suite struct FieldTreeJSONTests {
    private func decode(_ body: String) throws -> Sample {
        try Sample(decoding: FieldTree(json: Array(body.utf8)))
    }

    private func refusal(_ body: String) -> WireError? {
        do throws(WireError) {
            _ = try Sample(decoding: FieldTree(json: Array(body.utf8)))
            return nil
        } catch { return error }
    }

    @Test func everyKindOfMemberIsReadAndNullIsNone() throws {
        let sample = try decode(
            """
            {"UserName": "a+b", "Password": "secret", "Count": 7, "IsOn": true, "Code": null,
             "Date": 1763778278, "Data": "AQID", "Color": "Red", "Tag": {"Key": "k", "Value": "v"},
             "Names": ["a", "b"], "Colors": ["Green"], "Tags": [{"Key": "x"}],
             "Texts": {"a": "b", "c.d": "e"}, "Counts": {"n": -5}, "Palette": {"sky": "Red"}}
            """)
        #expect(sample.userName == "a+b")
        #expect(sample.password == Secret("secret"))
        #expect(sample.count == 7)
        #expect(sample.isOn == true)
        #expect(sample.code == nil)
        #expect(sample.date?.iso8601 == "2025-11-22T02:24:38Z")
        #expect(sample.data == [1, 2, 3])
        #expect(sample.color == .red)
        #expect(sample.tag == Sample.Tag(key: "k", value: "v"))
        #expect(sample.names == ["a", "b"])
        #expect(sample.colors == [.green])
        #expect(sample.tags == [Sample.Tag(key: "x")])
        #expect(sample.texts == ["a": "b", "c.d": "e"])
        #expect(sample.counts == ["n": -5])
        #expect(sample.palette == ["sky": .red])
        #expect(try decode("") == Sample())
        #expect(try decode("{}") == Sample())
    }

    @Test func emptyListsAndMapsAreThere() throws {
        let sample = try decode(#"{"Colors": [], "Texts": {}}"#)
        #expect(sample.colors == [])
        #expect(sample.texts == [:])
    }

    @Test(arguments: [
        ("1763778278.25", Int64(1_763_778_278_250_000)), ("1.763778278E9", 1_763_778_278_000_000),
        ("-1.5", -1_500_000), (#""2025-11-22T02:24:38Z""#, 1_763_778_278_000_000),
    ])
    func momentsAreSecondsOrWords(text: String, microseconds: Int64) throws {
        #expect(try decode(#"{"Date": \#(text)}"#).date?.microseconds == microseconds)
    }

    @Test(arguments: [
        (#"{"UserName": {}}"#, "Start of structure or map found where not expected."),
        (#"{"UserName": []}"#, "Start of list found where not expected."),
        (#"{"Names": "a"}"#, "Unexpected list element termination"),
        (
            #"{"Names": {"member": {"1": "a"}}}"#,
            "Start of structure or map found where not expected."
        ),
        (#"{"Names": [["a"]]}"#, "Start of list found where not expected."),
        (#"{"Tag": "a"}"#, "Unexpected complex element termination"),
        (#"{"Tag": []}"#, "Start of list found where not expected."),
        (#"{"Tags": ["a"]}"#, "Unexpected complex element termination"),
        (#"{"Texts": {"a": {}}}"#, "Start of structure or map found where not expected."),
        (#"{"Count": 1.5}"#, "For input string: \"1.5\""),
        (#"{"Date": 1e300}"#, "timestamp must follow ISO8601"),
    ])
    func whatIsOfAnotherKindIsMalformed(body: String, sentence: String) {
        #expect(refusal(body)?.message == sentence)
        #expect(refusal(body)?.code == "MalformedInput")
    }

    @Test(arguments: [
        (#"{"Nobody": 1}"#, "Nobody"), (#"{"a.b": "1"}"#, "a.b"), (#"{"Nobody": {}}"#, "Nobody"),
        (#"{"Tag": {"Key": "k", "More": [1, {"x": 2}]}}"#, "Tag.More.member.1"),
        (#"{"Tags": [{"Key": "k"}, {"Key": "l", "x": true}]}"#, "Tags.member.2.x"),
    ])
    func whatNoMemberReadIsRefusedByName(body: String, name: String) {
        #expect(refusal(body) == .unknownParameter(name: name))
    }

    @Test func noNameStandsTwice() {
        #expect(refusal(#"{"Code": "1","Code": "1"}"#) == .malformedJSON(offset: 13))
    }

    @Test func aNullInAListIsRefused() {
        #expect(refusal(#"{"Names": ["a", null]}"#) == .malformedJSON(offset: 16))
    }

    @Test(arguments: [("[]", 0), ("1", 0), ("{", 1), (#"{"a": 1} x"#, 9)])
    func onlyAnObjectIsABody(body: String, offset: Int) {
        #expect(refusal(body) == .malformedJSON(offset: offset))
    }

    @Test func bytesAreUTF8() {
        #expect(throws: WireError.malformedJSON(offset: nil)) {
            try FieldTree(json: [0x7B, 0xFF, 0x7D])
        }
    }

    @Test func deepBodiesAndRunsOfMarksAreRefused() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(refusal(#"{"Names": \#(deep)"#) == .malformedJSON(offset: 41))
        let marks = "e" + String(repeating: "\u{301}", count: 31)
        #expect(refusal(#"{"Code": "\#(marks)"}"#) == .malformedJSON(offset: 9))
        #expect(refusal(#"{"\#(marks)": "1"}"#) == .malformedJSON(offset: 1))
    }

    @Test func theLimitsOfAFormHold() throws {
        func list(_ count: Int) -> String {
            "{\"Colors\": [\((0..<count).map { _ in #""Red""# }.joined(separator: ","))]}"
        }
        #expect(try decode(list(QueryForm.maximumFields)).colors?.count == QueryForm.maximumFields)
        #expect(
            refusal(list(QueryForm.maximumFields + 1))
                == .tooManyFields(limit: QueryForm.maximumFields))
        let name = String(repeating: "a", count: QueryForm.maximumNameBytes)
        #expect(refusal("{\"\(name)\": 1}") == .unknownParameter(name: name))
        #expect(
            refusal("{\"a\(name)\": 1}") == .nameTooLong(limit: QueryForm.maximumNameBytes))
        // What says nothing counts, too, under a name and by itself.
        #expect(
            refusal("{\"a\(name)\": [[], {}]}") == .nameTooLong(limit: QueryForm.maximumNameBytes))
        let empty = (0...2 * QueryForm.maximumFields).map { _ in "[]" }.joined(separator: ",")
        #expect(
            refusal("{\"a\": [\(empty)]}") == .tooManyFields(limit: QueryForm.maximumFields))
    }

    @Test func theKeysOfAMapMayBeLongerThanNamesOfMembers() throws {
        let key = String(repeating: "\u{D64D}", count: 128)
        #expect(try decode(#"{"Texts": {"\#(key)": "v"}}"#).texts?[ExactText(key)] == "v")
    }
}
