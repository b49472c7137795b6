import IAMIdentifiers
import Testing

@Suite struct Base32Tests {
    /// RFC 4648, section 10.
    static let vectors = [
        ("", ""), ("f", "MY======"), ("fo", "MZXQ===="), ("foo", "MZXW6==="), ("foob", "MZXW6YQ="),
        ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI======"),
    ]

    @Test(arguments: vectors) func readsAndWritesTheRFCsExamples(_ plain: String, _ coded: String) {
        let unpadded = coded.replacing("=", with: "")
        #expect(Base32.encoded(plain.utf8) == unpadded)
        for text in [coded, unpadded, coded.lowercased(), unpadded.lowercased()] {
            #expect(Base32.decoded(text) == Array(plain.utf8))
        }
    }

    @Test func everyByteComesBack() {
        let bytes = (0...255).map { UInt8($0) }
        for length in 0...bytes.count {
            let part = Array(bytes.suffix(length))
            #expect(Base32.decoded(Base32.encoded(part)) == part)
        }
    }

    @Test(
        "padding that does not fit, bits that stand for nothing and other characters are refused",
        arguments: [
            "M", "MZX", "MZXW6Y", "MY=", "MY=====", "MY=======", "========", "MZXW6YTB========",
            "MZ", "MZXR", "MY======MY======", "MZXW 6YTB", "MZXW-6YTB", "MZXW6YT0", "MZXW6YT1",
            "MZXW6YT8", "MZXW6YTB\n", "ＭZXW6YTB", "é",
        ])
    func refused(_ text: String) {
        #expect(Base32.decoded(text) == nil)
    }
}
