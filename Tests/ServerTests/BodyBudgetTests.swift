import AWSWire
import IAMIdentifiers
import Testing

@testable import Server

@Suite struct BodyBudgetTests {
    private let office = IPAddress("192.0.2.1")!  // an address

    private func budget(_ bytes: Int, body: Int = 20_000) -> BodyBudget {
        var limits = Limits()
        limits.bodiesBytes = bytes
        limits.bodyBytes = body
        return BodyBudget(limits)
    }

    @Test func `all together have the budget and not one byte more`() throws {
        let budget = budget(100_000, body: 60_000)
        var first = BodyBudget.Share(of: budget, for: nil)
        var second = BodyBudget.Share(of: budget, for: nil)
        try first.grow(to: 60_000)
        #expect(throws: Refusal.noRoom) { try second.grow(to: 40_001) }
        try second.grow(to: 40_000)
        #expect(budget.taken == 100_000)
        first.end()
        second.end()
        #expect(budget.taken == 0)
    }

    @Test func `one address has a quarter, and another still gets its own`() throws {
        let budget = budget(100_000)
        var first = BodyBudget.Share(of: budget, for: office)
        try first.grow(to: 20_000)
        var second = BodyBudget.Share(of: budget, for: office)
        #expect(throws: Refusal.noRoom) { try second.grow(to: 20_000) }
        var other = BodyBudget.Share(of: budget, for: IPAddress("192.0.2.2"))
        try other.grow(to: 20_000)
        first.end()
        try second.grow(to: 20_000)
    }

    @Test func `short bodies are let in when the budget is used up`() throws {
        let budget = budget(20_000)
        var long = BodyBudget.Share(of: budget, for: nil)
        try long.grow(to: 20_000)
        var short = BodyBudget.Share(of: budget, for: office)
        try short.grow(to: BodyBudget.small)
        #expect(throws: Refusal.noRoom) { try short.grow(to: BodyBudget.small + 1) }
    }

    @Test func `a share grows, is counted once and ends once`() throws {
        let budget = budget(100_000, body: 60_000)
        var share = BodyBudget.Share(of: budget, for: office)
        for count in [10_000, 20_000, 30_000, 25_000] { try share.grow(to: count) }
        #expect(budget.taken == 30_000)
        share.end()
        share.end()
        #expect(budget.taken == 0)
    }

    @Test func `a body of the longest fits, however small the budget`() throws {
        let budget = budget(1_024, body: 50_000)
        var share = BodyBudget.Share(of: budget, for: office)
        try share.grow(to: 50_000)
    }

    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var fields: String
        var body: String
    }

    private static let long = String(repeating: "x", count: 30_000)

    static let cases = [
        Case(
            testDescription: "a body whose length is said", fields: "Content-Length: 30000",
            body: long),
        Case(
            testDescription: "a body in chunks", fields: "Transfer-Encoding: chunked",
            body: "7530\r\n\(long)\r\n0\r\n\r\n"),
    ]

    /// While the first request is being answered its body counts; so the second is refused, and on
    /// the same connection answered afterwards.
    @Test(arguments: cases) func `beyond the budget a request is refused`(_ c: Case) async throws {
        var limits = Limits()
        limits.bodyBytes = 40_000
        limits.bodiesBytes = 40_000
        let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
        let (releases, release) = AsyncStream.makeStream(of: Void.self)
        let handler: Listener.Handler = { request in
            guard request.path == "/first" else { return WireResponse(status: 200) }
            arrived.yield()
            await releases.first { true }
            return WireResponse(status: 200)
        }
        @Sendable func request(_ path: String) -> String {
            "POST \(path) HTTP/1.1\r\nHost: a\r\n\(c.fields)\r\n\r\n\(c.body)"
        }
        try await TestServer.run(limits: limits, handler: handler) { port, _ in
            async let first = RawClient.connect(to: port) { client in
                try client.send(request("/first"))
                return try client.read(until: "\r\n\r\n")
            }
            await arrivals.first { true }
            try await RawClient.connect(to: port) { client in
                try client.send(request("/second"))
                let refused = try client.read(until: "</ErrorResponse>")
                #expect(refused.hasPrefix("HTTP/1.1 503 "))
                #expect(
                    refused.contains(
                        "<Type>Receiver</Type><Code>ServiceUnavailable</Code>"))
                try client.send(
                    lines("POST /short HTTP/1.1", "Host: a", "Content-Length: 1", "", "x"))
                #expect(try client.read(until: "\r\n\r\n").contains("HTTP/1.1 200 "))
            }
            release.yield()
            #expect(try await first.hasPrefix("HTTP/1.1 200 "))
            let again = try await RawClient.connect(to: port) { client in
                try client.send(request("/third"))
                return try client.read(until: "\r\n\r\n")
            }
            #expect(again.hasPrefix("HTTP/1.1 200 "))
        }
    }

    @Test func `a body that there is no room for is not asked for`() async throws {
        var limits = Limits()
        limits.bodyBytes = 40_000
        limits.bodiesBytes = 40_000
        let (releases, release) = AsyncStream.makeStream(of: Void.self)
        let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
        let handler: Listener.Handler = { _ in
            arrived.yield()
            await releases.first { true }
            return WireResponse(status: 200)
        }
        try await TestServer.run(limits: limits, handler: handler) { port, _ in
            async let first = RawClient.exchange(
                lines("POST / HTTP/1.1", "Host: a", "Content-Length: 30000", "", Self.long),
                with: port)
            await arrivals.first { true }
            let second = try await RawClient.connect(to: port) { client in
                try client.send(
                    lines(
                        "POST / HTTP/1.1", "Host: a", "Content-Length: 30000",
                        "Expect: 100-continue", "", ""))
                return try client.read(until: "</ErrorResponse>")
            }
            release.yield()
            #expect(second.hasPrefix("HTTP/1.1 503 "))
            #expect(try await first.hasPrefix("HTTP/1.1 200 "))
        }
    }
}
