import IAMIdentifiers
import Testing

@Suite struct PercentEncodingTests {
    @Test func everythingIsEncodedButLettersDigitsAndFourMarks() {
        #expect(PercentEncoding.encode("azAZ09-._~") == "azAZ09-._~")
        #expect(PercentEncoding.encode("a b+c/é%") == "a%20b%2Bc%2F%C3%A9%25")
        #expect(PercentEncoding.encode("a b+c/é%", allowing: "+/") == "a%20b+c/%C3%A9%25")
    }

    @Test func everyByteComesBack() {
        let bytes = (0...255).map { UInt8($0) }
        var encoded: [UInt8] = []
        for byte in bytes { PercentEncoding.append(byte, to: &encoded) }
        #expect(PercentEncoding.decoded(encoded) == bytes)
        #expect(PercentEncoding.decoded(encoded, plusIsSpace: true) == bytes)
    }

    @Test func aPlusIsASpaceWhereFormsAreRead() {
        #expect(PercentEncoding.decoded("a+%2b".utf8) == Array("a++".utf8))
        #expect(PercentEncoding.decoded("a+%2b".utf8, plusIsSpace: true) == Array("a +".utf8))
    }

    @Test(arguments: ["%", "%4", "a%", "%g0", "%0g", "%%41", "%é"])
    func anEscapeThatIsCutOffIsRefused(_ text: String) {
        #expect(PercentEncoding.decoded(text.utf8) == nil)
    }
}
