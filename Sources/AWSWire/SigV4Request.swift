import Crypto
package import IAMIdentifiers

/// A request that claims to be signed with AWS Signature Version 4, in its header or as a
/// presigned URL. Everything that can be refused without the secret has been.
///
/// Stricter than the specification where a request could be read in two ways: what must be there
/// once is refused when repeated, and header and presigned form at once are refused. As AWS does
/// outside S3, the payload is always covered: `UNSIGNED-PAYLOAD` and streaming forms match nothing.
///
/// Source: IAM User Guide, "AWS Signature Version 4 for API requests".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html>
package struct SigV4Request: Sendable {
    /// How far a client's clock may be off.
    package static let clockSkew = Duration.seconds(5 * 60)
    /// How long a presigned URL holds, whatever it asks for. IAM and STS know no longer one:
    /// <https://github.com/aws/aws-sdk-go/issues/2167>
    package static let presignedLifetime = Duration.seconds(15 * 60)

    /// The credential's first element: whose secret must have signed. Not checked in any way.
    package let accessKeyID: String
    package let scope: CredentialScope
    /// When the client says it signed, to the second.
    package let signedAt: Timestamp
    /// The session token that temporary credentials come with.
    package let sessionToken: String?
    package let isPresigned: Bool

    private let request: WireRequest
    private let query: SigV4Query
    private let signedHeaders: [String]
    private let signature: String
    /// What the client says the payload's hash is, if it does.
    private let claimedPayloadHash: String?

    /// Reads what `request` claims.
    /// - Parameters:
    ///   - now: the time of arrival, against which the request's date is checked.
    ///   - services: the service names that credentials may be scoped to.
    package init(
        _ request: WireRequest, at now: Timestamp, serving services: Set<String>
    ) throws(SignatureError) {
        let query = try SigV4Query(request.query)
        let authorization = try request.headers.single("Authorization")
        let isPresigned = try query.isPresigned
        guard authorization == nil || !isPresigned else { throw .bothForms }
        guard authorization != nil || isPresigned else { throw .missing }

        let date = try isPresigned ? query.value("X-Amz-Date") : request.headers.signingDate
        let parameters =
            if let authorization {
                try SigV4Parameters(
                    authorization: authorization, hasDate: !(date ?? "").isEmpty)
            } else {
                try SigV4Parameters(query: query)
            }
        let signedAt = try Self.moment(date ?? "", allowsHTTPDate: !isPresigned)
        try Self.checkHeaders(request.headers, signed: parameters.signedHeaders)
        try parameters.credential.check(services: services, date: signedAt.iso8601Basic)
        if isPresigned {
            try Self.checkTime(signedAt, expires: query.value("X-Amz-Expires"), at: now)
        } else {
            try Self.checkTime(signedAt, at: now)
        }

        self.request = request
        self.query = query
        self.signedAt = signedAt
        self.isPresigned = isPresigned
        accessKeyID = parameters.credential.accessKeyID
        scope = parameters.credential.scope
        signedHeaders = parameters.signedHeaders
        signature = parameters.signature
        sessionToken = try query.or(request.headers, "X-Amz-Security-Token", if: isPresigned)
        claimedPayloadHash = try query.or(request.headers, "X-Amz-Content-Sha256", if: isPresigned)
    }

    /// Returns if the request was signed with `secret`, as it arrived, payload included.
    package func verify(secret: Secret, keys: SigningKeyCache) throws(SignatureError) {
        let payloadHash = SigV4CanonicalRequest.hash(request.body)
        if let claimedPayloadHash, !claimedPayloadHash.utf8.elementsEqual(payloadHash) {
            throw .mismatch
        }
        guard let claimed = SigV4Encoding.digest(hexadecimal: signature) else { throw .mismatch }
        let canonicalRequest = try SigV4CanonicalRequest.bytes(
            request, query: query, omitting: isPresigned ? "X-Amz-Signature" : nil,
            signedHeaders: signedHeaders, payloadHash: payloadHash)

        let index = SigningKeyCache.Index(accessKeyID: accessKeyID, secret: secret, scope: scope)
        let key = keys[index] ?? SigV4SigningKey(secret: secret, scope: scope)
        let code = key.code(for: stringToSign(canonicalRequest))
        guard constantTimeEquals(claimed, Array(code)) else { throw .mismatch }
        keys.keep(key, at: index)
    }

    private func stringToSign(_ canonicalRequest: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(192)
        bytes += SigV4Parameters.algorithm.utf8
        bytes += "\n\(signedAt.iso8601Basic)\n\(scope.text)\n".utf8
        bytes += SigV4CanonicalRequest.hash(canonicalRequest)
        return bytes
    }
}

