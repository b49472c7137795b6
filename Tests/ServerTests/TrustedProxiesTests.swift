import AWSWire
import Testing

@testable import Server

@Suite struct TrustedProxiesTests {
    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var peer = "10.0.0.1"
        var forwardedFor: [String] = []
        var proto: [String] = []
        var address: String
        var isSecure = false
    }

    static let cases = [
        Case(
            testDescription: "an unknown peer's word counts for nothing", peer: "198.51.100.7",
            forwardedFor: ["203.0.113.9"], proto: ["https"], address: "198.51.100.7"),
        Case(
            testDescription: "a trusted peer names the client", forwardedFor: ["203.0.113.9"],
            proto: ["https"], address: "203.0.113.9", isSecure: true),
        Case(
            testDescription: "a trusted peer that names no one is the client", address: "10.0.0.1"),
        Case(
            testDescription: "what the client itself put before is passed over",
            forwardedFor: ["127.0.0.1, 203.0.113.9"], address: "203.0.113.9"),
        Case(
            testDescription: "further trusted hops are passed over",
            forwardedFor: ["1.2.3.4, 203.0.113.9,10.9.9.9", "10.0.0.2"], address: "203.0.113.9"),
        Case(
            testDescription: "when every hop is trusted the farthest is the client",
            forwardedFor: ["10.0.0.3, 10.0.0.2"], address: "10.0.0.3"),
        Case(
            testDescription: "a hop that is no address ends the search",
            forwardedFor: ["203.0.113.9, unknown, 10.0.0.2"], address: "10.0.0.2"),
        Case(
            testDescription: "an empty element is no address",
            forwardedFor: ["203.0.113.9,"], address: "10.0.0.1"),
        Case(
            testDescription: "an IPv6 client", forwardedFor: ["2001:DB8::1"],
            address: "2001:db8::1"),
        Case(
            testDescription: "a trusted IPv4 peer on an IPv6 socket", peer: "::ffff:10.0.0.1",
            forwardedFor: ["203.0.113.9"], address: "203.0.113.9"),
        Case(
            testDescription: "the nearest proxy's protocol is the one that counts",
            proto: ["https, http"], address: "10.0.0.1"),
    ]

    @Test(arguments: cases) func client(_ c: Case) throws {
        var headers: WireHeaders = [:]
        for value in c.forwardedFor { headers.add("X-Forwarded-For", value) }
        for value in c.proto { headers.add("X-Forwarded-Proto", value) }
        let proxies = TrustedProxies([try #require(IPNetwork("10.0.0.0/8"))])
        let client = proxies.client(peer: c.peer, isSecure: false, headers: headers)
        #expect(client == TrustedProxies.Client(address: c.address, isSecure: c.isSecure))
    }

    @Test func `the listener asks its proxies about each request`() async throws {
        let request = lines(
            "GET / HTTP/1.1", "Host: a", "X-Forwarded-For: 203.0.113.9",
            "X-Forwarded-Proto: https", "", "")
        let trusted = try #require(IPNetwork("127.0.0.1"))
        let answer = try await TestServer.answer(to: request, proxies: [trusted])
        #expect(answer.contains("from 203.0.113.9 secure true"))
        #expect(answer.lowercased().contains("strict-transport-security: max-age="))
        let other = try await TestServer.answer(to: request)
        #expect(other.contains("from 127.0.0.1 secure false"))
        #expect(!other.lowercased().contains("strict-transport-security"))
    }
}
