import IAMIdentifiers
import Testing

@Suite struct HexadecimalTests {
    @Test func everyByteComesBack() {
        let bytes = (0...255).map { UInt8($0) }
        let text = Hexadecimal.text(of: bytes)
        #expect(text.hasPrefix("000102030405060708090a0b0c0d0e0f10"))
        #expect(text.hasSuffix("fdfeff"))
        #expect(Hexadecimal.bytes(of: text) == bytes)
        #expect(Hexadecimal.bytes(of: "") == [])
    }

    @Test(arguments: ["0", "abc", "AB", "aB", "0g", "0x", " 0", "é", "+1"])
    func otherTextIsRefused(_ text: String) {
        #expect(Hexadecimal.bytes(of: text) == nil)
    }

    @Test func aDigitMayBeACapital() {
        #expect("09afAF".utf8.map(Hexadecimal.value) == [0, 9, 10, 15, 10, 15])
        #expect("/:@G`g".utf8.allSatisfy { Hexadecimal.value(of: $0) == nil })
    }
}
