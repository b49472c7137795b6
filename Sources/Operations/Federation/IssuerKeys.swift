import AWSWire
package import Credentials
package import HTTPSFetch
import IAMIdentifiers
package import Store
import Synchronization
package import Workers

/// Why the keys of an issuer are not known.
package enum IssuerKeysError: Error, Equatable {
    /// The issuer was not reached, or too much waits for its keys. The same may be asked again.
    case unreachable
    /// Its certificate is from no known authority and matches no thumbprint.
    case untrusted
    /// What it publishes is of no use, or it is at a place that must not be asked.
    case unusable
}

/// The keys of issuers, fetched when they are needed and kept for a while. See `Decisions/0061`.
package final class IssuerKeys: Sendable {
    /// Fetches one document, on a thread that may wait for it.
    package typealias Fetch =
        @Sendable (HTTPSRequest, WorkerTicket) throws(HTTPSFailure) -> [UInt8]

    /// Finds the thumbprint of an issuer's server, on a thread that may wait for it.
    package typealias Look =
        @Sendable (HTTPSRequest, WorkerTicket) throws(HTTPSFailure) -> String

    /// How long keys are believed, in seconds.
    static let life = Duration.seconds(600)
    /// How long nothing is asked of an issuer that gave no keys, or whose keys lack one.
    static let pauseAfterFailure = Duration.seconds(5)
    static let pauseForUnknownKey = Duration.seconds(60)

    private let settings: FederationSettings
    private let elapsed: @Sendable () -> Duration
    private let fetch: Fetch
    private let look: Look
    private let state = Mutex(IssuerKeyCache())
    /// Each account has a line of its own.
    private let workers = WorkerPool<AccountID>(
        .init(threads: 16, runningPerKey: 1, waiting: 256, waitingPerKey: 16, niceness: 0))

    package init(
        _ settings: FederationSettings, elapsed: @escaping @Sendable () -> Duration,
        fetch: @escaping Fetch = IssuerKeys.overHTTPS,
        look: @escaping Look = IssuerKeys.topThumbprint
    ) {
        self.settings = settings
        self.elapsed = elapsed
        self.fetch = fetch
        self.look = look
    }

    /// The network.
    @Sendable package static func overHTTPS(
        _ request: HTTPSRequest, _ ticket: WorkerTicket
    ) throws(HTTPSFailure) -> [UInt8] {
        try HTTPSClient().get(request) { (try? ticket.check()) == nil }
    }

    /// The network, again.
    @Sendable package static func topThumbprint(
        _ request: HTTPSRequest, _ ticket: WorkerTicket
    ) throws(HTTPSFailure) -> String {
        try HTTPSClient().topThumbprint(request) { (try? ticket.check()) == nil }
    }

    /// The thumbprint of the authority that signed an issuer's certificate; nil when the issuer is
    /// not reached.
    func thumbprint(of issuer: IssuerURL, for account: AccountID) async -> String? {
        guard mayAsk(issuer, of: issuer.text) else { return nil }
        let request = HTTPSRequest(
            url: IssuerDocument.url(of: issuer),
            mayBePrivate: mayBePrivate(issuer, of: issuer.text))
        return try? await workers.run(for: account) { [look] in try look(request, $0) }
    }

    /// The keys of a provider's issuer.
    /// - Parameter keyID: one that is needed. If the keys that are known lack it, they are fetched
    ///   again, unless they were just now. It may be missing still.
    package func keys(
        of provider: OpenIDConnectProvider, needing keyID: String?
    ) async throws(IssuerKeysError) -> JSONWebKeySet {
        let question = IssuerKeyCache.Question(provider, keyID)
        if let known = state.withLock({ $0.answer(to: question, at: elapsed()) }) {
            return try known.get()
        }
        // A thread of the pool knows nothing of the task.
        let trace = TraceContext.current?.child()
        do {
            return try await workers.run(for: provider.account) { [self] ticket in
                // Somebody may have asked while this waited.
                let known = state.withLock { $0.answer(to: question, at: elapsed()) }
                return try known?.get() ?? fetchKeys(question, provider, trace, ticket)
            }
        } catch let error as IssuerKeysError {
            throw error
        } catch {
            throw .unreachable  // too much waits, or nobody waits any more
        }
    }

    private func fetchKeys(
        _ question: IssuerKeyCache.Question, _ provider: OpenIDConnectProvider,
        _ trace: TraceContext?, _ ticket: WorkerTicket
    ) throws(IssuerKeysError) -> JSONWebKeySet {
        var vouched = false
        do throws(HTTPSFailure) {
            guard let issuer = IssuerURL(provider.url), mayAsk(issuer, of: provider.url) else {
                throw .forbiddenAddress
            }
            let document = try get(
                IssuerDocument.url(of: issuer), at: issuer, provider, trace, ticket, &vouched)
            guard let document = IssuerDocument(document, of: issuer),
                mayAsk(document.keysPlace, of: provider.url)
            else { throw .forbiddenAddress }
            let keys = try get(
                document.keysURL, at: document.keysPlace, provider, trace, ticket, &vouched)
            guard let set = JSONWebKeySet(keys) else { throw .forbiddenAddress }
            state.withLock {
                $0.keep(set, bytes: keys.count, for: question, vouched: vouched, at: elapsed())
            }
            return set
        } catch {
            let failure = IssuerKeysError(error)
            if error != .interrupted {
                state.withLock { $0.keep(failure, for: question, at: elapsed()) }
            }
            throw failure
        }
    }

    /// Whether a place may be asked for the sake of an issuer: port 443 of any public place, and
    /// all of the host of an issuer that the operator names.
    private func mayAsk(_ place: IssuerURL, of issuer: String) -> Bool {
        place.port == 443 || mayBePrivate(place, of: issuer)
    }

    private func mayBePrivate(_ place: IssuerURL, of issuer: String) -> Bool {
        settings.isPrivate(issuer) && IssuerURL(issuer)?.host.isExactly(place.host) == true
    }

    /// - Parameters:
    ///   - trace: that of the request for whose sake it is asked; nil where that has none.
    ///   - vouched: set when a thumbprint had to vouch for the server.
    private func get(
        _ url: String, at place: IssuerURL, _ provider: OpenIDConnectProvider,
        _ trace: TraceContext?, _ ticket: WorkerTicket, _ vouched: inout Bool
    ) throws(HTTPSFailure) -> [UInt8] {
        func request(_ thumbprints: [String]) -> HTTPSRequest {
            HTTPSRequest(
                url: url, mayBePrivate: mayBePrivate(place, of: provider.url),
                authoritiesFile: settings.authoritiesFile, thumbprints: thumbprints,
                headers: trace.map { ["traceparent: \($0.text)"] } ?? [])
        }
        do throws(HTTPSFailure) {
            return try fetch(request([]), ticket)
        } catch {
            guard case .untrusted = error, !provider.thumbprints.isEmpty else { throw error }
            vouched = true
            return try fetch(request(provider.thumbprints), ticket)
        }
    }
}

extension IssuerKeysError {
    fileprivate init(_ failure: HTTPSFailure) {
        switch failure {
        case .unreachable, .interrupted: self = .unreachable
        case .untrusted: self = .untrusted
        case .forbiddenAddress, .status, .tooLong: self = .unusable
        }
    }
}
