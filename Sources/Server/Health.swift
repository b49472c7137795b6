import AWSWire
import Store

/// The two questions a supervisor or load balancer asks. Neither needs a credential, so the answer
/// says what kind of thing is wrong, and names no place.
struct Health: Sendable {
    /// Why requests cannot be answered now; nil while they can.
    let problem: @Sendable () async -> StoreError?

    /// Whether `path` is one of the two.
    static func answers(_ path: String) -> Bool { path == "/healthz" || path == "/readyz" }

    /// The answer to `/healthz` (the process runs) and `/readyz` (it can serve); nil for any other
    /// path.
    func answer(to request: WireRequest) async -> WireResponse? {
        guard Self.answers(request.path) else { return nil }
        guard request.method == "GET" || request.method == "HEAD" else {
            return WireResponse(status: 405, headers: ["allow": "GET, HEAD"])
        }
        guard request.path == "/readyz" else { return text(200, "ok\n") }
        guard let problem = await problem() else { return text(200, "ready\n") }
        return text(503, "not ready: \(Self.words(for: problem))\n")
    }

    private static func words(for problem: StoreError) -> String {
        switch problem {
        case .busy: "the database is busy"
        case .full: "the disk is full"
        case .readOnly, .exposed: "the database's files do not have the right owner or mode"
        case .replaced, .notFound: "the database was removed or replaced"
        case .damaged: "the database is damaged"
        case .newerVersion, .olderVersion, .changedMigration, .unfinishedCopy:
            "the database is not of this program's version"
        case .unreachable, .uncertain: "the database's server is not reached"
        case .duplicate, .foreignKey, .invalidRow, .locked, .unexpectedColumn, .other:
            "the database does not serve; see the log"
        }
    }

    private func text(_ status: Int, _ body: String) -> WireResponse {
        WireResponse(
            status: status, headers: ["content-type": "text/plain; charset=utf-8"],
            body: Array(body.utf8))
    }
}
