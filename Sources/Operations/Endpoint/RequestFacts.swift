package import AWSWire
package import IAMIdentifiers

/// What the server knows of a request beside who sent it and what it asks: it fills condition keys
/// and the audit record. Fixed for the request, so that an operation run again sees the same.
package struct RequestFacts: Sendable {
    /// The ID the answer carries, a UUID.
    package let requestID: String
    package let now: Timestamp
    /// The client's address, as `203.0.113.9` or `2001:db8::9`.
    package let sourceAddress: String
    package let userAgent: String
    /// What of the user agent is written down: its first 1,024 bytes, as CloudTrail has it.
    /// Source: AWS CloudTrail User Guide, "CloudTrail record contents", "userAgent".
    /// <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html>
    var recordedUserAgent: String {
        String(decoding: userAgent.utf8.prefix(1_024), as: UTF8.self)
    }
    /// The `Referer` header; nil without one.
    package let referer: String?
    package let isSecure: Bool
    /// The `Host` header, or its first 255 bytes: no name is longer. Nil without one.
    package let host: String?
    /// The region of the credential scope; the console's is `us-east-1`.
    package let region: String

    /// The longest value of a header field that policies are asked about, in bytes. AWS tells no
    /// limit; the longest that its tools send have some hundred.
    package static let longestField = 2_048

    /// The name of a header field whose value is too long to be compared with policies, or nil.
    /// Cutting it would make a value that no longer matches a denial that is meant for it.
    package static func fieldTooLong(in request: WireRequest) -> String? {
        ["user-agent", "referer"].first { name in
            request.headers.all(name).contains { $0.utf8.count > longestField }
        }
    }

    /// Whether the client still waits; nil when there is none, or it cannot be seen.
    package let client: ClientPresence?

    /// The language of the pages that the request is for; nil when it is for none.
    package let language: Language?

    /// What the access log gets to know; nil where there is none.
    package let accessNotes: RequestNotes?

    package init(
        requestID: String, now: Timestamp, sourceAddress: String, userAgent: String,
        referer: String? = nil, isSecure: Bool = false, host: String? = nil,
        region: String = "us-east-1",
        client: ClientPresence? = nil, language: Language? = nil, accessNotes: RequestNotes? = nil
    ) {
        accessNotes?.note(requestID: requestID)
        self.accessNotes = accessNotes
        self.requestID = requestID
        self.now = now
        self.sourceAddress = sourceAddress
        self.userAgent = userAgent
        self.referer = referer
        self.isSecure = isSecure
        self.host = host.map { String(decoding: $0.utf8.prefix(255), as: UTF8.self) }
        self.region = region
        self.client = client
        self.language = language
    }
}

extension RequestFacts {
    /// What a request to the API says.
    /// - Parameter region: of its signature; the usual one where nobody signed.
    init(
        of request: WireRequest, requestID: String, now: Timestamp, region: String = "us-east-1"
    ) {
        self.init(
            requestID: requestID, now: now, sourceAddress: request.remoteAddress,
            userAgent: request.headers["user-agent"] ?? "", referer: request.headers["referer"],
            isSecure: request.isSecure, host: request.headers["host"], region: region,
            client: request.client, accessNotes: request.accessNotes)
    }

    /// Where the request was sent to, without a path; nil where that is not known.
    var address: String? { host.map { (isSecure ? "https://" : "http://") + $0 + "/" } }

    /// What is known where nobody sent a request: the server or its operator acts.
    static func ofServer(at now: Timestamp) -> RequestFacts {
        RequestFacts(
            requestID: UUIDText.random(), now: now, sourceAddress: "localhost",
            userAgent: "gatehouse")
    }
}
