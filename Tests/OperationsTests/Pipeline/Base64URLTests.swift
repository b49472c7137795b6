import Testing

@testable import Operations

@Suite struct Base64URLTests {
    // RFC 4648, section 10, without padding; the last two are of the URL-safe alphabet.
    @Test(
        "text is encoded as the RFC's examples are, and read back",
        arguments: [
            ([], ""), (Array("f".utf8), "Zg"), (Array("fo".utf8), "Zm8"),
            (Array("foo".utf8), "Zm9v"),
            (Array("foob".utf8), "Zm9vYg"), (Array("fooba".utf8), "Zm9vYmE"),
            (Array("foobar".utf8), "Zm9vYmFy"), ([0xFB, 0xFF], "-_8"),
        ] as [([UInt8], String)])
    func examples(_ bytes: [UInt8], _ text: String) {
        #expect(Base64URL.encode(bytes) == text)
        #expect(Base64URL.decode(text) == bytes)
    }

    @Test(
        "padding, other alphabets and bits that stand for nothing are refused",
        arguments: [
            "Zg==", "+/8", "Z", "Zh", "Zm9", "Zm 9v", "é",
        ])
    func refused(_ text: String) {
        #expect(Base64URL.decode(text) == nil)
    }
}
