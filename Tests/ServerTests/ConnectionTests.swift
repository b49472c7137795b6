import AWSWire
import ServiceLifecycle
import Testing

@testable import Server

/// Connections that are slow, that are busy when the server stops, or that never come about.
@Suite struct ConnectionTests {
    private var impatient: Limits {
        var limits = Limits()
        limits.idleSeconds = 1
        limits.bodySeconds = 1
        return limits
    }

    @Test("who works for a client learns that it has gone")
    func leaving() async throws {
        let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
        let (departures, departed) = AsyncStream.makeStream(of: Void.self)
        let handler: Listener.Handler = { request in
            await withCheckedContinuation { continuation in
                request.client?.whenGone { continuation.resume() }
                arrived.yield()
            }
            departed.yield()
            return WireResponse(status: 200)
        }
        try await TestServer.run(handler: handler) { port, _ in
            let client = try RawClient(port: port)
            try client.send(lines("GET / HTTP/1.1", "Host: a", "", ""))
            _ = await arrivals.first { _ in true }
            client.close()
            _ = await departures.first { _ in true }
        }
    }

    @Test("a body in too many small chunks is refused")
    func chunks() async throws {
        for (count, status) in [(1_000, 200), (HTTPEndpoint.mostPieces + 1, 400)] {
            let head = lines("POST / HTTP/1.1", "Host: a", "Transfer-Encoding: chunked", "", "")
            let body = String(repeating: "1\r\na\r\n", count: count) + "0\r\n\r\n"
            let answer = try await TestServer.answer(to: head + body)
            #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(count)")
        }
    }

    @Test("a target longer than all header fields may be is refused while it arrives")
    func target() async throws {
        var limits = Limits()
        limits.headerBytes = 1_000
        for (length, status) in [(900, 200), (1_000, 400), (1_000_000, 400)] {
            let target = "/" + String(repeating: "a", count: length)
            let answer = try await TestServer.answer(
                to: lines("GET \(target) HTTP/1.1", "Host: a", "", ""), limits: limits)
            #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(length)")
        }
    }

    @Test func `a head that does not end is closed, however steadily it trickles`() async throws {
        let answer = try await TestServer.run(limits: impatient) { port, _ in
            try await RawClient.connect(to: port) { client in
                try client.send("GET / HTTP/1.1\r\nX-A: ")
                return try client.readAll()
            }
        }
        #expect(answer.isEmpty)
    }

    @Test func `a body that does not end is answered 408`() async throws {
        let answer = try await TestServer.run(limits: impatient) { port, _ in
            try await RawClient.connect(to: port) { client in
                try client.send(
                    lines("POST / HTTP/1.1", "Host: a", "Content-Length: 10", "", "abc"))
                return try client.readAll()
            }
        }
        #expect(answer.hasPrefix("HTTP/1.1 408 "))
        #expect(answer.lowercased().contains("connection: close"))
    }

    @Test func `a kept connection without a next request is closed`() async throws {
        let answer = try await TestServer.run(limits: impatient) { port, _ in
            try await RawClient.connect(to: port) { client in
                try client.send(lines("GET / HTTP/1.1", "Host: a", "", ""))
                return try client.readAll()
            }
        }
        #expect(answer.hasPrefix("HTTP/1.1 200 OK"))
    }

    @Test func `a body that goes on after 413 is not read for ever`() async throws {
        var limits = impatient
        limits.bodyBytes = 10
        let answer = try await TestServer.run(limits: limits) { port, _ in
            try await RawClient.connect(to: port) { client in
                try client.send(lines("POST / HTTP/1.1", "Host: a", "Content-Length: 99", "", "ab"))
                return try client.readAll()
            }
        }
        #expect(answer.hasPrefix("HTTP/1.1 413 "))
    }

    @Test func `a client that closes in the middle of a body reaches no handler`() async throws {
        try await TestServer.run(handler: { _ in
            Issue.record("the handler was called")
            return WireResponse(status: 200)
        }) { port, _ in
            _ = try await RawClient.exchange(
                lines("POST / HTTP/1.1", "Host: a", "Content-Length: 10", "", "abc"), with: port)
        }
    }

    @Test func `a client that does not read its answer makes room for another`() async throws {
        var limits = Limits()
        limits.bodySeconds = 1
        limits.connections = 1
        limits.connectionsPerAddress = 2
        // More than the system's buffers of both ends hold.
        let handler: Listener.Handler = { _ in
            WireResponse(status: 200, body: [UInt8](repeating: 0x61, count: 32 << 20))
        }
        let answer = try await TestServer.run(limits: limits, handler: handler) { port, _ in
            try await RawClient.connect(to: port) { client in
                try client.send(lines("GET / HTTP/1.1", "Host: a", "", ""))
                _ = try client.read(until: "200 OK")
                let other = try RawClient(port: port)
                defer { other.close() }
                try other.send(
                    lines("GET /healthz HTTP/1.1", "Host: a", "Connection: close", "", ""))
                return try other.readAll()
            }
        }
        #expect(answer.hasSuffix("ok\n"))
    }

    @Test func `stopping waits for a running request and accepts no other`() async throws {
        let (arrivals, arrived) = AsyncStream.makeStream(of: Void.self)
        let (releases, release) = AsyncStream.makeStream(of: Void.self)
        let handler: Listener.Handler = { _ in
            arrived.yield()
            await releases.first { true }
            return WireResponse(status: 200, body: Array("done".utf8))
        }
        try await TestServer.run(handler: handler) { port, group in
            async let answer = RawClient.connect(to: port) { client in
                try client.send(lines("GET / HTTP/1.1", "Host: a", "", ""))
                return try client.readAll()
            }
            await arrivals.first { true }
            await group.triggerGracefulShutdown()
            try await refused(port)
            release.yield()
            #expect(try await answer.hasSuffix("done"))
        }
    }

    /// Returns once a connection to `port` is refused. The listening socket closes a moment after
    /// the server is asked to stop; until then the system still accepts on its behalf.
    private func refused(_ port: Int) async throws {
        for _ in 0..<10_000 {
            do {
                try await RawClient.connect(to: port) { _ in }
            } catch is RawClient.Failure {
                return
            }
        }
        Issue.record("the port still accepts connections")
    }

    @Test func `a port in use is an error that names it and the way out`() async throws {
        try await TestServer.run { port, _ in
            let address = ListenAddress(host: "127.0.0.1", port: port)
            await #expect(throws: ListenError.portInUse(address)) {
                try await listener(address).runUntilSignalled()
            }
            #expect(
                "\(ListenError.portInUse(address))".contains(
                    "127.0.0.1:\(port): the port is in use"))
        }
    }

    @Test func `an address of another machine and a name of none are errors`() async {
        let foreign = ListenAddress(host: "192.0.2.1", port: 0)
        await #expect(throws: ListenError.notThisMachine(foreign)) {
            try await listener(foreign).runUntilSignalled()
        }
        let unknown = ListenAddress(host: "no-such-host.invalid", port: 0)
        await #expect(throws: ListenError.unknownHost(unknown)) {
            try await listener(unknown).runUntilSignalled()
        }
    }

    private func listener(_ address: ListenAddress) -> Listener {
        Listener(address: address, logger: TestServer.logger, handler: TestServer.echo)
    }
}
