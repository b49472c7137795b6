import AWSWire
import TestRandom
import Testing

@Suite struct QueryFormTests {
    private func parse(_ text: String) throws(WireError) -> QueryForm {
        try QueryForm(parsing: Array(text.utf8))
    }

    @Test func pairsKeepTheirOrder() throws {
        let form = try parse("b=2&a=1&c=3")
        #expect(form.fields.map(\.name) == ["b", "a", "c"])
        #expect(form["a"] == "1")
        #expect(form["d"] == nil)
    }

    @Test func plusAndPercentAreDecodedInNamesAndValues() throws {
        let form = try parse("a+b=c%2Bd%20%ED%99%8D&%41=%e4%bd%a0")
        #expect(form["a b"] == "c+d 홍")
        #expect(form["A"] == "你")
    }

    @Test func aNameWithoutAValueIsEmptyAndOnlyTheFirstEqualsSignSeparates() throws {
        let form = try parse("a&&b=&c=d=e&")
        #expect(form.fields.count == 3)
        #expect(form["a"] == "")
        #expect(form["b"] == "")
        #expect(form["c"] == "d=e")
    }

    @Test(arguments: ["a=%", "a=%4", "a=%4G", "a=%G4", "%", "a=%%41", "a=%+1", "a=%-1"])
    func badPercentEncodingIsRefused(_ text: String) {
        #expect(throws: WireError.badPercentEncoding) { try parse(text) }
    }

    @Test(arguments: ["a=%FF", "a=%C0%80", "a=%ED%A0%80", "%F4%90%80%80=1", "a=%E4%BD"])
    func bytesThatAreNotUTF8AreRefused(_ text: String) {
        #expect(throws: WireError.invalidUTF8) { try parse(text) }
    }

    @Test func aRepeatedNameIsRefusedHoweverItIsSpelt() {
        #expect(throws: WireError.repeatedField(name: "Action")) { try parse("Action=a&Action=a") }
        #expect(throws: WireError.repeatedField(name: "Action")) {
            try parse("Action=a&%41ction=b")
        }
    }

    @Test func thereIsALimitToFields() throws {
        let fields = (1...QueryForm.maximumFields).map { "a\($0)=1" }.joined(separator: "&")
        #expect(try parse(fields).fields.count == QueryForm.maximumFields)
        #expect(throws: WireError.tooManyFields(limit: QueryForm.maximumFields)) {
            try parse(fields + "&b=1")
        }
    }

    @Test func thereIsALimitToCombiningMarks() throws {
        let marks = String(repeating: "%CC%81", count: 30)
        #expect(try parse("a=a\(marks)&b\(marks)=1").fields.count == 2)
        for text in ["a=a\(marks)%CC%96", "a\(marks)%CC%96=1", "a=\u{316}\(marks)"] {
            #expect(throws: WireError.tooManyMarks) { try parse(text) }
        }
    }

    @Test func thereIsALimitToNames() throws {
        let name = String(repeating: "a", count: QueryForm.maximumNameBytes)
        #expect(try parse("\(name)=1")[name] == "1")
        #expect(throws: WireError.nameTooLong(limit: QueryForm.maximumNameBytes)) {
            try parse("\(name)a=1")
        }
    }

    @Test func anyBytesGiveAFormOrAnError() {
        var random = TestSeed.generator()
        let alphabet = Array("ab=&%+.4G\u{0}\u{FF}é".utf8) + [0xFF, 0x80]
        for _ in 0..<3_000 {
            let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0
            }
            _ = try? QueryForm(parsing: bytes)
        }
    }
}
