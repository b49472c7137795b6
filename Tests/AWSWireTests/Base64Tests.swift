import AWSWire
import Testing

@Suite struct Base64Tests {
    /// RFC 4648, section 10.
    static let vectors = [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
        ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ]

    @Test(arguments: vectors) func readsAndWritesTheRFCsExamples(_ plain: String, _ coded: String) {
        #expect(Base64.encoded(Array(plain.utf8)) == coded)
        #expect(Base64.decoded(coded) == Array(plain.utf8))
    }

    @Test func everyByteComesBack() {
        let bytes = (0...255).map { UInt8($0) }
        for length in 0...bytes.count {
            let part = Array(bytes.suffix(length))
            #expect(Base64.decoded(Base64.encoded(part)) == part)
        }
    }

    @Test(arguments: [
        "Z", "Zg", "Zg=", "Zg===", "Z===", "====", "Zh==", "Zm9=", "Zg==Zg==", "Z g=", "Zm9_",
    ])
    func otherSpellingsAreRefused(_ text: String) {
        #expect(Base64.decoded(text) == nil)
    }
}
