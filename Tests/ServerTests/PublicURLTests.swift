import Testing

@testable import Server

@Suite struct PublicURLTests {
    @Test(arguments: [
        ("https://ID.example.com", "https://id.example.com"),
        ("https://id.example.com:443/", "https://id.example.com"),
        ("http://id.example.com:8080", "http://id.example.com:8080"),
        ("http://[::1]:8426", "http://[::1]:8426"), ("http://[::1]", "http://[::1]"),
    ])
    func `is printed in its shortest form`(text: String, expected: String) throws {
        #expect(try #require(PublicURL(text)).description == expected)
    }

    @Test(arguments: [
        "", "id.example.com", "ftp://id.example.com", "https://", "https://a/b", "https://a?b",
        "https://u:p@a", "https://a:0", "https://a:x", "https://a\"b", "https://a//",
    ])
    func `refuses what is more or less than a host`(text: String) {
        #expect(PublicURL(text) == nil)
    }
}
