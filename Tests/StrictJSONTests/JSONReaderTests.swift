import Testing

@testable import StrictJSON

@Suite struct JSONReaderTests {
    struct Refusal: CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var offset: Int
    }

    static let refusals: [Refusal] = [
        Refusal(testDescription: "nothing at all", text: "", offset: 0),
        Refusal(testDescription: "text after the value", text: "{} x", offset: 3),
        Refusal(testDescription: "a second value", text: "1 2", offset: 2),
        Refusal(testDescription: "a byte order mark", text: "\u{FEFF}{}", offset: 0),
        Refusal(testDescription: "an object that does not end", text: "{\"a\": 1", offset: 7),
        Refusal(
            testDescription: "a comma before the end of an object", text: "{\"a\":1,}", offset: 7),
        Refusal(testDescription: "a comma before the end of an array", text: "[1,]", offset: 3),
        Refusal(testDescription: "a missing comma", text: "[1 2]", offset: 3),
        Refusal(testDescription: "a missing colon", text: "{\"a\" 1}", offset: 5),
        Refusal(testDescription: "a name without quotation marks", text: "{a: 1}", offset: 1),
        Refusal(testDescription: "single quotation marks", text: "'a'", offset: 0),
        Refusal(testDescription: "a name that stands twice", text: #"{"a":1,"a":2}"#, offset: 7),
        Refusal(
            testDescription: "a name that stands twice, once escaped",
            text: #"{"a":1,"\u0061":2}"#, offset: 7),
        Refusal(testDescription: "a comment", text: "// no\n1", offset: 0),
        Refusal(testDescription: "a word in capitals", text: "True", offset: 0),
        Refusal(testDescription: "a word cut short", text: "tru", offset: 0),
        Refusal(testDescription: "a number with a leading zero", text: "01", offset: 1),
        Refusal(testDescription: "a number with a plus", text: "+1", offset: 0),
        Refusal(testDescription: "a number that begins with a point", text: ".5", offset: 0),
        Refusal(testDescription: "a number that ends in a point", text: "1.", offset: 2),
        Refusal(testDescription: "an exponent without digits", text: "1e", offset: 2),
        Refusal(testDescription: "not a number", text: "NaN", offset: 0),
        Refusal(testDescription: "a string that does not end", text: "\"abc", offset: 4),
        Refusal(testDescription: "a string over two lines", text: "\"a\nb\"", offset: 2),
        Refusal(
            testDescription: "more than thirty combining marks in a row",
            text: "[\"a\(String(repeating: "\u{301}", count: 31))\"]", offset: 1),
        Refusal(
            testDescription: "more than thirty combining marks in a row, escaped",
            text: "[\"a\(String(repeating: #"\u0316"#, count: 31))\"]", offset: 1),
        Refusal(testDescription: "an unknown escape", text: #""\x41""#, offset: 1),
        Refusal(testDescription: "an escape cut short", text: #""\u12""#, offset: 5),
        Refusal(testDescription: "half a surrogate pair", text: #""\uD83D""#, offset: 1),
        Refusal(
            testDescription: "a pair whose second half is none", text: #""\uD83Dab""#, offset: 1),
        Refusal(testDescription: "the second half alone", text: #""\uDE00""#, offset: 1),
        Refusal(
            testDescription: "33 arrays in one another",
            text: String(repeating: "[", count: 33) + String(repeating: "]", count: 33),
            offset: 32),
        Refusal(
            testDescription: "a hundred thousand arrays, without a crash",
            text: String(repeating: "[", count: 100_000), offset: 32),
    ]

    @Test(arguments: refusals) func refuses(_ refusal: Refusal) {
        #expect {
            try JSONReader.read(Array(refusal.text.utf8))
        } throws: {
            ($0 as? JSONError)?.offset == refusal.offset
        }
    }

    @Test func readsEveryKindOfValueWithItsPlace() throws {
        let text = #" { "s" : "x" , "n":[ -0.50e+3 , true,false,null ] } "#
        guard case .object(let members) = try JSONReader.read(Array(text.utf8)).content,
            case .string("x") = members[0].value.content,
            case .array(let elements) = members[1].value.content,
            case .number("-0.50e+3") = elements[0].content,
            case .boolean(true) = elements[1].content, case .boolean(false) = elements[2].content,
            case .null = elements[3].content
        else {
            Issue.record("read as something else")
            return
        }
        #expect(members.map(\.name) == ["s", "n"])
        #expect(members.map(\.offset) == [3, 15])
        #expect(members[0].value.range == 9..<12)
        #expect(members[1].value.range == 19..<49)
        #expect(elements[3].range == 43..<47)
    }

    @Test func readsEscapesAndSurrogatePairs() throws {
        let text = #""\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00é😀\u0000""#
        guard case .string(let string) = try JSONReader.read(Array(text.utf8)).content else {
            Issue.record("not read as a string")
            return
        }
        #expect(Array(string.utf8) == Array("\"\\/\u{8}\u{C}\n\r\té😀é😀\0".utf8))
    }

    @Test func readsThirtyTwoArraysInOneAnother() throws {
        let text = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
        _ = try JSONReader.read(Array(text.utf8))
    }

    /// Whatever the bytes are, the reader comes to an end and does not crash.
    @Test func endsOnAlteredText() {
        let text = Array(#"{"a":["\u00e9\uD83D\uDE00",1.5e3,true,null,{"b":"c"}]}"#.utf8)
        for index in text.indices {
            for byte in UInt8.min...UInt8.max {
                var altered = text
                altered[index] = byte
                _ = try? JSONReader.read(altered)
            }
            _ = try? JSONReader.read(Array(text[..<index]))
        }
    }
}
