import AWSWire
import TestSupport
import Testing

@testable import Server

@Suite struct TurnsTests {
    private static func ask(_ path: String, from address: String, _ port: Int) async throws -> Bool
    {
        try await RawClient.exchange(
            "GET \(path) HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: \(address)\r\n\r\n",
            with: port
        ).hasPrefix("HTTP/1.1 204")
    }

    @Test("however many requests one address has, another's are answered meanwhile")
    func addresses() async throws {
        let (hold, clock) = (Signal(), TestClock())
        let proxy = try #require(IPNetwork("127.0.0.1"))
        try await TestServer.run(
            proxies: [proxy], elapsed: { clock.elapsed },
            handler: { request in
                if request.path == "/hold" { await hold.wait() }
                return WireResponse(status: 204)
            }
        ) { port, _ in
            #expect(try await Self.ask("/", from: "192.0.2.9", port))
            try await withThrowingTaskGroup(of: Bool.self) { group in
                defer { hold.open() }
                for _ in 0..<Listener.places * 2 {
                    group.addTask { try await Self.ask("/hold", from: "192.0.2.1", port) }
                }
                await hold.holds(Listener.places / 2)
                for _ in 0..<2 {
                    #expect(try await Self.ask("/", from: "192.0.2.9", port))
                    #expect(try await Self.ask("/healthz", from: "192.0.2.9", port) == false)
                }
                #expect(hold.heldCount == Listener.places / 2)
                hold.open()
                // What waits is done, and nothing was refused.
                for try await isAnswered in group { #expect(isAnswered) }
            }
            #expect(hold.heldCount == Listener.places * 2)
        }
    }
}
