import AWSWire
import Console
import IAMIdentifiers

/// What `gatehouse serve --dev` answers beside the rest.
///
/// `POST /dev/reset` puts everything back to the first state; `GET /dev/mail` and `/dev/mail.json`
/// show the mail that would have been sent. None asks for a credential, so none answers requests
/// that a page of another site makes in a developer's browser. Like all pages, they are reached
/// under the names of ``KnownHosts`` alone.
package struct DevelopmentMode: Sendable {
    private let reset: @Sendable () async throws -> Void

    package init(reset: @escaping @Sendable () async throws -> Void) { self.reset = reset }

    /// Whether a path is reserved for development mode, whether it is on or off.
    static func owns(_ path: String) -> Bool { path.begins(with: "/dev/") }

    /// Answers a request below `/dev`; nil for any other.
    func answer(_ request: WireRequest) async -> WireResponse? {
        guard Self.owns(request.path) else { return nil }
        // A program sends no headers about sites and passes. A browser must come from a page of
        // ours.
        guard AntiForgery.isFromHere(request) else {
            return Self.text(403, "not for other sites\n")
        }
        switch (request.method, request.path) {
        case ("POST", "/dev/reset"): return await resetting()
        // No operation sends mail yet, so none is ever there.
        case ("GET", "/dev/mail.json"): return Self.text(200, "[]", "application/json")
        case ("GET", "/dev/mail"): return Self.text(200, "no mail has been sent\n")
        case (_, "/dev/reset"): return Self.text(405, "use POST\n")
        default: return Self.text(404, "not found\n")
        }
    }

    private func resetting() async -> WireResponse {
        do {
            try await reset()
            return WireResponse(status: 204)
        } catch {
            return Self.text(500, "could not be reset: \(error)\n")
        }
    }

    private static func text(
        _ status: Int, _ text: String, _ type: String = "text/plain; charset=utf-8"
    ) -> WireResponse {
        WireResponse(
            status: status, headers: ["content-type": type, "cache-control": "no-store"],
            body: Array(text.utf8))
    }
}
