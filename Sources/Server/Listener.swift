package import AWSWire
import HummingbirdCore
package import Logging
import NIOCore
import NIOPosix
package import ServiceLifecycle
import UnixSignals

/// The HTTP listener: one address, one handler for every path.
///
/// HTTP/1.1 with keep-alive and pipelining. What it refuses by itself is malformed or beyond its
/// ``Limits``; `/healthz` and `/readyz` it answers by itself; all else goes to the handler.
package struct Listener: Service {
    /// Answers one request. Called concurrently. It is not cancelled when the client goes away or
    /// the server is asked to stop.
    package typealias Handler = @Sendable (WireRequest) async -> WireResponse

    private let address: ListenAddress
    private let limits: Limits
    private let endpoint: HTTPEndpoint
    private let logger: Logger
    private let onListening: @Sendable (ListenAddress) async -> Void

    /// - Parameters:
    ///   - proxies: whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed.
    ///   - isReady: asked by `/readyz`.
    ///   - onListening: called once connections are accepted, with the port that was chosen if
    ///     `address` has port 0.
    package init(
        address: ListenAddress,
        limits: Limits = Limits(),
        proxies: TrustedProxies = TrustedProxies([]),
        logger: Logger,
        isReady: @escaping @Sendable () async -> Bool = { true },
        onListening: @escaping @Sendable (ListenAddress) async -> Void = { _ in },
        handler: @escaping Handler
    ) {
        self.address = address
        self.limits = limits
        self.logger = logger
        self.onListening = onListening
        endpoint = HTTPEndpoint(
            limits: limits, proxies: proxies, health: Health(isReady: isReady), handler: handler)
    }

    /// Serves until asked to shut down gracefully: then accepts no more connections, lets running
    /// requests finish, and returns.
    /// - Throws: ``ListenError`` if the address cannot be listened on.
    package func run() async throws {
        let server = channel().server(
            configuration: ServerConfiguration(
                address: .hostname(address.host, port: address.port),
                availableConnectionsDelegate: MaximumAvailableConnections(limits.connections)),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? address.port
                await onListening(ListenAddress(host: address.host, port: port))
            },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
            logger: logger)
        do {
            try await server.run()
        } catch {
            // Only binding throws: what goes wrong with a connection ends that connection.
            throw ListenError(error, binding: address)
        }
    }

    /// Serves until SIGTERM or SIGINT, together with `others`, which start before it and stop after
    /// it.
    /// - Throws: ``ListenError`` if the address cannot be listened on, or what one of `others`
    ///   throws, which stops everything.
    package func runUntilSignalled(with others: [any Service] = []) async throws {
        var configuration = ServiceGroupConfiguration(
            services: others + [self],
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger)
        configuration.maximumGracefulShutdownDuration = .seconds(limits.stopSeconds)
        try await ServiceGroup(configuration: configuration).run()
    }

    private func channel() -> HTTPConnection {
        HTTPConnection(limits: limits) { request, writer, channel in
            try await endpoint.respond(to: request, writer, on: channel)
        }
    }
}
