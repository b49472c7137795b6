@testable import IAMIdentifiers
import Testing

@Suite struct SecretTests {
    private struct Holder {
        let name = "alice"
        let password = Secret("hunter2")
    }

    @Test func aSecretIsNotPrintedByAnyRoad() {
        let secret = Secret("hunter2")
        var dumped = ""
        dump(Holder(), to: &dumped)
        let printed = [
            "\(secret)", String(describing: secret), String(reflecting: secret), dumped,
            "\(Holder())", String(reflecting: [secret]),
        ]
        for text in printed { #expect(!text.contains("hunter2")) }
        #expect(secret.reveal() == "hunter2")
    }

    @Test(arguments: [
        ("", "", true), ("a", "a", true), ("a", "b", false), ("a", "ab", false),
        ("abc", "abd", false), ("é", "e\u{301}", false),
    ])
    func secretsAreEqualByteForByte(_ left: String, _ right: String, _ equal: Bool) {
        #expect((Secret(left) == Secret(right)) == equal)
    }
}

@Suite struct SecretBytesTests {
    @Test(arguments: [0, 1, 31, 128, 129, 5_000])
    func aSecretComesBackWhole(_ count: Int) {
        let text = String(repeating: "é", count: count / 2) + (count % 2 == 0 ? "" : "x")
        #expect(Secret(text).reveal() == text)
        #expect(Secret(text).byteCount == count)
    }

    @Test func theMemoryOfASecretIsClearedWithItsLastCopy() {
        let text = "correct horse battery staple"
        func heldBytes() -> UnsafeRawBufferPointer {
            let secret = SecretBytes(text)
            let bytes = secret.bytes
            let copy = [secret]
            #expect(withExtendedLifetime(copy) { bytes.elementsEqual(text.utf8) })
            return bytes
        }
        // The place stays readable; another test's secret may stand there by now.
        let bytes = heldBytes()
        #expect(!bytes.elementsEqual(text.utf8))
    }

    @Test func manySecretsAtOnceFindRoom() {
        let secrets = (0..<5_000).map { Secret("secret \($0)") }
        #expect(secrets.enumerated().allSatisfy { $1.reveal() == "secret \($0)" })
        let more = (0..<5_000).map { Secret("another \($0)") }
        #expect(more.enumerated().allSatisfy { $1.reveal() == "another \($0)" })
    }
}
