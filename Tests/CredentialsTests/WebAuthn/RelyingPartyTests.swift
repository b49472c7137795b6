import Credentials
import Testing

@Suite struct RelyingPartyTests {
    @Test(
        "browsers make credentials for names, over TLS or on localhost",
        arguments: [
            ("id.example.com", true, "id.example.com"), ("ID.Example.COM", true, "id.example.com"),
            ("localhost", false, "localhost"), ("LocalHost", false, "localhost"),
            ("localhost", true, "localhost"), ("intranet", true, "intranet"),
            ("xn--9d0bm53a3xbzui.example", true, "xn--9d0bm53a3xbzui.example"),
            ("0x.example", true, "0x.example"),
        ])
    func names(_ host: String, _ isSecure: Bool, _ id: String) throws {
        #expect(RelyingParty(host: host, isSecure: isSecure, port: 8426)?.id == id)
    }

    @Test(
        "there are none for addresses, for names without TLS, or for what is no name",
        arguments: [
            ("127.0.0.1", true), ("192.0.2.1", true), ("[::1]", true), ("::1", true),
            ("127.1", true), ("2130706433", true), ("0x7f.1", true), ("0x7f000001", true),
            ("a.0x7f", true), ("a.0x", true), ("example.1", true), ("id.example.com", false),
            ("a.localhost", false), ("", true), ("id.example.com.", true), (".example.com", true),
            ("a..example", true), ("a_b.example", true), ("a b.example", true),
            ("\u{212A}.example", true), ("예.example", true),
            (String(repeating: "a", count: 64) + ".example", true),
            (String(repeating: "a.", count: 127) + "aa", true),
        ])
    func noNames(_ host: String, _ isSecure: Bool) {
        #expect(RelyingParty(host: host, isSecure: isSecure, port: nil) == nil)
    }

    struct Case: CustomTestStringConvertible {
        var testDescription: String { "\(host) \(port.map(String.init) ?? "")" }
        var host = "id.example.com"
        var isSecure = true
        var port: Int?
        let allowed: [String]
        let refused: [String]
    }

    static let cases = [
        Case(
            allowed: [
                "https://id.example.com", "https://acme.signin.id.example.com",
                "https://123456789012.signin.id.example.com",
            ],
            refused: [
                "http://id.example.com", "https://id.example.com:443", "https://example.com",
                "https://acme.id.example.com", "https://signin.id.example.com",
                "https://.signin.id.example.com", "https://a.b.signin.id.example.com",
                "https://acme.signin.id.example.com:8443", "https://id.example.com/",
                "https://Acme.signin.id.example.com", "https://id.example.com.evil.example",
                "https://acme.signin.id.example.com.evil.example", "https://a@id.example.com",
                "https://a:b@.signin.id.example.com", "https://a/.signin.id.example.com",
                "https://\u{212A}.signin.id.example.com", "null", "", "https://",
                "https://" + String(repeating: "a", count: 64) + ".signin.id.example.com",
            ]),
        Case(
            port: 8443,
            allowed: ["https://id.example.com:8443", "https://a.signin.id.example.com:8443"],
            refused: [
                "https://id.example.com", "https://a.signin.id.example.com",
                "https://id.example.com:84430", "https://id.example.com:08443",
            ]),
        Case(
            port: 443, allowed: ["https://id.example.com"],
            refused: ["https://id.example.com:443"]),
        Case(
            host: "localhost", isSecure: false, port: 8426, allowed: ["http://localhost:8426"],
            refused: [
                "http://a.signin.localhost:8426", "https://localhost:8426", "http://localhost",
                "http://localhost:84260", "http://127.0.0.1:8426",
            ]),
        Case(
            host: "localhost", isSecure: false, port: 80, allowed: ["http://localhost"],
            refused: ["http://localhost:80"]),
    ]

    @Test(arguments: cases) func origins(_ c: Case) throws {
        let party = try #require(
            RelyingParty(host: c.host, isSecure: c.isSecure, port: c.port))
        for origin in c.allowed { #expect(party.allows(origin), "\(origin)") }
        for origin in c.refused { #expect(!party.allows(origin), "\(origin)") }
    }
}
