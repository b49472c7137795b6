import AWSWire
import HTTPTypes
import Testing

@testable import Server

@Suite struct SecurityHeadersTests {
    @Test func `every answer carries them, errors of the listener too`() async throws {
        for request in [
            lines("GET / HTTP/1.1", "Host: a", "", ""),
            lines("POST / HTTP/1.1", "Host: a", "Expect: x", "", ""),
            lines("GET /healthz HTTP/1.1", "Host: a", "", ""),
        ] {
            let answer = try await TestServer.answer(to: request).lowercased()
            for field in [
                "x-content-type-options: nosniff", "x-frame-options: deny",
                "cache-control: no-store",
                "content-security-policy: default-src 'none'; frame-ancestors 'none'",
                "referrer-policy: same-origin", "date: ",
            ] {
                #expect(answer.contains("\r\n\(field)"), "\(field)")
            }
            #expect(!answer.contains("\r\nserver:"))
        }
    }

    @Test(arguments: [
        ("id.example.com", true), ("10.0.0.1:8426", true), ("localhost.example", true),
        ("localhost", false), ("LOCALHOST:8426", false), ("1234.signin.localhost:8426", false),
    ])
    func `browsers are told to stay with TLS, but not for all servers of the machine`(
        _ host: String, _ isTold: Bool
    ) {
        var fields = HTTPFields()
        SecurityHeaders.add(to: &fields, isSecure: true, host: host)
        #expect((fields[.strictTransportSecurity] != nil) == isTold)
        fields = HTTPFields()
        SecurityHeaders.add(to: &fields, isSecure: false, host: host)
        #expect(fields[.strictTransportSecurity] == nil)
    }

    @Test func `an answer's own fields stand`() async throws {
        let answer = try await TestServer.answer(
            to: lines("GET / HTTP/1.1", "Host: a", "", "")
        ) { _ in
            WireResponse(
                status: 200,
                headers: [
                    "content-security-policy": "default-src 'self'",
                    "cache-control": "public, max-age=60",
                ])
        }.lowercased()
        #expect(answer.contains("content-security-policy: default-src 'self'\r\n"))
        #expect(answer.contains("cache-control: public, max-age=60\r\n"))
        #expect(!answer.contains("no-store") && !answer.contains("'none'"))
    }
}
