import Testing

@testable import AWSWire

@Suite struct SigV4CanonicalRequestTests {
    @Test func aRequestIsWrittenLineByLine() throws {
        var headers: WireHeaders = ["Host": "iam.amazonaws.com", "X-Note": "  two \t  words "]
        headers.add("X-Note", "again")
        headers.add("X-Empty", "")
        let request = WireRequest(
            method: "POST", path: "/a/../b%20c", query: "b=2&a=%7e&a=+", headers: headers)
        let bytes = try SigV4CanonicalRequest.bytes(
            request, query: SigV4Query(request.query), omitting: nil,
            signedHeaders: ["host", "x-empty", "x-note"], payloadHash: Array("hash".utf8))
        #expect(
            String(decoding: bytes, as: UTF8.self) == """
                POST
                /b%2520c
                a=%20&a=~&b=2
                host:iam.amazonaws.com
                x-empty:
                x-note:two words,again

                host;x-empty;x-note
                hash
                """)
    }

    @Test(arguments: [
        ("/", "/"), ("//", "/"), ("/a", "/a"), ("/a/", "/a/"), ("//a//b", "/a/b"), ("/./a", "/a"),
        ("/a/..", "/"), ("/a/../", "/"), ("/../../a", "/a"), ("/a/./b/../c", "/a/c"),
        ("/%2e%2E", "/%252e%252E"), ("/a%2Fb", "/a%252Fb"), ("/a+b=c:d@e", "/a%2Bb%3Dc%3Ad%40e"),
        ("/-._~", "/-._~"), ("/...", "/..."),
    ])
    func aPathIsNormalisedAndEncodedOnceMore(_ path: String, _ expected: String) throws {
        #expect(try canonicalPath(path) == expected)
    }

    @Test(arguments: ["", "a", "*", "http://a/", "/a b", "/é", "/\u{0}", "/a\nb"])
    func aPathIsOne(_ path: String) {
        #expect(throws: SignatureError.malformedPath) { try canonicalPath(path) }
    }

    @Test func aPathHasALimit() throws {
        let longest = "/" + String(repeating: "a", count: SigV4CanonicalRequest.pathLimit - 1)
        #expect(try canonicalPath(longest) == longest)
        #expect(throws: SignatureError.tooLarge("path")) { try canonicalPath(longest + "a") }
    }

    private func canonicalPath(_ path: String) throws -> String {
        let bytes = try SigV4CanonicalRequest.bytes(
            WireRequest(method: "GET", path: path), query: SigV4Query(""), omitting: nil,
            signedHeaders: [], payloadHash: [])
        return String(String(decoding: bytes, as: UTF8.self).split(separator: "\n")[1])
    }
}
