import AWSWire
import Testing

@testable import Server

@Suite struct ListenerTests {
    /// Requests that no client of ours would send, and how each is answered.
    struct Malformed: CustomTestStringConvertible {
        var testDescription: String
        var request: String
        var status: Int
    }

    static let malformed = [
        Malformed(testDescription: "not HTTP at all", request: "hello\r\n\r\n", status: 400),
        Malformed(
            testDescription: "two lengths", status: 400,
            "POST / HTTP/1.1", "Host: a", "Content-Length: 1", "Content-Length: 2", "", "x"),
        Malformed(
            testDescription: "a length and chunks", status: 400,
            "POST / HTTP/1.1", "Host: a", "Content-Length: 1", "Transfer-Encoding: chunked", "",
            "0", "", ""),
        Malformed(
            testDescription: "a length that is no number", status: 400,
            "POST / HTTP/1.1", "Host: a", "Content-Length: -1", "", ""),
        Malformed(
            testDescription: "a space in a header's name", status: 400,
            "GET / HTTP/1.1", "Host: a", "Odd Name: b", "", ""),
        Malformed(
            testDescription: "a bad chunk", status: 400,
            "POST / HTTP/1.1", "Host: a", "Transfer-Encoding: chunked", "", "zz", "", ""),
        Malformed(
            testDescription: "two hosts", status: 400,
            "GET / HTTP/1.1", "Host: a", "Host: b", "", ""),
        Malformed(
            testDescription: "no host in HTTP/1.1", status: 400, "GET / HTTP/1.1", "", ""),
        Malformed(
            testDescription: "no host in HTTP/1.1, of those who ask for health", status: 400,
            "GET /healthz HTTP/1.1", "", ""),
        Malformed(
            testDescription: "no host in HTTP/1.0", status: 400, "GET / HTTP/1.0", "", ""),
        Malformed(
            testDescription: "an empty host", status: 400, "GET / HTTP/1.1", "Host:", "", ""),
        Malformed(
            testDescription: "an empty host in HTTP/1.0", status: 400,
            "GET /healthz HTTP/1.0", "Host: ", "", ""),
        Malformed(
            testDescription: "a host that is none", status: 400,
            "GET / HTTP/1.1", "Host: a/b", "", ""),
        Malformed(
            testDescription: "a host with user information", status: 400,
            "GET / HTTP/1.1", "Host: a@b", "", ""),
        Malformed(
            testDescription: "a target that names another host than the field", status: 400,
            "GET http://b/ HTTP/1.1", "Host: a", "", ""),
        Malformed(
            testDescription: "a target that names another port than the field", status: 400,
            "GET http://a:1/ HTTP/1.1", "Host: a", "", ""),
        Malformed(
            testDescription: "a target that names a host, and no field that does", status: 400,
            "POST http://a/dev/reset HTTP/1.0", "Content-Length: 0", "", ""),
        Malformed(
            testDescription: "a target of another scheme", status: 400,
            "GET ftp://a/ HTTP/1.1", "Host: a", "", ""),
        Malformed(
            testDescription: "a target with a scheme and no host", status: 400,
            "GET http:///a HTTP/1.1", "Host: a", "", ""),
        Malformed(
            testDescription: "the target of a tunnel", status: 400,
            "CONNECT a:443 HTTP/1.1", "Host: a:443", "", ""),
        Malformed(
            testDescription: "a target that is no path", status: 400,
            "OPTIONS * HTTP/1.1", "Host: a", "", ""),
        Malformed(
            testDescription: "an expectation not understood", status: 417,
            "POST / HTTP/1.1", "Host: a", "Content-Length: 0", "Expect: miracles", "", ""),
        Malformed(
            testDescription: "header fields beyond the limit", status: 400,
            "GET / HTTP/1.1", "Host: a", "X: \(String(repeating: "x", count: 70_000))", "", ""),
        Malformed(
            testDescription: "a target beyond the limit", status: 400,
            "GET /\(String(repeating: "x", count: 70_000)) HTTP/1.1", "Host: a", "", ""),
        Malformed(
            testDescription: "more than thirty combining marks in a row in a header field",
            status: 400, "GET / HTTP/1.1", "Host: a",
            "Cookie: a\(String(repeating: "\u{301}", count: 31))=b", "", ""),
        Malformed(
            testDescription: "more header fields than the limit",
            request: "GET / HTTP/1.1\r\n" + String(repeating: "X: y\r\n", count: 101) + "\r\n",
            status: 400),
    ]

    @Test("what is malformed is refused before the handler sees it", arguments: malformed)
    func malformedRequest(_ c: Malformed) async throws {
        let answer = try await TestServer.answer(to: c.request) { request in
            Issue.record("the handler was called for \(request.method) \(request.path)")
            return WireResponse(status: 200)
        }
        #expect(answer.hasPrefix("HTTP/1.1 \(c.status) "), "\(answer)")
    }

    @Test func `path and query arrive as they were sent`() async throws {
        let answer = try await TestServer.answer(
            to: lines("GET /a%2Fb/../c//%e9?x=%7e&&y=a+b%20c?d HTTP/1.1", "Host: a", "", ""))
        #expect(answer.contains("GET /a%2Fb/../c//%e9 ?x=%7e&&y=a+b%20c?d\n"))
    }

    @Test func `a target with scheme and host is taken for its path`() async throws {
        let answer = try await TestServer.answer(
            to: lines("GET http://a/b%2Fc?d=%7e HTTP/1.1", "Host: a", "", ""))
        #expect(answer.contains("GET /b%2Fc ?d=%7e\n"))
    }

