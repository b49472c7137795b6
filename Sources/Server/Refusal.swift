import AWSWire

/// A request the listener does not pass on: it is malformed, too long, or too slow.
///
/// Answered in the form of AWS's query protocol, which an SDK reads as any other error.
enum Refusal: Error, Equatable {
    case malformed(String)
    case bodyTooLong(limit: Int)
    case bodyTooSlow
    /// The bodies of other requests take all the memory there is for bodies.
    case noRoom
    case unknownExpectation
    /// An unsigned request under a name that is not among the ``KnownHosts``.
    case unknownHost
    /// A request by plain HTTP where TLS is spoken, of a browser, say. It may ask at this URL.
    case elsewhere(String)
    /// A request by plain HTTP that had better not come again.
    case notSecure

    var response: WireResponse {
        var response = errorResponse
        if case .elsewhere(let url) = self { response.headers.add("location", url) }
        return response
    }

    private var errorResponse: WireResponse {
        let (status, code, message) = parts
        let type = status < 500 ? "Sender" : "Receiver"
        let xml = """
            <ErrorResponse><Error><Type>\(type)</Type><Code>\(code)</Code>\
            <Message>\(message)</Message></Error></ErrorResponse>

            """
        return WireResponse(
            status: status, headers: ["content-type": "text/xml"], body: Array(xml.utf8))
    }

    /// Status, code and sentence. The sentences hold nothing that needs escaping in XML.
    private var parts: (Int, String, String) {
        switch self {
        case .malformed(let reason): (400, "MalformedHTTPRequest", reason)
        case .bodyTooLong(let limit):
            (413, "RequestEntityTooLarge", "The request body is longer than \(limit) bytes.")
        case .bodyTooSlow: (408, "RequestTimeout", "The request body did not arrive in time.")
        case .noRoom:
            (
                503, "ServiceUnavailable",
                "Too many large requests are in progress. Try again in a moment."
            )
        case .unknownExpectation:
            (417, "ExpectationFailed", "Only the expectation 100-continue is understood.")
        case .elsewhere: (308, "PermanentRedirect", "Use https.")
        case .notSecure:
            (
                400, "InsecureTransport",
                "Use https: what is sent without it can be read on its way. Make a new access key "
                    + "if one was used, and change a password that was sent."
            )
        case .unknownHost:
            (
                421, "MisdirectedRequest",
                "The request is not signed, and its Host is not a name of this server. Sign it, or "
                    + "add the name to hosts in the configuration file."
            )
        }
    }
}
