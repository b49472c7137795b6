import AWSWire
import HTTPTypes
import HummingbirdCore
import IAMIdentifiers
import NIOCore
import Workers

/// One HTTP request in, one answer out: the single responder for every path.
///
/// It keeps what a signature covers as it was sent (method, path, query, each header field by
/// itself) and refuses what is malformed or beyond the limits before anything else sees it.
struct HTTPEndpoint: Sendable {
    let limits: Limits
    let bodies: BodyBudget
    let proxies: TrustedProxies
    /// Where clients of plain HTTP are sent; nil where they are answered.
    let secureSite: SecureSite?
    let health: Health
    /// Whose request is worked on. A client with many connections waits for its own requests alone.
    let turns: FairGate<IPAddress?>
    let handler: Listener.Handler
    let telemetry: RequestTelemetry

    /// About what a request costs before its turn and after it: to read its bytes, to write those
    /// of its answer, and to hand it from thread to thread. `/healthz` takes 80 µs of processor
    /// time, a byte of a head 3 ns, a byte of a body 1.4 ns; the first is doubled for the handing
    /// over.
    private static func toll(_ request: WireRequest, _ answer: WireResponse) -> Duration {
        let head = request.path.utf8.count + request.query.utf8.count
        let bodies = request.body.count + answer.body.count
        return .nanoseconds(160_000 + 3 * head + 3 * bodies / 2)
    }

    /// Answers one request.
    /// - Throws: what ends the connection: a body that did not arrive in time (after a 408), a
    ///   malformed one (the connection's handler answers 400), or a peer that went away.
    func respond(
        to request: Request, _ writer: consuming ResponseWriter, on channel: any Channel,
        from client: ClientPresence, isSecure: Bool
    ) async throws {
        var wire = WireRequest(method: request.method.rawValue, path: "/")
        let answer: WireResponse
        var fault: (any Error)?
        let measured = telemetry.begin(wire.method, isSecure: isSecure)
        var bodyBytes = 0
        do {
            let peer = channel.remoteAddress?.ipAddress ?? "local"
            wire = try head(of: request, peer: peer, isSecure: isSecure)
            wire.client = client
            wire.accessNotes = telemetry.notes()
            wire.trace = Self.trace(of: wire)
            if !isSecure, let secureSite { throw secureSite.refusal(of: wire) }
            let site = proxies.site(of: wire.remoteAddress)
            turns.begin(site)
            defer { turns.end(site) }
            var share = BodyBudget.Share(of: bodies, for: site)
            defer { share.end() }
            try announceBody(of: request, &share)
            if try expectsContinue(request) {
                try await writer.writeInformationalHead(HTTPResponse(status: .continue))
            }
            wire.body = try await body(of: request, &share)
            bodyBytes = wire.body.count
            answer = try await turns.pass(for: site) { await self.answer(to: wire) }
            turns.charge(Self.toll(wire, answer), to: site)
            wire.body = []
        } catch let refusal as Refusal {
            answer = refusal.response
        } catch let slow as ConnectionDeadlines.SlowBody {
            answer = Refusal.bodyTooSlow.response
            fault = slow
        } catch {
            telemetry.end(measured, wire, .clientGone, bodyBytes: bodyBytes)
            throw error
        }
        defer { telemetry.end(measured, wire, answer, bodyBytes: bodyBytes) }
        let (head, body) = encode(answer, to: wire, isLast: fault != nil)
        try await writer.write(response: head, body: body)
        if let fault { throw fault }
    }

    private func answer(to request: WireRequest) async -> WireResponse {
        if let answer = await health.answer(to: request) { return answer }
        let answer =
            if let trace = request.trace {
                await TraceContext.$current.withValue(trace) { await handler(request) }
            } else {
                await handler(request)
            }
        guard Compression.mayApply(to: answer) else { return answer }
        return await offLoop { Compression.apply(to: answer, for: request) }
    }

    /// A field that stands there twice, or is not valid, is as good as none.
    private static func trace(of request: WireRequest) -> TraceContext? {
        let fields = request.headers.all("traceparent")
        return fields.count == 1 ? TraceContext(fields[0]) : nil
    }

    // MARK: Reading

    private static func isSafe(_ request: Request) -> Bool {
        !(request.head.path ?? "").hasLongCombiningRun
            && !(request.head.authority ?? "").hasLongCombiningRun
            && !request.headers.contains { $0.value.hasLongCombiningRun }
    }

