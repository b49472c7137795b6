import AWSWire
import CoreMetrics
import IAMIdentifiers
import Operations
import Store
import TLS
import Telemetry
import Workers

/// `/metrics`: what is measured, for Prometheus.
///
/// It names no account and nobody's data, and says how busy the server is. So it is for this
/// machine, and for the networks that the operator names.
struct MetricsPage: Sendable {
    private let registry: MetricsRegistry
    private let meters: Meters
    private let services: Services
    private let certificate: ListenerCertificate?
    private let networks: [IPNetwork]
    private let started = Duration.sinceStart()

    /// - Parameters:
    ///   - certificate: the listener's; nil where it speaks plain HTTP.
    ///   - networks: who may read, beside this machine.
    init(
        _ registry: MetricsRegistry, _ services: Services, certificate: ListenerCertificate?,
        for networks: [IPNetwork]
    ) {
        self.registry = registry
        self.services = services
        self.certificate = certificate
        self.networks = networks
        meters = Meters(registry)
    }

    static func answers(_ path: String) -> Bool { path.isExactly("/metrics") }

    /// The answer to `/metrics`; nil for any other path.
    func answer(_ request: WireRequest) async -> WireResponse? {
        guard Self.answers(request.path) else { return nil }
        guard ["GET", "HEAD"].contains(where: request.method.isExactly) else {
            return WireResponse(status: 405, headers: ["allow": "GET, HEAD"])
        }
        guard mayRead(request) else {
            return text(
                403,
                "Metrics are for this machine, and for the networks in metrics_from of the "
                    + "configuration.\n")
        }
        await observe()
        return text(200, registry.text(), MetricsRegistry.contentType)
    }

    /// Whether the client is on this machine or in a network that was named. A request that says
    /// that it was forwarded is from elsewhere, even if the proxy is on this machine.
    private func mayRead(_ request: WireRequest) -> Bool {
        guard let address = IPAddress(request.remoteAddress) else { return false }
        if networks.contains(where: { $0.contains(address) }) { return true }
        let forwarded = ["x-forwarded-for", "forwarded", "x-real-ip", "via"]
        return address.isLoopback && !forwarded.contains { request.headers[$0] != nil }
    }

    private func text(
        _ status: Int, _ text: String, _ type: String = "text/plain; charset=utf-8"
    ) -> WireResponse {
        WireResponse(
            status: status, headers: ["content-type": type, "cache-control": "no-store"],
            body: Array(text.utf8))
    }

    // MARK: What is measured when it is asked for

    private func observe() async {
        observeProcess()
        if let certificate {
            set(.certificateEnd, Double(certificate.context.expiry.microseconds) / 1e6)
        }
        let load = services.database.load
        var queues = services.queues
        queues.append(("database.reads", load.waitingReads))
        queues.append(("database.writes", load.waitingWrites))
        for (name, length) in queues {
            set(.queueLength, Double(length), [("gatehouse.queue", name)])
        }
        if let connections = load.connections {
            for (state, count) in [("used", connections.used), ("idle", connections.idle)] {
                set(
                    .databaseConnections, Double(count),
                    [
                        ("db.client.connection.state", state),
                        ("db.client.connection.pool.name", load.system),
                    ])
            }
        }
        set(.isReady, await services.database.problem() == nil ? 1 : 0)
        // What a store that fails is about, the line above says.
        if let mail = try? await Mail(services).lengths() {
            set(.waitingMail, Double(mail.waiting))
            set(.failedMail, Double(mail.failed))
        }
    }

    private func observeProcess() {
        guard let usage = ProcessUsage() else { return }
        set(.processorTime, usage.processorSeconds)
        set(.memory, Double(usage.memoryBytes))
        set(.openFiles, Double(usage.openFiles))
        set(.openFilesLimit, Double(usage.openFilesLimit))
        set(.uptime, Double((Duration.sinceStart() - started) / .microseconds(1)) / 1e6)
    }

    private func set(
        _ metric: Metric, _ value: Double, _ attributes: [(String, String)] = []
    ) {
        meters.gauge(metric, attributes).set(value)
    }
}
