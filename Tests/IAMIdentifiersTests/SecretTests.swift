import IAMIdentifiers
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