    @Test func `a target with a host alone asks for the first page`() async throws {
        let answer = try await TestServer.answer(
            to: lines("GET HTTP://a?b HTTP/1.1", "Host: A", "", ""))
        #expect(answer.contains("GET / ?b\n"))
    }

    @Test func `whoever speaks HTTP/1.0 may ask for health without a host`() async throws {
        let answer = try await TestServer.answer(to: lines("GET /healthz HTTP/1.0", "", ""))
        #expect(answer.hasPrefix("HTTP/1.1 200 OK") && answer.hasSuffix("ok\n"))
    }

    @Test func `repeated header fields arrive apart and in order`() async throws {
        let answer = try await TestServer.answer(
            to: lines(
                "GET / HTTP/1.1", "X-B: 2", "Host: a:1", "X-A: 1", "x-b:  3 ,4 ",
                "Cookie: a=1; b=2",
                "", ""))
        #expect(answer.contains("host=a:1\nx-b=2\nx-a=1\nx-b=3 ,4\ncookie=a=1; b=2\n"))
    }

    @Test func `a chunked body arrives whole`() async throws {
        let answer = try await TestServer.answer(
            to: lines(
                "POST / HTTP/1.1", "Host: a", "Transfer-Encoding: chunked", "", "3", "abc", "2",
                "de", "0", "", ""))
        #expect(answer.hasSuffix("body 5 abcde"))
    }

    @Test func `a body of the limit is taken and one byte more is refused`() async throws {
        var limits = Limits()
        limits.bodyBytes = 2_000
        func request(_ length: Int) -> String {
            lines("POST / HTTP/1.1", "Host: a", "Content-Length: \(length)", "")
                + "\r\n" + String(repeating: "x", count: length)
        }
        let taken = try await TestServer.answer(to: request(2_000), limits: limits)
        #expect(taken.contains("body 2000 x"))
        let refused = try await TestServer.answer(to: request(2_001), limits: limits)
        #expect(refused.hasPrefix("HTTP/1.1 413 "))
        #expect(refused.contains("<Message>The request body is longer than 2000 bytes.</Message>"))
    }

    @Test func `a chunked body beyond the limit is refused`() async throws {
        var limits = Limits()
        limits.bodyBytes = 1_024
        let chunk = "200\r\n" + String(repeating: "x", count: 512) + "\r\n"
        let answer = try await TestServer.answer(
            to: lines("POST / HTTP/1.1", "Host: a", "Transfer-Encoding: chunked", "", "")
                + String(repeating: chunk, count: 3) + "0\r\n\r\n",
            limits: limits)
        #expect(answer.hasPrefix("HTTP/1.1 413 "))
    }

    @Test func `a client that asks first is told to send its body`() async throws {
        let answer = try await TestServer.run { port, _ in
            try await RawClient.connect(to: port) { client in
                try client.send(
                    lines(
                        "POST / HTTP/1.1", "Host: a", "Content-Length: 2", "Expect: 100-continue",
                        "", ""))
                let first = try client.read(until: "\r\n\r\n")
                try client.send("ok")
                client.finish()
                return try first + client.readAll()
            }
        }
        #expect(answer.hasPrefix("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n"))
        #expect(answer.hasSuffix("body 2 ok"))
    }

    @Test func `requests sent at once on one connection are answered in order`() async throws {
        let answer = try await TestServer.answer(
            to: lines("GET /1 HTTP/1.1", "Host: a", "", "")
                + lines("POST /2 HTTP/1.1", "Host: a", "Content-Length: 3", "", "abc")
                + lines("GET /3 HTTP/1.1", "Host: a", "", ""))
        let order = answer.split(whereSeparator: \.isNewline).filter { $0.contains(" ?") }
        #expect(order == ["GET /1 ?", "POST /2 ?", "GET /3 ?"])
    }

    @Test func `HEAD has the length of the body and no body`() async throws {
        let answer = try await TestServer.answer(
            to: lines("HEAD / HTTP/1.1", "Host: a", "", "")
        ) { _ in
            WireResponse(status: 200, body: Array("hello".utf8))
        }
        #expect(
            answer.contains("content-length: 5\r\n") || answer.contains("Content-Length: 5\r\n"))
        #expect(answer.hasSuffix("\r\n\r\n"))
    }

    @Test func `an answer without content has neither body nor length`() async throws {
        let answer = try await TestServer.answer(
            to: lines("GET / HTTP/1.1", "Host: a", "", "")
        ) { _ in WireResponse(status: 204) }
        #expect(answer.hasPrefix("HTTP/1.1 204 "))
        #expect(!answer.lowercased().contains("content-length"))
    }

    @Test func `a header value cannot begin another header`() async throws {
        let answer = try await TestServer.answer(
            to: lines("GET / HTTP/1.1", "Host: a", "", "")
        ) { _ in
            WireResponse(status: 302, headers: ["location": "/a\r\nset-cookie: b=c"])
        }
        #expect(!answer.lowercased().contains("\nset-cookie"))
    }

    @Test func `an offer to change protocols is passed over`() async throws {
        let answer = try await TestServer.answer(
            to: lines(
                "GET /x HTTP/1.1", "Host: a", "Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c",
                "HTTP2-Settings: AAMAAABk", "", ""))
        #expect(answer.hasPrefix("HTTP/1.1 200 OK"))
    }
}

/// Lines as HTTP ends them.
func lines(_ lines: String...) -> String { lines.joined(separator: "\r\n") }

extension ListenerTests.Malformed {
    init(testDescription: String, status: Int, _ lines: String...) {
        self.init(
            testDescription: testDescription, request: lines.joined(separator: "\r\n"),
            status: status)
    }
}
