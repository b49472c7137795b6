import Testing

@testable import IAMPolicy

/// RFC 4648, section 10, has the first cases.
@Suite struct Base64Tests {
    @Test(arguments: [
        ("", ""), ("Zg==", "f"), ("Zm8=", "fo"), ("Zm9v", "foo"), ("Zm9vYg==", "foob"),
        ("Zm9vYmE=", "fooba"), ("Zm9vYmFy", "foobar"),
    ])
    func reads(_ text: String, _ bytes: String) {
        #expect([UInt8](base64: text) == Array(bytes.utf8))
    }

    @Test func readsAllSixtyFourCharacters() {
        #expect([UInt8](base64: "+/Az") == [0xFB, 0xF0, 0x33])
    }

    @Test(arguments: ["Z", "Zg", "Zg=", "Z===", "====", "Zh==", "Zm9=", "Zm 9v", "Zm9v\n", "Z-_v"])
    func refusesWhatEncodingDoesNotGive(_ text: String) {
        #expect([UInt8](base64: text) == nil)
    }
}
