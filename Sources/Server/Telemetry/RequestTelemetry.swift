import AWSWire
import Console
import CoreMetrics
package import IAMIdentifiers
import Operations
import Synchronization
package import Telemetry
import Workers

/// Measures HTTP requests, and writes them into the access log.
package final class RequestTelemetry: Sendable {
    /// What the duration of a request is measured by. There are few of each.
    private struct Kind: Hashable {
        let method: ExactText
        let status: Int
        let isSecure: Bool
        let route: ExactText?
    }

    /// What is known of a request when it begins.
    private struct Start: Hashable {
        let method: ExactText
        let isSecure: Bool
    }

    private let meters: Meters
    private let log: AccessLog?
    private let now: @Sendable () -> Timestamp
    private let elapsed: @Sendable () -> Duration
    private let timers = Mutex<[Kind: Timer]>([:])
    private let active = Mutex<[Start: Meter]>([:])
    /// Connections that are open.
    let connections: Meter

    /// - Parameter log: where a line of each request goes; nil for nowhere.
    package init(
        _ meters: Meters, _ log: AccessLog? = nil,
        now: @escaping @Sendable () -> Timestamp = Timestamp.current,
        elapsed: @escaping @Sendable () -> Duration = Duration.sinceStart
    ) {
        self.meters = meters
        self.log = log
        self.now = now
        self.elapsed = elapsed
        connections = meters.gauge(.openConnections)
    }

    /// A request in progress.
    struct Request: Sendable {
        fileprivate let start: Duration
        fileprivate let active: Meter
    }

    /// Says that the head of a request has come.
    func begin(_ method: String, isSecure: Bool) -> Request {
        let start = Start(method: Self.method(method), isSecure: isSecure)
        let meter = active.withLock { active in
            if let meter = active[start] { return meter }
            let meter = meters.gauge(
                .activeRequests,
                [
                    ("http.request.method", start.method.text),
                    ("url.scheme", Self.scheme(isSecure)),
                ])
            active[start] = meter
            return meter
        }
        meter.increment(by: 1)
        return Request(start: elapsed(), active: meter)
    }

    /// What the answers to a request write down for its line in the log.
    func notes() -> RequestNotes? { log.map { _ in RequestNotes() } }

    /// Says that the last byte of an answer is on its way, or that the client is gone.
    /// - Parameter bodyBytes: how long the request's body was.
    func end(
        _ request: Request, _ wire: WireRequest, _ answer: WireResponse, bodyBytes: Int
    ) {
        let duration = elapsed() - request.start
        request.active.decrement(by: 1)
        timer(
            Kind(
                method: Self.method(wire.method), status: answer.status, isSecure: wire.isSecure,
                route: Self.route(wire.path))
        ).record(duration)
        log?.append(
            AccessLog.line(
                of: wire, answer, bodyBytes: bodyBytes, took: duration, at: now()))
    }

    private func timer(_ kind: Kind) -> Timer {
        timers.withLock { timers in
            if let timer = timers[kind] { return timer }
            var attributes = [
                ("http.request.method", kind.method.text),
                ("http.response.status_code", "\(kind.status)"),
                ("url.scheme", Self.scheme(kind.isSecure)),
            ]
            if let route = kind.route { attributes.append(("http.route", route.text)) }
            let timer = meters.timer(.requestDuration, attributes)
            timers[kind] = timer
            return timer
        }
    }

    private static func scheme(_ isSecure: Bool) -> String { isSecure ? "https" : "http" }

    /// A method as OpenTelemetry has it: one that is not known is `_OTHER`.
    private static func method(_ text: String) -> ExactText {
        methods.first { $0.text.isExactly(text) } ?? "_OTHER"
    }

    private static let methods: [ExactText] = [
        "GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "CONNECT", "TRACE",
    ]

    /// What a path leads to: itself where it is one of few, or what it begins with. Nil where it
    /// leads nowhere, so that nobody makes series by asking.
    private static func route(_ path: String) -> ExactText? {
        if path.isExactly("/") || Health.answers(path) || MetricsPage.answers(path) {
            return ExactText(path)
        }
        if DevelopmentMode.owns(path) { return "/dev/*" }
        return Console.root(of: path).map { ExactText("/\($0)") }
    }
}