    private func head(
        of request: Request, peer: String, isSecure: Bool
    ) throws -> WireRequest {
        // What is not safe to compare is not even looked into.
        guard Self.isSafe(request) else {
            throw Refusal.malformed(
                "The request target or a header field has more than 30 combining marks in a row.")
        }
        guard let target = RequestTarget(request.head.path ?? "") else {
            throw Refusal.malformed("The request target is not a path.")
        }
        var headers: WireHeaders = [:]
        // The codec below us takes the first Host out of the fields; put it back, as the first.
        if let host = request.head.authority { headers.add("host", host) }
        for field in request.headers { headers.add(field.name.canonicalName, field.value) }
        let client = proxies.client(peer: peer, isSecure: isSecure, headers: headers)
        let wire = WireRequest(
            method: request.method.rawValue, path: target.path, query: target.query,
            headers: headers, remoteAddress: client.address, isSecure: client.isSecure)
        try Self.checkHost(of: wire, target)
        return wire
    }

    /// Whose host is not exactly one is refused: RFC 9112 §3.2. A supervisor that speaks HTTP/1.0
    /// may ask how the server is without one.
    private static func checkHost(of wire: WireRequest, _ target: RequestTarget) throws {
        let hosts = wire.headers.all("host")
        guard hosts.count <= 1 else {
            throw Refusal.malformed("The request has more than one Host header field.")
        }
        guard let text = hosts.first else {
            if Health.answers(wire.path) { return }
            throw Refusal.malformed("The request has no Host header field.")
        }
        guard let host = Authority(text) else {
            throw Refusal.malformed("The Host header field is missing or is no host.")
        }
        // A target may name a host, and then that one counts (RFC 9112 §3.2.2). A client sends the
        // same in both places (§3.2); of two that differ one would be ignored, signed or checked.
        if let named = target.authority, named != host {
            throw Refusal.malformed("The request target names another host than the Host field.")
        }
    }

    /// Refuses a body whose length is said, and too much, before it is read.
    private func announceBody(of request: Request, _ share: inout BodyBudget.Share) throws {
        guard let length = request.headers[.contentLength].flatMap(Int.init) else { return }
        guard length <= limits.bodyBytes else {
            throw Refusal.bodyTooLong(limit: limits.bodyBytes)
        }
        try share.grow(to: length)
    }

    /// Whether the client waits to be told to send its body. Source: RFC 9110 §10.1.1.
    private func expectsContinue(_ request: Request) throws -> Bool {
        guard let expectation = request.headers[.expect] else { return false }
        guard expectation.lowercased() == "100-continue" else { throw Refusal.unknownExpectation }
        return true
    }

    /// Pieces in which a body may come: of the longest that is allowed by default each has 128
    /// bytes or more. Chunks of one byte take a hundred times the work of their body.
    static let mostPieces = 8_192

    private func body(
        of request: Request, _ share: inout BodyBudget.Share
    ) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        var pieces = 0
        for try await buffer in request.body {
            pieces += 1
            guard pieces <= Self.mostPieces else {
                throw Refusal.malformed("The request body comes in too many small chunks.")
            }
            guard bytes.count + buffer.readableBytes <= limits.bodyBytes else {
                throw Refusal.bodyTooLong(limit: limits.bodyBytes)
            }
            try share.grow(to: bytes.count + buffer.readableBytes)
            bytes.append(contentsOf: buffer.readableBytesView)
        }
        return bytes
    }

    // MARK: Writing

    /// An answer as it goes out. To HEAD it has the length of a body and no body.
    private func encode(
        _ answer: WireResponse, to request: WireRequest, isLast: Bool
    ) -> (HTTPResponse, ResponseBody) {
        var fields = HTTPFields()
        for field in answer.headers.fields {
            guard let name = HTTPField.Name(field.name) else {
                assertionFailure("`\(field.name)` is no header field name")
                continue
            }
            fields.append(HTTPField(name: name, value: field.value))
        }
        SecurityHeaders.add(to: &fields, isSecure: request.isSecure, host: request.headers["host"])
        fields.append(HTTPField(name: .date, value: HTTPDate.now()))
        if isLast { fields[.connection] = "close" }
        let hasBody = answer.status != 204 && answer.status != 304
        if hasBody {
            fields.append(HTTPField(name: .contentLength, value: String(answer.body.count)))
        }
        let head = HTTPResponse(status: .init(code: answer.status), headerFields: fields)
        guard hasBody, request.method != "HEAD" else { return (head, ResponseBody()) }
        return (head, ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
    }
}

extension WireResponse {
    /// What stands in the log where the client went away before there was an answer, or its bytes
    /// were no request.
    ///
    /// Source: nginx, "Module ngx_http_core_module", which has the status 499 for it.
    fileprivate static let clientGone = WireResponse(status: 499)
}
