import Testing

@testable import Server

@Suite struct ListenAddressTests {
    @Test(arguments: [
        ("127.0.0.1:8426", "127.0.0.1", 8_426, true), ("0.0.0.0:0", "0.0.0.0", 0, false),
        ("[::1]:80", "::1", 80, true), ("[::]:80", "::", 80, false),
        ("LocalHost:65535", "LocalHost", 65_535, true),
        ("id.example.com:1", "id.example.com", 1, false),
    ])
    func `reads a host and a port`(text: String, host: String, port: Int, isLoopback: Bool) throws {
        let address = try #require(ListenAddress(text))
        #expect(address == ListenAddress(host: host, port: port))
        #expect(address.isLoopback == isLoopback)
        #expect(address.description == text)
    }

    @Test(arguments: [
        "", "8426", ":8426", "localhost", "localhost:", "localhost:65536", "localhost:-1",
        "localhost:+1", "localhost:1a", "::1:80", "[::1]", "[127.0.0.1]:80", "[]:80", "a b:1",
        "[x]:1",
    ])
    func `refuses what is neither`(text: String) {
        #expect(ListenAddress(text) == nil)
    }
}
