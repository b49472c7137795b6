/// One thing that is measured: what it is called, in which unit, and what it means.
///
/// Names and attributes are those of OpenTelemetry's semantic conventions where they have one.
///
/// Source: OpenTelemetry, "Semantic conventions", HTTP, RPC, database and process metrics.
/// <https://opentelemetry.io/docs/specs/semconv/>
package struct Metric: Sendable {
    enum Unit: String {
        case seconds, bytes
        /// A number of things.
        case none = ""
    }

    enum Kind: Equatable {
        /// A number that only grows, from the start of the process.
        case counter
        /// A number as it is now.
        case gauge
        /// How many values were at most as large as each bound, in the metric's unit.
        case histogram(bounds: [Double])
    }

    /// As OpenTelemetry writes it, such as `http.server.request.duration`.
    package let name: String
    let kind: Kind
    let unit: Unit
    /// A sentence without its full stop.
    package let help: String

    private init(_ name: String, _ kind: Kind, _ unit: Unit, _ help: String) {
        self.name = name
        self.kind = kind
        self.unit = unit
        self.help = help
    }

    /// A number of things.
    private init(_ name: String, _ kind: Kind, _ help: String) {
        self.init(name, kind, .none, help)
    }

    /// As Prometheus writes it: `http_server_request_duration_seconds`.
    ///
    /// Source: OpenTelemetry, "Prometheus and OpenMetrics Compatibility".
    /// <https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/>
    package var prometheusName: String {
        var name = Self.prometheusName(of: name)
        if unit != .none { name += "_\(unit.rawValue)" }
        if kind == .counter { name += "_total" }
        return name
    }

    /// A metric's or an attribute's name with underscores for dots.
    static func prometheusName(of name: String) -> String {
        String(decoding: name.utf8.map { $0 == UInt8(ascii: ".") ? 0x5F : $0 }, as: UTF8.self)
    }
}

extension Metric {
    /// The bounds that OpenTelemetry names for requests and calls, in seconds.
    private static let requestBounds = [
        0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10,
    ]
    /// Those that it names for databases.
    private static let databaseBounds = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10]

    // MARK: Requests

    package static let requestDuration = Self(
        "http.server.request.duration", .histogram(bounds: requestBounds), .seconds,
        "How long HTTP requests took, from the end of their head to the last byte of the answer")
    package static let activeRequests = Self(
        "http.server.active_requests", .gauge, "HTTP requests that are worked on or wait")
    package static let openConnections = Self(
        "gatehouse.connections", .gauge, "Connections of clients that are open")
    package static let callDuration = Self(
        "rpc.server.call.duration", .histogram(bounds: requestBounds), .seconds,
        "How long operations took, those of the console's pages among them")
    package static let refusals = Self(
        "gatehouse.operation.refusals", .counter,
        "Operations that were refused or failed, by the code of the error")
    package static let decisions = Self(
        "gatehouse.authorization.decisions", .counter,
        "What the policies decided about operations")
    package static let authenticationFailures = Self(
        "gatehouse.authentication.failures", .counter,
        "Requests that were refused before it was known who sent them, by the code of the error")
    package static let secretAttempts = Self(
        "gatehouse.secret.attempts", .counter,
        "Attempts at passwords and other secrets that can be guessed, by how they ended")

    // MARK: What answers them

    package static let databaseDuration = Self(
        "db.client.operation.duration", .histogram(bounds: databaseBounds), .seconds,
        "How long transactions took, with their waiting")
    package static let databaseConnections = Self(
        "db.client.connection.count", .gauge, "Connections to the database's server")
    package static let isReady = Self(
        "gatehouse.ready", .gauge, "1 while requests can be answered, as /readyz says; else 0")
    package static let queueLength = Self(
        "gatehouse.queue.length", .gauge, "Pieces of work that wait for their turn")
    package static let hashDuration = Self(
        "gatehouse.password.hash.duration", .histogram(bounds: requestBounds), .seconds,
        "How long passwords took to be hashed or compared, without their waiting")

    // MARK: What leaves the server

    package static let mail = Self(
        "gatehouse.mail.messages", .counter, "Tries to hand a message on, by how they ended")
    package static let waitingMail = Self(
        "gatehouse.mail.waiting", .gauge, "Messages that wait to be sent")
    package static let failedMail = Self(
        "gatehouse.mail.failed", .gauge, "Messages that were given up and are kept")
    package static let deliveredRecords = Self(
        "gatehouse.audit.delivery.records", .counter,
        "Audit records that a target took, by the kind of the target")
    package static let deliveryFailures = Self(
        "gatehouse.audit.delivery.failures", .counter,
        "Tries to deliver audit records that failed, by the kind of the target")
    package static let lostLogLines = Self(
        "gatehouse.access_log.lost", .counter,
        "Lines of the access log that were not written, since its file was too slow or full")

    // MARK: The process

    package static let certificateEnd = Self(
        "gatehouse.tls.certificate.not_after", .gauge, .seconds,
        "When the listener's certificate expires, in seconds since 1970")
    package static let processorTime = Self(
        "process.cpu.time", .counter, .seconds, "Processor time that the process used")
    package static let memory = Self(
        "process.memory.usage", .gauge, .bytes, "Memory of the process that is in use")
    package static let openFiles = Self(
        "process.unix.file_descriptor.count", .gauge, "Files and sockets that are open")
    package static let openFilesLimit = Self(
        "gatehouse.process.file_descriptor.limit", .gauge, "Files and sockets that may be open")
    package static let uptime = Self(
        "process.uptime", .gauge, .seconds, "How long the process has run")

    /// Every metric, in the order in which they are shown.
    package static let all = [
        requestDuration, activeRequests, openConnections, callDuration, refusals, decisions,
        authenticationFailures, secretAttempts, databaseDuration, databaseConnections, isReady,
        queueLength, hashDuration, mail, waitingMail, failedMail, deliveredRecords,
        deliveryFailures, lostLogLines, certificateEnd, processorTime, memory, openFiles,
        openFilesLimit, uptime,
    ]
}
