import AWSWire
import TestRandom
import Testing

@testable import Server

/// Bytes that no one meant to send.
@Suite struct ListenerFuzzTests {
    private static let valid = lines(
        "POST /a%20b?c=d HTTP/1.1", "Host: a", "X-Forwarded-For: 1.2.3.4", "Expect: 100-continue",
        "Transfer-Encoding: chunked", "", "3", "abc", "0", "", "")

    @Test func `a valid request with bytes changed is answered or closed`() async throws {
        var random = TestSeed.generator()
        var requests: [String] = []
        for _ in 0..<200 {
            var bytes = Array(Self.valid.utf8)
            for _ in 0...Int.random(in: 0..<4, using: &random) {
                let index = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[index] = UInt8.random(in: 0...127, using: &random)
                case 1: bytes.remove(at: index)
                default: bytes.insert(UInt8.random(in: 0...127, using: &random), at: index)
                }
            }
            requests.append(String(decoding: bytes, as: UTF8.self))
        }
        try await TestServer.run { [requests] port, _ in
            for request in requests {
                let answer = try await RawClient.exchange(request, with: port)
                #expect(
                    answer.isEmpty || answer.hasPrefix("HTTP/1.1 "), "\(request.debugDescription)")
            }
            // It still serves.
            let last = try await RawClient.exchange(
                lines("GET /healthz HTTP/1.1", "Host: a", "", ""), with: port)
            #expect(last.hasSuffix("ok\n"))
        }
    }
}
