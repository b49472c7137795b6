package import AWSWire
import Console
package import Logging
package import Operations
package import SMTP
import ServiceLifecycle
import Store
import TLS
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
    private let issuers: IssuerPages
    private let hosts: KnownHosts

    /// - Parameters:
    ///   - tls: what TLS is spoken with; nil for plain HTTP.
    ///   - mailServer: what mail is handed to; nil when the server sends none.
    package init(
        _ services: Services, _ configuration: Configuration,
        _ development: DevelopmentMode? = nil, tls: ListenerTLS? = nil,
        mailServer: SMTPServer? = nil
    ) {
        self.services = services
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
    /// - Throws: ``ListenError``, or the ``StoreError`` after which the store never serves again.
    package func run(
        _ logger: Logger, onListening: @escaping @Sendable (ListenAddress) async -> Void
    ) async throws {
        for warning in configuration.warnings { logger.warning("\(warning)") }
        let limits = OpenFiles.fit(configuration.limits, to: OpenFiles.raiseLimit(), logger)
        let listener = Listener(
            address: configuration.listen, limits: limits,
            proxies: TrustedProxies(configuration.trustedProxies), tls: tls,
            publicURL: configuration.publicURL, logger: logger,
            isReady: { [services] in await services.database.problem() == nil },
            onListening: onListening
        ) { await answer($0) }
        let mail = mailServer.map { MailService(services, SMTPClient($0)) }
        let watch = tls.map { CertificateWatch($0.certificate, logger, now: services.now) }
        try await listener.runUntilSignalled(
            with: [
                DeferredWritesService(services.afterwards), StoreWatch(services.database, logger),
                FailedSignInsService(services.failedSignIns),
                AccountErasuresService(AccountErasures(services)),
                AuditDigestsService(AuditDigests(services)),
                WebIdentityKeysService(WebIdentityKeys(services)),
            ] + (mail.map { [$0] } ?? []) + (watch.map { [$0] } ?? []))
    }
}

/// Delivers mail while the server runs. What is being sent when the server stops is given back to
/// the queue.
private struct MailService: Service {
    private let queue: MailQueue

    init(_ services: Services, _ client: SMTPClient) {
        queue = MailQueue(services) { message, ticket throws(SMTPFailure) in
            try client.send(message) { (try? ticket.check()) == nil }
        }
    }

    func run() async throws {
        await cancelWhenGracefulShutdown { await queue.run() }
    }
}

/// Keeps ``DeferredWrites`` writing while the server runs, and lets it finish.
private struct DeferredWritesService: Service {
    private let writes: DeferredWrites

    init(_ writes: DeferredWrites) { self.writes = writes }

    func run() async throws {
        await cancelWhenGracefulShutdown { await writes.run() }
    }
}

/// Lets ``FailedSignIns`` record what was left out, while the server runs.
private struct FailedSignInsService: Service {
    private let failures: FailedSignIns

    init(_ failures: FailedSignIns) { self.failures = failures }

    func run() async throws {
        await cancelWhenGracefulShutdown { await failures.run() }
    }
}

/// Lets ``AccountErasures`` erase closed accounts, while the server runs.
private struct AccountErasuresService: Service {
    private let erasures: AccountErasures

    init(_ erasures: AccountErasures) { self.erasures = erasures }

    func run() async throws {
        await cancelWhenGracefulShutdown { await erasures.run() }
    }
}

/// Lets ``AuditDigests`` sign audit records, while the server runs.
private struct AuditDigestsService: Service {
    private let digests: AuditDigests

    init(_ digests: AuditDigests) { self.digests = digests }

    func run() async throws {
        await cancelWhenGracefulShutdown { await digests.run() }
    }
}

/// Lets ``WebIdentityKeys`` renew the keys of issuers, while the server runs.
private struct WebIdentityKeysService: Service {
    private let keys: WebIdentityKeys

    init(_ keys: WebIdentityKeys) { self.keys = keys }

    func run() async throws {
        await cancelWhenGracefulShutdown { await keys.run() }
    }
}

extension WireRequest {
    /// Whether the request says that it is signed, by header or as a presigned URL.
    fileprivate var claimsSignature: Bool {
        headers["authorization"] != nil || query.contains("X-Amz-Signature=")
    }
}
