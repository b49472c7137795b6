import AWSWire
import Testing

/// Bodies of REST services as the parameters that a form would have.
@Suite struct QueryFormJSONTests {
    private func form(_ body: String, query: String = "") throws -> [String: String] {
        let form = try QueryForm(json: Array(body.utf8), query: query.utf8)
        return Dictionary(uniqueKeysWithValues: form.fields.map { ($0.name, $0.value) })
    }

    @Test func membersAreParametersAndNullIsNone() throws {
        #expect(
            try form(#"{"a": "x=1&y", "b": 1.50, "c": true, "d": null, "e": ""}"#)
                == ["a": "x=1&y", "b": "1.50", "c": "true", "e": ""])
    }

    @Test func listsAndStructuresHaveTheNamesOfAForm() throws {
        #expect(
            try form(#"{"tags": [{"key": "a"}, {"key": "b", "value": "c"}], "s": {"t": ["u"]}}"#)
                == [
                    "tags.member.1.key": "a", "tags.member.2.key": "b",
                    "tags.member.2.value": "c", "s.t.member.1": "u",
                ])
    }

    @Test func theAddressAddsItsOwn() throws {
        #expect(
            try form(#"{"a": "1"}"#, query: "max=2&next=x%2B") == [
                "a": "1", "max": "2", "next": "x+",
            ])
        #expect(try form("", query: "max=2") == ["max": "2"])
    }

    @Test func noNameIsRepeated() {
        #expect(throws: WireError.repeatedField(name: "a")) {
            try form(#"{"a": "1"}"#, query: "a=2")
        }
        #expect(throws: WireError.malformedJSON(offset: 10)) { try form(#"{"a": "1","a": "1"}"#) }
        #expect(throws: WireError.malformedJSON(offset: 1)) { try form(#"{"a.b": "1"}"#) }
    }

    @Test(arguments: [("[]", 0), ("1", 0), ("{", 1), (#"{"a": 1} x"#, 9)])
    func onlyAnObjectIsABody(body: String, offset: Int) {
        #expect(throws: WireError.malformedJSON(offset: offset)) { try form(body) }
    }

    @Test func bytesAreUTF8() {
        #expect(throws: WireError.malformedJSON(offset: nil)) {
            try QueryForm(json: [0x7B, 0xFF, 0x7D], query: "".utf8)
        }
    }

    @Test func theLimitsOfAFormHold() throws {
        func list(_ count: Int) -> String {
            "{\"a\": [\((0..<count).map { "\($0)" }.joined(separator: ","))]}"
        }
        #expect(try form(list(QueryForm.maximumFields)).count == QueryForm.maximumFields)
        #expect(throws: WireError.tooManyFields(limit: QueryForm.maximumFields)) {
            try form(list(QueryForm.maximumFields + 1))
        }
        let name = String(repeating: "a", count: QueryForm.maximumNameBytes)
        #expect(try form("{\"\(name)\": 1}").count == 1)
        #expect(throws: WireError.nameTooLong(limit: QueryForm.maximumNameBytes)) {
            try form("{\"a\(name)\": 1}")
        }
        // What says nothing counts, too, under a name and by itself.
        #expect(throws: WireError.nameTooLong(limit: QueryForm.maximumNameBytes)) {
            try form("{\"a\(name)\": [[], {}, null]}")
        }
        let empty = (0...2 * QueryForm.maximumFields).map { _ in "[]" }.joined(separator: ",")
        #expect(throws: WireError.tooManyFields(limit: QueryForm.maximumFields)) {
            try form("{\"a\": [\(empty)]}")
        }
    }
}
