import AWSWire
import TestRandom
import Testing

@Suite struct AuthorityTests {
    @Test(
        arguments: [
            ("id.example.com", "id.example.com", nil),
            ("ID.Example.com:8426", "id.example.com", 8_426),
            ("my_service:80", "my_service", 80), ("127.0.0.1:1", "127.0.0.1", 1),
            ("[::1]", "[::1]", nil), ("[FE80::1]:443", "[fe80::1]", 443), ("a.", "a.", nil),
        ] as [(String, String, UInt16?)])
    func `a host and a port are read`(_ text: String, _ host: String, _ port: UInt16?) {
        #expect(Authority(text)?.host == host)
        #expect(Authority(text)?.port == port)
    }

    @Test(
        arguments: [
            "", ":80", "a:", "a:b", "a:-1", "a:65536", "a:+1", "a:1:2", "a b", "a/b", "a@b", "a,b",
            "a?b", "a#b", "a%20b", "a\u{0}", "caf\u{E9}", "\u{212A}", "::1", "[]", "[::1", "[::1]1",
            "[::1]a:1", "[a]", "[::1%eth0]", "[::1\u{212A}]",
        ])
    func `what is no host is not read`(_ text: String) {
        #expect(Authority(text) == nil)
    }

    @Test func `a host of 254 bytes is read and one byte more is not`() {
        #expect(Authority(String(repeating: "a", count: 254) + ":65535") != nil)
        #expect(Authority(String(repeating: "a", count: 255)) == nil)
        #expect(Authority(String(repeating: "a", count: 100_000)) == nil)
    }

    @Test func `whatever is read is written in lower case and read again`() {
        var random = TestSeed.generator()
        let alphabet = Array("aZ9-._:[]@/%\u{212A}\u{301} ".unicodeScalars)
        for _ in 0..<20_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 0..<8, using: &random) {
                text.append(alphabet.randomElement(using: &random)!)  // it is not empty
            }
            guard let read = Authority(String(text)) else { continue }
            let written = read.port.map { "\(read.host):\($0)" } ?? read.host
            #expect(Authority(written) == read)
            #expect(written.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A ~= $0) })
        }
    }
}
