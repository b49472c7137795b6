import AWSWire

/// The two questions a supervisor or load balancer asks. Neither needs a credential nor says more
/// than yes or no.
struct Health: Sendable {
    /// Whether requests can be answered now: the store can be read.
    let isReady: @Sendable () async -> Bool

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
        return await isReady() ? text(200, "ready\n") : text(503, "not ready\n")
    }

    private func text(_ status: Int, _ body: String) -> WireResponse {
        WireResponse(
            status: status, headers: ["content-type": "text/plain; charset=utf-8"],
            body: Array(body.utf8))
    }
}
