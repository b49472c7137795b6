import Testing

@testable import AWSWire

@Suite struct SigV4QueryTests {
    @Test(arguments: [
        ("", ""), ("a=1&b=2", "a=1&b=2"), ("b=2&a=1", "a=1&b=2"), ("a=2&a=1&a=", "a=&a=1&a=2"),
        ("a", "a="), ("=a", "=a"), ("a=b=c", "a=b%3Dc"), ("&", "=&="), ("a=1&", "=&a=1"),
        ("a+b=%2B", "a%20b=%2B"), ("%41=%7e%2f", "A=~%2F"), ("a=%ED%99%8D", "a=%ED%99%8D"),
        ("a=!*'()", "a=%21%2A%27%28%29"), ("a-=1&a=2", "a=2&a-=1"), ("a=&A=", "A=&a="),
        ("a=%FF%00", "a=%FF%00"),
    ])
    func pairsAreEncodedAlikeAndSorted(_ query: String, _ expected: String) throws {
        var bytes: [UInt8] = []
        try SigV4Query(query).append(to: &bytes, omitting: nil)
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }

    @Test func aParameterCanBeLeftOut() throws {
        var bytes: [UInt8] = []
        try SigV4Query("s=1&a=2&s=3").append(to: &bytes, omitting: "s")
        #expect(String(decoding: bytes, as: UTF8.self) == "a=2")
    }

    @Test(arguments: ["%", "a=%4", "a=%4g", "%zz", "a=%%", "a b", "é", "a=\u{0}", "a\n", "\u{7F}"])
    func whatNoURLMayContainIsRefused(_ query: String) {
        #expect(throws: SignatureError.malformedQuery) { try SigV4Query(query) }
    }

    @Test func aQueryHasALimit() throws {
        let longest = String(repeating: "a", count: SigV4Query.limit)
        _ = try SigV4Query(longest)
        #expect(throws: SignatureError.tooLarge("query")) { try SigV4Query(longest + "&") }
        let most = String(repeating: "&", count: SigV4Query.pairLimit - 1)
        _ = try SigV4Query(most)
        #expect(throws: SignatureError.tooLarge("query")) { try SigV4Query(most + "&") }
    }

    @Test func valuesAreDecoded() throws {
        let query = try SigV4Query("a=%2Fb%ED%99%8D+c&b=1&b=2&c=%FF")
        #expect(try query.value("a") == "/b홍 c")
        #expect(try query.value("x") == nil)
        #expect(throws: SignatureError.repeated("b")) { try query.value("b") }
        #expect(throws: SignatureError.malformedQuery) { try query.value("c") }
    }
}
