package import AWSWire
import Console
package import Logging
package import Operations
package import SMTP
import ServiceLifecycle
import Store
import TLS
package import Telemetry
import Workers

/// The whole server: what each path leads to, and what runs beside the listener.
package struct Application: Sendable {
    private let services: Services
    private let configuration: Configuration
    private let api: APIEndpoint
    private let console: Console
    private let development: DevelopmentMode?
    private let mailServer: SMTPServer?
    private let tls: ListenerTLS?
    private let audit: AuditTargets?
    private let keys: DataKeyWatch?
    private let issuers: IssuerPages
    private let hosts: KnownHosts
    private let metrics: MetricsPage?
    private let telemetry: RequestTelemetry
    private let accessLog: AccessLog?

    /// - Parameters:
    ///   - tls: what TLS is spoken with; nil for plain HTTP.
    ///   - mailServer: what mail is handed to; nil when the server sends none.
    ///   - audit: what gets audit records and alerts; nil for nothing.
    ///   - registry: keeps what is measured; nil where nothing is.
    ///   - keys: looks for new data keys; nil where none are made.
    package init(
        _ services: Services, _ configuration: Configuration,
        _ development: DevelopmentMode? = nil, tls: ListenerTLS? = nil,
        mailServer: SMTPServer? = nil, audit: AuditTargets? = nil,
        keys: DataKeyWatch? = nil, registry: MetricsRegistry? = nil
    ) {
        let meters = registry.map(Meters.init) ?? .none
        accessLog = configuration.accessLog.map { AccessLog($0, meters, services.logger) }
        telemetry = RequestTelemetry(meters, accessLog, now: services.now)
        metrics = registry.map { registry in
            MetricsPage(
                registry, services, certificate: tls?.certificate,
                for: configuration.metricsFrom)
        }
        self.services = services
        self.audit = audit
        self.keys = keys
        self.tls = tls
        self.mailServer = mailServer
        self.configuration = configuration
        self.development = development
        hosts = KnownHosts(configuration.knownNames)
        api = APIEndpoint(Pipeline(services))
        issuers = IssuerPages(services)
        console = Console(
            services, isSignUpOpen: configuration.signup == .open,
            publicURL: configuration.publicURL?.description)
    }

    /// Answers one request.
    ///
    /// A signature covers the Host, so signed requests are answered under any name. Nothing else is
    /// answered under a name that is not known: a browser may have been led here by another site.
    /// A path of the console or of development mode is theirs, even if the request is signed.
    package func answer(_ request: WireRequest) async -> WireResponse {
        let isForAPI =
            api.serves(request)
            || api.isMeant(by: request) && !Console.owns(request.path)
                && !DevelopmentMode.owns(request.path)
        guard isKnown(request.headers["host"]) || isForAPI && request.claimsSignature else {
            return isForAPI ? Refusal.unknownHost.response : console.unknownHost(request)
        }
        if isForAPI, !DevelopmentMode.owns(request.path), !IssuerPages.owns(request.path) {
            return await api.answer(request)
        }
        return await offLoop { await page(for: request) }
    }

    /// Answers a request that is for no API.
    private func page(for request: WireRequest) async -> WireResponse {
        if let answer = await metrics?.answer(request) { return answer }
        if let answer = await development?.answer(request) { return answer }
        if let answer = await issuers.answer(request) { return answer }
        if let answer = await console.respond(to: request) { return answer }
        return WireResponse(
            status: 404, headers: ["content-type": "text/plain; charset=utf-8"],
            body: Array("not found\n".utf8))
    }

    private func isKnown(_ host: String?) -> Bool {
        host.flatMap { Authority($0) }.map(hosts.contains) ?? false
    }

    /// Serves until SIGTERM or SIGINT; then finishes what runs and writes what waits.
    /// - Parameter level: that of the logger, which signals change; nil where they do not.
    /// - Throws: ``ListenError``, or the ``StoreError`` after which the store never serves again.
    package func run(
        _ logger: Logger, _ level: LogLevel? = nil,
        onListening: @escaping @Sendable (ListenAddress) async -> Void
    ) async throws {
        for warning in configuration.warnings { logger.warning("\(warning)") }
        let limits = OpenFiles.fit(configuration.limits, to: OpenFiles.raiseLimit(), logger)
        let listener = Listener(
            address: configuration.listen, limits: limits,
            proxies: TrustedProxies(configuration.trustedProxies), tls: tls,
            publicURL: configuration.publicURL, logger: logger,
            problem: { [services] in await services.database.problem() },
            telemetry: telemetry,
            onListening: onListening
        ) { await answer($0) }
        let watch = tls.map { CertificateWatch($0.certificate, logger, now: services.now) }
        try await listener.runUntilSignalled(
            with: beside
                + (level.map { level in [ServiceBeside { await level.follow(logger) }] } ?? [])
                + [StoreWatch(services.database, logger)] + (watch.map { [$0] } ?? []))
    }

    /// What runs beside the listener, that first which ends last.
    private var beside: [any Service] {
        let (failures, erasures) = (services.failedSignIns, AccountErasures(services))
        let (digests, issuerKeys) = (AuditDigests(services), WebIdentityKeys(services))
        // The last records are written before the sinks get them.
        let deliveries = (audit?.sinks ?? []).map { AuditDelivery(services, to: $0) }
        let mail = mailServer.map { server in
            let client = SMTPClient(server)
            // What is being sent when the server stops is given back to the queue.
            return MailQueue(services) { message, ticket throws(SMTPFailure) in
                try client.send(message) { (try? ticket.check()) == nil }
            }
        }
        // The last requests are written down before it ends.
        var works: [ServiceBeside] = (accessLog.map { [$0] } ?? []).map { log in
            ServiceBeside { await log.run() }
        }
        works += deliveries.map { delivery in
            ServiceBeside { await delivery.run() }
        }
        works.append(ServiceBeside { [services] in await services.afterwards.run() })
        works.append(ServiceBeside { await failures.run() })
        works.append(ServiceBeside { await erasures.run() })
        works.append(ServiceBeside { await digests.run() })
        works.append(ServiceBeside { await issuerKeys.run() })
        if let days = configuration.audit?.retentionDays {
            let retention = AuditRetention(
                services, days: days, targets: audit?.sinks.map(\.target) ?? [])
            works.append(ServiceBeside { await retention.run() })
        }
        if let keys { works.append(ServiceBeside { await keys.run() }) }
        if let mail { works.append(ServiceBeside { await mail.run() }) }
        return works
    }
}

/// Work that goes on while the server runs, until its task is cancelled.
private struct ServiceBeside: Service {
    let work: @Sendable () async -> Void

    func run() async throws {
        await cancelWhenGracefulShutdown { await work() }
    }
}

extension WireRequest {
    /// Whether the request says that it is signed, by header or as a presigned URL.
    fileprivate var claimsSignature: Bool {
        headers["authorization"] != nil || query.contains("X-Amz-Signature=")
    }
}
