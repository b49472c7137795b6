import StrictJSON
import Testing

/// What stands in a text that is not JSON, told apart: each fault has advice of its own.
@Suite struct JSONFaultTests {
    struct Case: CustomTestStringConvertible {
        var text: String
        var fault: JSONFault
        var offset: Int
        var testDescription: String { "\(fault): \(text.prefix(40))" }
    }

    static let cases: [Case] = [
        Case(text: "", fault: .empty, offset: 0),
        Case(text: " \r\n\t", fault: .empty, offset: 4),
        Case(text: "\u{FEFF}{}", fault: .byteOrderMark, offset: 0),
        Case(text: "{}\u{FEFF}", fault: .invisible("\u{FEFF}"), offset: 2),
        Case(text: "{\"a\":1,\u{A0}\"b\":2}", fault: .invisible("\u{A0}"), offset: 7),
        Case(text: "{\"a\":1,\u{2028}\"b\":2}", fault: .invisible("\u{2028}"), offset: 7),
        Case(text: "{\u{200B}\"a\":1}", fault: .invisible("\u{200B}"), offset: 1),
        Case(text: "[1,\u{3000}2]", fault: .invisible("\u{3000}"), offset: 3),
        Case(text: "[1,\u{0}2]", fault: .invisible("\u{0}"), offset: 3),
        Case(text: "{} // end", fault: .comment, offset: 3),
        Case(text: "{/* a */\"a\":1}", fault: .comment, offset: 1),
        Case(text: "# a\n{}", fault: .comment, offset: 0),
        Case(text: "[1, ]", fault: .trailingComma, offset: 4),
        Case(text: "{\"a\":1,\n}", fault: .trailingComma, offset: 8),
        Case(text: "[1,,2]", fault: .strayComma, offset: 3),
        Case(text: "[,1]", fault: .strayComma, offset: 1),
        Case(text: "{\"a\":,}", fault: .strayComma, offset: 5),
        Case(text: "{},", fault: .strayComma, offset: 2),
        Case(text: "[1 2]", fault: .missingComma, offset: 3),
        Case(text: "{\"a\":\"b\" \"c\":1}", fault: .missingComma, offset: 9),
        Case(text: "{\"a\" 1}", fault: .missingColon, offset: 5),
        Case(text: "{\"a\"=1}", fault: .missingColon, offset: 4),
        Case(text: "{\"a\":}", fault: .missingValue, offset: 5),
        Case(text: "{“a“:1}", fault: .typographicQuote, offset: 1),
        Case(text: "{\"a\":”b”}", fault: .typographicQuote, offset: 5),
        Case(text: "{«a»:1}", fault: .typographicQuote, offset: 1),
        Case(text: "{'a':1}", fault: .singleQuote, offset: 1),
        Case(text: "[`a`]", fault: .singleQuote, offset: 1),
        Case(text: "{a:1}", fault: .unquotedName, offset: 1),
        Case(text: "{\"a\":True}", fault: .unquotedWord("True"), offset: 5),
        Case(text: "{\"a\":None}", fault: .unquotedWord("None"), offset: 5),
        Case(text: "{\"a\":Allow}", fault: .unquotedWord("Allow"), offset: 5),
        Case(text: "./policy.json", fault: .notJSON, offset: 0),
        Case(text: "policy.json", fault: .notJSON, offset: 0),
        Case(text: "<Policy/>", fault: .notJSON, offset: 0),
        Case(text: #"{"a":1,"b":2,"a":3}"#, fault: .repeatedName("a"), offset: 13),
        Case(text: "{}{}", fault: .secondDocument, offset: 2),
        Case(text: "{}\n[]", fault: .secondDocument, offset: 3),
        Case(text: "{}}", fault: .textAfterEnd, offset: 2),
        Case(text: "{} end", fault: .textAfterEnd, offset: 3),
        Case(text: "{\"a\":[1", fault: .endsEarly, offset: 7),
        Case(text: "{\"a", fault: .endsEarly, offset: 3),
        Case(text: "{\"a\":[1}", fault: .strayBracket, offset: 7),
        Case(text: "[01]", fault: .malformedNumber, offset: 2),
        Case(text: "[+1]", fault: .malformedNumber, offset: 1),
        Case(text: "[1.]", fault: .malformedNumber, offset: 3),
        Case(text: "[1e]", fault: .malformedNumber, offset: 3),
        Case(text: "[0x1F]", fault: .malformedNumber, offset: 2),
        Case(text: "[2012-10-17]", fault: .malformedNumber, offset: 5),
        Case(text: "[10s]", fault: .malformedNumber, offset: 3),
        Case(text: "[\"a\nb\"]", fault: .controlCharacter, offset: 3),
        Case(text: #"["\d"]"#, fault: .malformedEscape, offset: 2),
        Case(text: #"["\u12"]"#, fault: .malformedEscape, offset: 6),
        Case(text: #"["\uD83D"]"#, fault: .halfCharacter, offset: 2),
        Case(
            text: "[\"a\(String(repeating: "\u{301}", count: 31))\"]",
            fault: .manyCombiningMarks, offset: 1),
        Case(text: String(repeating: "[", count: 33), fault: .tooDeep, offset: 32),
    ]

    @Test(arguments: cases) func isTold(_ example: Case) throws {
        let error = try #require(throws: JSONError.self) {
            try JSONReader.read(Array(example.text.utf8))
        }
        #expect(error == JSONError(offset: example.offset, fault: example.fault))
    }

    /// A sentence without a full stop, as the other findings are.
    @Test(arguments: cases) func hasAdvice(_ example: Case) {
        let advice = example.fault.advice
        #expect(!advice.isEmpty && !advice.hasSuffix("."))
    }

    @Test func noTwoFaultsOfThesePlacesHaveTheSameAdvice() {
        let faults = Set(Self.cases.map(\.fault))
        let advice = Set(faults.map(\.advice))
        // Words between quotation marks that are missing, whichever they are.
        #expect(advice.count == faults.count)
    }

    @Test func adviceQuotesNoMoreThanTheBeginningOfALongName() {
        let advice = JSONFault.repeatedName(String(repeating: "a", count: 10_000)).advice
        #expect(advice.utf8.count < 300)
    }
}