// What is checked before a secret is looked up.
extension SigV4Request {
    private static func moment(
        _ text: String, allowsHTTPDate: Bool
    ) throws(SignatureError) -> Timestamp {
        if let moment = Timestamp(iso8601Basic: text) { return moment }
        if allowsHTTPDate, let moment = Timestamp(httpDate: text) { return moment }
        throw .malformedDate(String(text.prefix(64)))
    }

    /// Refuses a request whose Host or some `X-Amz-…` header is not covered. Others, such as
    /// Content-Type, are the signer's choice: "Standard headers like content-type are optional."
    private static func checkHeaders(
        _ headers: WireHeaders, signed: [String]
    ) throws(SignatureError) {
        guard signed.contains("host") else { throw .hostNotSigned }
        _ = try headers.single("Host")
        for field in headers.fields
        where field.name.hasPrefix("x-amz-") && !signed.contains(field.name) {
            throw .headerNotSigned(field.name)
        }
    }

    private static func checkTime(
        _ signedAt: Timestamp, at now: Timestamp
    ) throws(SignatureError) {
        let now = Timestamp(seconds: now.seconds)
        guard signedAt >= now - clockSkew else { throw .expired(signedAt: signedAt, now: now) }
        guard signedAt <= now + clockSkew else {
            throw .notYetCurrent(signedAt: signedAt, now: now)
        }
    }

    /// A presigned URL may ask for 1 second to 7 days; without asking it has what all have.
    private static func checkTime(
        _ signedAt: Timestamp, expires: String?, at now: Timestamp
    ) throws(SignatureError) {
        let now = Timestamp(seconds: now.seconds)
        var lifetime = presignedLifetime
        if let expires {
            guard expires.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
                let seconds = Int(expires), (1...604_800).contains(seconds)
            else { throw .malformedExpires }
            lifetime = min(lifetime, .seconds(seconds))
        }
        guard signedAt <= now + clockSkew else {
            throw .notYetCurrent(signedAt: signedAt, now: now)
        }
        guard now <= signedAt + lifetime else { throw .urlExpired(at: signedAt + lifetime) }
    }
}

extension WireHeaders {
    /// The value of a header that may be there once, or nil.
    /// - Parameter name: as it is usually written; it is looked up in lower case.
    fileprivate func single(_ name: String) throws(SignatureError) -> String? {
        let values = all(name.lowercased())
        guard values.count <= 1 else { throw .repeated(name) }
        return values.first
    }

    /// The date a header-signed request was signed at: X-Amz-Date, else Date.
    ///
    /// Source: AWS General Reference, "Handling dates in Signature Version 4".
    /// <https://docs.aws.amazon.com/general/latest/gr/sigv4-date-handling.html>
    fileprivate var signingDate: String? {
        get throws(SignatureError) {
            if let date = try single("X-Amz-Date") { return date }
            return try single("Date")
        }
    }
}

extension SigV4Query {
    /// Whether any parameter of a signature is there, so that a presigned URL which lacks some is
    /// told which.
    fileprivate var isPresigned: Bool {
        get throws(SignatureError) {
            for name in ["X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Signature"]
            where try value(name) != nil {
                return true
            }
            return false
        }
    }

    /// The value of `name` from the query string of a presigned URL, or from the headers; from
    /// both is one too many.
    fileprivate func or(
        _ headers: WireHeaders, _ name: String, if isPresigned: Bool
    ) throws(SignatureError) -> String? {
        let header = try headers.single(name)
        guard isPresigned, let value = try value(name) else { return header }
        guard header == nil else { throw .repeated(name) }
        return value
    }
}
