import Operations
import Testing

@Suite struct IssuerURLTests {
    @Test("a URL has a host, a port and a path")
    func parts() throws {
        let plain = try #require(IssuerURL("https://id.example.com"))
        #expect(
            (plain.host, plain.port, plain.path, plain.hasPort) == (
                "id.example.com", 443, "", false
            ))
        let whole = try #require(IssuerURL("https://localhost:8443/realms/a:b%20/"))
        #expect((whole.host, whole.port, whole.path) == ("localhost", 8_443, "/realms/a:b%20/"))
        #expect(whole.hasPort)
        let address = try #require(IssuerURL("https://[::1]:9/x"))
        #expect((address.host, address.port, address.path) == ("[::1]", 9, "/x"))
    }

    @Test(
        "other text is no URL of an issuer",
        arguments: [
            "", "https://", "http://a", "https://a:", "https://a:0", "https://a:65536",
            "https://a:1x", "https://a:+1", "https://a b", "https://a/b c", "https://a?b",
            "https://a#b", "https://u@a", "https://[::1", "https://::1", "https://.a",
            "https://a\u{0}", "https://a/\n", "https://[::1]x",
        ])
    func refuses(_ text: String) {
        #expect(IssuerURL(text) == nil)
    }
}
