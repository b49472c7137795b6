import Glibc
import HTTPSFetch
import IAMIdentifiers
import Operations
import Workers

/// Sends JSON to the server that an operator named.
///
/// The operator chose it, so it may have an address of a private network.
struct Hook: Sendable {
    /// How long an answer may take, in seconds. It is less than an ``AuditDelivery`` claims.
    private static let timeoutSeconds = 10

    private let request: HTTPSRequest
    private let headers: [String]
    private let workers = WorkerPool<ExactText>(
        .init(threads: 1, runningPerKey: 1, waiting: 4, waitingPerKey: 4, niceness: 5))

    /// - Parameter table: the one of the configuration that says so.
    init(_ settings: HookSettings, of table: String) throws(ConfigurationError) {
        if let file = settings.authoritiesFile, access(file, R_OK) != 0 {
            throw ConfigurationError(
                place: "[\(table)]",
                problem: .unusableFile(
                    key: "hook_ca_file", file, reason: String(cString: strerror(errno))))
        }
        request = HTTPSRequest(
            url: settings.url, mayBePrivate: true, authoritiesFile: settings.authoritiesFile,
            mayBePlainHere: true, timeoutSeconds: Self.timeoutSeconds)
        var headers = ["Content-Type: application/json", "User-Agent: gatehouse", "Expect:"]
        if let file = settings.tokenFile {
            let token = try SecretFile.read(
                file, namedBy: "hook_token_file", in: table, what: "the token")
            headers.append("Authorization: Bearer \(token.reveal())")
        }
        self.headers = headers
    }

    /// Returns when the server has taken it: when it answered with a status from 200 to 299.
    func post(_ json: String) async throws {
        try await workers.run(for: ExactText(request.url)) { [request, headers] _ in
            let answer = try HTTPSClient().post(
                HTTPSMessage(headers: headers, body: json), to: request)
            guard (200...299).contains(answer.status) else {
                throw HTTPSFailure.status(answer.status)
            }
        }
    }
}

/// Gives audit records to a server, some at once: `{"Records":[…]}`, as CloudTrail's files are.
struct HookSink: AuditSink {
    let target = "hook"
    let interval = Duration.seconds(2)
    let reach: Duration? = nil

    private let hook: Hook

    init(_ hook: Hook) { self.hook = hook }

    func take(_ records: [DeliveredRecord], of account: AccountID) async throws {
        try await hook.post(CloudTrailFile.json(of: records))
    }
}
