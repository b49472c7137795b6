package import AWSWire
package import Logging
import NIOCore
import NIOPosix
package import ServiceLifecycle
package import Store
import Telemetry
import UnixSignals
import Workers

/// The HTTP listener: one address, one handler for every path.
///
/// HTTP/1.1 with keep-alive and pipelining. What it refuses by itself is malformed or beyond its
/// ``Limits``; `/healthz` and `/readyz` it answers by itself; all else goes to the handler.
package struct Listener: Service {
    /// Answers one request. Called concurrently. It is not cancelled when the client goes away or
    /// the server is asked to stop.
    package typealias Handler = @Sendable (WireRequest) async -> WireResponse

    /// How many requests are worked on at once: one on each processor.
    static let places = max(2, System.coreCount)

    private let address: ListenAddress
    private let limits: Limits
    private let certificate: ListenerCertificate?
    private let redirectFrom: ListenAddress?
    private let endpoint: HTTPEndpoint
    private let logger: Logger
    private let onListening: @Sendable (ListenAddress) async -> Void

    /// - Parameters:
    ///   - proxies: whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed.
    ///   - tls: what the listener speaks TLS with; nil for plain HTTP.
    ///   - publicURL: where clients of plain HTTP are sent, if TLS is spoken; nil for the host that
    ///     they name.
    ///   - elapsed: monotonic time. Tests fix it.
    ///   - problem: why requests cannot be answered now, which `/readyz` tells; nil while they can.
    ///   - telemetry: what measures the requests and writes them down.
    ///   - onListening: called once connections are accepted, with the port that was chosen if
    ///     `address` has port 0.
    package init(
        address: ListenAddress,
        limits: Limits = Limits(),
        proxies: TrustedProxies = TrustedProxies([]),
        tls: ListenerTLS? = nil,
        publicURL: PublicURL? = nil,
        logger: Logger,
        elapsed: @escaping @Sendable () -> Duration = Duration.sinceStart,
        problem: @escaping @Sendable () async -> StoreError? = { nil },
        telemetry: RequestTelemetry = RequestTelemetry(.none),
        onListening: @escaping @Sendable (ListenAddress) async -> Void = { _ in },
        handler: @escaping Handler
    ) {
        self.address = address
        self.limits = limits
        self.logger = logger
        certificate = tls?.certificate
        redirectFrom = tls?.redirectFrom
        self.onListening = onListening
        endpoint = HTTPEndpoint(
            limits: limits, bodies: BodyBudget(limits), proxies: proxies,
            secureSite: tls.map { _ in SecureSite(publicURL, port: address.port) },
            health: Health(problem: problem),
            turns: FairGate(places: Self.places, elapsed: elapsed),
            handler: handler, telemetry: telemetry)
    }

    /// Serves until asked to shut down gracefully: then accepts no more connections, lets running
    /// requests finish, and returns.
    /// - Throws: ``ListenError`` if the address cannot be listened on.
    package func run() async throws {
        let connections = Connections(
            most: limits.connections, mostOfSite: limits.connectionsPerAddress,
            meter: endpoint.telemetry.connections)
        let http = HTTPConnection(
            limits: limits, connections: connections, certificate: certificate
        ) { request, writer, channel in
            let (client, isSecure) = connections.beginRequest(on: channel)
            try await endpoint.respond(
                to: request, writer, on: channel, from: client, isSecure: isSecure)
        }
        let server = try await bind(address, http, connections)
        let servers = [server] + (try await redirecting(beside: server, http, connections))
        await withGracefulShutdownHandler {
            let port = server.channel.localAddress?.port ?? address.port
            await onListening(ListenAddress(host: address.host, port: port))
            await withDiscardingTaskGroup { group in
                for server in servers {
                    group.addTask { await serve(server, http, connections) }
                }
            }
        } onGracefulShutdown: {
            let open = connections.stop()
            for server in servers { server.channel.close(promise: nil) }
            for channel in open {
                channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
            }
        }
    }

    private typealias Server = NIOAsyncChannel<HTTPConnection.Value, Never>

    /// Listens where whoever speaks plain HTTP is sent to the other address. The same is done there
    /// as here, since plain HTTP is answered so on both.
    private func redirecting(
        beside server: Server, _ http: HTTPConnection, _ connections: Connections
    ) async throws -> [Server] {
        guard let redirectFrom else { return [] }
        do {
            return [try await bind(redirectFrom, http, connections)]
        } catch {
            try? await server.executeThenClose { _ in }  // it has taken nothing yet
            throw error
        }
    }

    /// - Throws: ``ListenError`` if the address cannot be listened on.
    private func bind(
        _ address: ListenAddress, _ http: HTTPConnection, _ connections: Connections
    ) async throws -> Server {
        do {
            return try await bootstrap(connections).bind(host: address.host, port: address.port) {
                http.setup(channel: $0, logger: logger)
            }
        } catch {
            throw ListenError(error, binding: address)
        }
    }

    private func bootstrap(_ connections: Connections) -> ServerBootstrap {
        ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 256)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            // So that room is looked for before each.
            .serverChannelOption(.maxMessagesPerRead, value: 1)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            // Bytes that are read ahead are not in the budget of bodies. They are few.
            .childChannelOption(
                .recvAllocator,
                value: AdaptiveRecvByteBufferAllocator(
                    minimum: 1_024, initial: 4_096, maximum: 16_384)
            )
            .childChannelOption(.maxMessagesPerRead, value: 1)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        AcceptLoop(connections, proxies: endpoint.proxies, logger: logger))
                }
            }
    }

    /// Answers on each connection until the last one is closed.
    private func serve(
        _ server: Server, _ http: HTTPConnection, _ connections: Connections
    ) async {
        await withDiscardingTaskGroup { group in
            do {
                try await server.executeThenClose { accepted in
                    for try await connection in accepted {
                        group.addTask { await http.handle(value: connection, logger: logger) }
                    }
                }
            } catch  where connections.isStopping {
                // One was being accepted when the socket closed.
            } catch {
                logger.error(
                    "no more connections are accepted", metadata: ["cause": "\(error)"])
            }
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
}
