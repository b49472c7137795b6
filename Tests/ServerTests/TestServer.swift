import AWSWire
import Logging
import ServiceLifecycle
import Store

@testable import Server

/// A listener on a free port of 127.0.0.1 for as long as a test needs it.
enum TestServer {
    static let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private static let start = ContinuousClock.now

    /// Runs `body` with the port of a server, then stops it gracefully and waits for that.
    static func run<Value: Sendable>(
        limits: Limits = Limits(),
        proxies: [IPNetwork] = [],
        elapsed: @escaping @Sendable () -> Duration = { start.duration(to: .now) },
        problem: @escaping @Sendable () async -> StoreError? = { nil },
        handler: @escaping Listener.Handler = echo,
        _ body: (Int, ServiceGroup) async throws -> Value
    ) async throws -> Value {
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let listener = Listener(
            address: ListenAddress(host: "127.0.0.1", port: 0), limits: limits,
            proxies: TrustedProxies(proxies), logger: logger, elapsed: elapsed, problem: problem,
            onListening: { port.yield($0.port) }, handler: handler)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(services: [listener], logger: logger))
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                defer { port.finish() }
                try await group.run()
            }
            guard let chosen = await ports.first(where: { _ in true }) else {
                throw RawClient.Failure(reason: "the server did not start")
            }
            let value = try await body(chosen, group)
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            return value
        }
    }

    /// The answer to one request, sent whole by a client that then sends no more.
    static func answer(
        to request: String, limits: Limits = Limits(), proxies: [IPNetwork] = [],
        handler: @escaping Listener.Handler = echo
    ) async throws -> String {
        try await run(limits: limits, proxies: proxies, handler: handler) { port, _ in
            try await RawClient.exchange(request, with: port)
        }
    }

    /// Answers with what was received, a line for each part.
    static let echo: Listener.Handler = { request in
        var lines = ["\(request.method) \(request.path) ?\(request.query)"]
        lines += request.headers.fields.map { "\($0.name)=\($0.value)" }
        lines.append("from \(request.remoteAddress) secure \(request.isSecure)")
        lines.append("body \(request.body.count) \(String(decoding: request.body, as: UTF8.self))")
        return WireResponse(
            status: 200, headers: ["content-type": "text/plain"],
            body: Array(lines.joined(separator: "\n").utf8))
    }
}
