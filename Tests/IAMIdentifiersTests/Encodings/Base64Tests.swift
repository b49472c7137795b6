import IAMIdentifiers
import Testing

@Suite struct Base64Tests {
    /// RFC 4648, section 10.
    static let vectors = [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
        ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ]

    @Test(arguments: vectors) func readsAndWritesTheRFCsExamples(_ plain: String, _ coded: String) {
        #expect(Base64.standard.encoded(Array(plain.utf8)) == coded)
        #expect(Base64.standard.decoded(coded) == Array(plain.utf8))
        let unpadded = coded.replacing("=", with: "")
        #expect(Base64.forURLs.encoded(Array(plain.utf8)) == unpadded)
        #expect(Base64.forURLs.decoded(unpadded) == Array(plain.utf8))
    }

    @Test func everyByteComesBack() {
        let bytes = (0...255).map { UInt8($0) }
        for length in 0...bytes.count {
            let part = Array(bytes.suffix(length))
            for base64 in [Base64.standard, .forURLs] {
                #expect(base64.decoded(base64.encoded(part)) == part)
                #expect(base64.isCanonical(base64.encoded(part)))
            }
        }
    }

    @Test func theAlphabetsDifferInTwoCharacters() {
        #expect(Base64.standard.encoded([0xFB, 0xFF]) == "+/8=")
        #expect(Base64.forURLs.encoded([0xFB, 0xFF]) == "-_8")
        #expect(Base64.forURLs.decoded("-_8") == [0xFB, 0xFF])
    }

    @Test(arguments: [
        "Z", "Zg", "Zg=", "Zg===", "Z===", "====", "Zh==", "Zm9=", "Zg==Zg==", "Z g=", "Zm9_",
        "Zm 9v", "Zm9v\n", "Z-_v", "é",
    ])
    func otherSpellingsAreRefused(_ text: String) {
        #expect(Base64.standard.decoded(text) == nil)
        #expect(!Base64.standard.isCanonical(text))
    }

    @Test(
        "for URLs padding, other alphabets and bits that stand for nothing are refused",
        arguments: ["Zg==", "+/8", "Z", "Zh", "Zm9", "Zm 9v", "é"])
    func refusedForURLs(_ text: String) {
        #expect(Base64.forURLs.decoded(text) == nil)
    }

    @Test(arguments: [
        "", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy", "+/Az", "09az",
    ])
    func isTheOneEncoding(_ text: String) {
        #expect(Base64.standard.isCanonical(text))
    }

    @Test func spareBitsMayBeSetWhereThatIsAccepted() {
        #expect(Base64.standard.decoded("Zh==", acceptsSpareBits: true) == Array("f".utf8))
        #expect(Base64.standard.decoded("Zm9=", acceptsSpareBits: true) == Array("fo".utf8))
        #expect(Base64.standard.decoded("Zg", acceptsSpareBits: true) == nil)
    }
}

extension Base64 {
    fileprivate func isCanonical(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return isCanonical(bytes.span)
    }
}
