import AWSWire
import Testing

@testable import Server

@Suite struct RequestTargetTests {
    struct Case: CustomTestStringConvertible {
        var target: String
        var host: String?
        var path: String
        var query = ""
        var testDescription: String { target }
    }

    static let cases = [
        Case(target: "/", path: "/"),
        Case(target: "/a%2Fb?c=d?e", path: "/a%2Fb", query: "c=d?e"),
        Case(target: "//evil.example/a", path: "//evil.example/a"),
        Case(target: "/http://evil.example/", path: "/http://evil.example/"),
        Case(target: "http://A:1/b?c", host: "a", path: "/b", query: "c"),
        Case(target: "HTTPS://a", host: "a", path: "/"),
        Case(target: "http://a?b/c", host: "a", path: "/", query: "b/c"),
        Case(target: "http://[::1]:1//a", host: "[::1]", path: "//a"),
    ]

    @Test(arguments: cases) func `a target is a path, with a host or without`(_ c: Case) throws {
        let target = try #require(RequestTarget(c.target))
        #expect(target.authority?.host == c.host)
        #expect(target.path == c.path)
        #expect(target.query == c.query)
    }

    @Test(arguments: [
        "", "*", "a", "?a", "a:443", "http:/a", "http:a", "http://", "http:///a", "http://?a",
        "http://a@b/", "http://a:b/", "http://a\\b/", "http://a#b/", "ws://a/", "hTTp;//a/",
        "http\u{212A}://a/", "\u{301}/a", "HTTP:\u{F}\u{F}a",
    ])
    func `what is neither is none`(_ text: String) {
        #expect(RequestTarget(text) == nil)
    }
}
