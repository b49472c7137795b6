package import AWSWire
import Credentials
import IAMIdentifiers
import Logging
package import Operations

/// The web console: turns requests into pages. It sees operations and nothing below them.
package struct Console: Sendable {
    let services: Services
    let pipeline: Pipeline
    let signIn: SignIn
    let lostDevice: LostDevice
    /// Whether anyone may make an account, rather than the holder of the setup link alone.
    let isSignUpOpen: Bool
    /// What addresses that pages show begin with, as `https://id.example.com`; nil for the scheme
    /// and host of the request.
    let publicURL: String?

    package init(_ services: Services, isSignUpOpen: Bool, publicURL: String? = nil) {
        self.services = services
        self.isSignUpOpen = isSignUpOpen
        self.publicURL = publicURL
        pipeline = Pipeline(services)
        signIn = SignIn(services)
        lostDevice = LostDevice(services)
    }

    /// The largest form, in bytes: the largest policy document, percent-encoded.
    static let longestForm = 1_048_576

    /// Answers a request, or gives nil when its path is not the console's.
    ///
    /// A plain `GET /` is the console's too and leads to its first page.
    package func respond(to request: WireRequest) async -> WireResponse? {
        guard Self.owns(request.path) else { return nil }
        if request.path == "/" {
            guard request.method == "GET" || request.method == "HEAD" else { return nil }
            return Reply.redirect(HomePage()).response
        }
        if let field = RequestFacts.fieldTooLong(in: request) {
            return WireResponse(
                status: 431, headers: ["content-type": "text/plain; charset=utf-8"],
                body: Array(
                    "The header field \(field) is longer than \(RequestFacts.longestField) bytes.\n"
                        .utf8))
        }
        if request.path.begins(with: Assets.folder) { return asset(at: request.path) }
        let cookies = Cookies(request)
        let facts = RequestFacts(
            requestID: UUIDText.random(), now: services.now(),
            sourceAddress: request.remoteAddress,
            userAgent: request.headers["user-agent"] ?? "", referer: request.headers["referer"],
            isSecure: request.isSecure, host: request.headers["host"], client: request.client,
            language: Language(of: request, cookies), accessNotes: request.accessNotes)
        do {
            return try await Responder(
                console: self, request: request,
                requested: RequestedPage(path: request.path, query: request.query),
                cookies: cookies, facts: facts
            ).reply().response
        } catch {
            services.logger.error(
                "a page failed",
                metadata: ["request": "\(facts.requestID)", "cause": "\(error)"])
            return WireResponse(
                status: 500, headers: ["content-type": "text/plain; charset=utf-8"],
                body: Array("Something failed. Request: \(facts.requestID)\n".utf8))
        }
    }

    /// Answers a request for a page under a name that is not this server's. Cookies are not looked
    /// at: whoever owns the name could have set them.
    package func unknownHost(_ request: WireRequest) -> WireResponse {
        let language = Language(accepting: request.headers["accept-language"])
        return Reply.page(
            ErrorPages.unknownHost(request.headers["host"] ?? "", language), status: 421
        ).response
    }

    /// Whether a path begins as a page's does, or is `/`.
    package static func owns(_ path: String) -> Bool {
        path == "/" || root(of: path) != nil
    }

    /// The first part of a path of the console's; nil for any other path.
    package static func root(of path: String) -> String? {
        let first = path.dropFirst().parts(at: "/", maxSplits: 1)[0]
        return PageName.roots.contains(first) ? String(first) : nil
    }

    private func asset(at path: String) -> WireResponse {
        guard let asset = Assets.at(path) else {
            return WireResponse(status: 404, headers: ["cache-control": "no-store"])
        }
        return asset.response
    }
}
