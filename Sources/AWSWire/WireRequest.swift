/// One HTTP request as it came in: nothing decoded, nothing reordered, because a signature covers
/// the bytes that were sent.
package struct WireRequest: Sendable {
    /// `GET`, `POST`, …, in capitals.
    package var method: String
    /// The path as sent, percent-encoding included; begins with a slash.
    package var path: String
    /// What stands after the question mark, as sent; empty without one.
    package var query: String
    package var headers: WireHeaders
    /// The whole body; the listener has already refused one that is too long.
    package var body: [UInt8]
    /// The client's address without its port: the peer's, or the one a trusted proxy named.
    package var remoteAddress: String
    /// Whether the client came over TLS, to us or to a trusted proxy.
    package var isSecure: Bool

    /// Whether the client still waits for the answer; nil when that cannot be seen.
    package var client: ClientPresence?

    /// The trace that it belongs to; nil without one.
    package var trace: TraceContext?

    /// What the access log gets to know; nil where there is none.
    package var accessNotes: RequestNotes?

    package init(
        method: String, path: String, query: String = "", headers: WireHeaders = [:],
        body: [UInt8] = [], remoteAddress: String = "127.0.0.1", isSecure: Bool = false
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
        self.remoteAddress = remoteAddress
        self.isSecure = isSecure
    }
}

/// One HTTP answer.
package struct WireResponse: Sendable {
    package var status: Int
    package var headers: WireHeaders
    package var body: [UInt8]

    package init(status: Int, headers: WireHeaders = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}
