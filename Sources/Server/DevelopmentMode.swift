import AWSWire
import Console
import IAMIdentifiers
package import Operations

/// What `gatehouse serve --dev` answers beside the rest.
///
/// `POST /dev/reset` puts everything back to the first state; `GET /dev/mail` and `/dev/mail.json`
/// show the mail that would have been sent. None asks for a credential, so none answers requests
/// that a page of another site makes in a developer's browser. Like all pages, they are reached
/// under the names of ``KnownHosts`` alone.
package struct DevelopmentMode: Sendable {
    private let mail: @Sendable () async throws -> [Mail.Sent]
    private let reset: @Sendable () async throws -> Void

    /// - Parameter mail: all that was sent, the newest first.
    package init(
        mail: @escaping @Sendable () async throws -> [Mail.Sent] = { [] },
        reset: @escaping @Sendable () async throws -> Void
    ) {
        self.mail = mail
        self.reset = reset
    }

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
        do {
            switch (request.method, request.path) {
            case ("POST", "/dev/reset"):
                try await reset()
                return WireResponse(status: 204)
            case ("GET", "/dev/mail.json"):
                let messages = try await mail().map(Self.json).joined(separator: ",")
                return Self.text(200, "[\(messages)]", "application/json")
            case ("GET", "/dev/mail"):
                return DevelopmentMail.response(
                    try await mail(), accepting: request.headers["accept-language"])
            case (_, "/dev/reset"): return Self.text(405, "use POST\n")
            default: return Self.text(404, "not found\n")
            }
        } catch {
            return Self.text(500, "failed: \(error)\n")
        }
    }

    private static func json(_ mail: Mail.Sent) -> String {
        var object = JSONObject()
        object.string("to", mail.recipient)
        object.string("from", mail.sender)
        object.string("subject", mail.subject)
        object.string("text", mail.text)
        object.string("html", mail.html)
        object.string("at", mail.at.iso8601)
        return object.text
    }

    private static func text(
        _ status: Int, _ text: String, _ type: String = "text/plain; charset=utf-8"
    ) -> WireResponse {
        WireResponse(
            status: status, headers: ["content-type": type, "cache-control": "no-store"],
            body: Array(text.utf8))
    }
}
