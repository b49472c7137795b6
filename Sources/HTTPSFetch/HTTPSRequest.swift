import IAMIdentifiers

/// What is fetched, and whom the client trusts for it.
package struct HTTPSRequest: Sendable, Equatable {
    package let url: String
    /// Whether the server may have an address of a private network.
    package let mayBePrivate: Bool
    /// A file of certificates that the server's may come from, beside those of the system; nil for
    /// none.
    package let authoritiesFile: String?
    /// SHA-1 hashes in hexadecimal digits of certificates that are trusted although no known
    /// authority signed them.
    package let thumbprints: [String]
    /// Whether a server on this machine may be asked over plain HTTP. No other server may.
    package let mayBePlainHere: Bool
    /// How long the answer may take, in seconds.
    package let timeoutSeconds: Int
    /// Lines such as `traceparent: 00-…`, without their ends.
    package let headers: [String]

    package init(
        url: String, mayBePrivate: Bool = false, authoritiesFile: String? = nil,
        thumbprints: [String] = [], mayBePlainHere: Bool = false, timeoutSeconds: Int = 5,
        headers: [String] = []
    ) {
        self.url = url
        self.mayBePrivate = mayBePrivate
        self.authoritiesFile = authoritiesFile
        self.thumbprints = thumbprints
        self.mayBePlainHere = mayBePlainHere
        self.timeoutSeconds = timeoutSeconds
        self.headers = headers
    }

    /// Whether it is for a server on this machine, over plain HTTP.
    var isPlain: Bool { mayBePlainHere && url.begins(with: "http://") }
}

/// What is sent to a server, by POST.
package struct HTTPSMessage: Sendable {
    /// Lines such as `Host: id.example.com`, without their ends.
    package let headers: [String]
    /// Text without the character NUL.
    package let body: String

    package init(headers: [String], body: String) {
        self.headers = headers
        self.body = body
    }
}

/// What a server answered.
package struct HTTPSAnswer: Sendable {
    package let status: Int
    package let body: [UInt8]
    /// The header field Strict-Transport-Security; nil without one.
    package let transportSecurity: String?

    package init(status: Int, body: [UInt8] = [], transportSecurity: String? = nil) {
        self.status = status
        self.body = body
        self.transportSecurity = transportSecurity
    }
}

/// Why a document was not fetched.
package enum HTTPSFailure: Error, Equatable {
    /// The server was not reached, or did not answer in time.
    case unreachable(String)
    /// Its certificate is from no known authority, and is none of those that are trusted.
    case untrusted(String)
    /// Its name leads to an address that must not be asked.
    case forbiddenAddress
    /// It answered with another status than 200.
    case status(Int)
    /// The document is longer than is taken.
    case tooLong
    /// Nobody waits for the document any more.
    case interrupted
}
