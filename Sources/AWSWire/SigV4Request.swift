import Crypto
package import IAMIdentifiers

/// A request that claims to be signed with AWS Signature Version 4, in its header or as a
/// presigned URL. Until ``verify(secret:now:services:keys:)`` returns, all of it is only a claim.
///
/// Stricter than the specification where a request could be read in two ways: what must be there
/// once is refused when repeated, and header and presigned form at once are refused. As AWS does
/// outside S3, the payload is always covered: `UNSIGNED-PAYLOAD` and streaming forms match nothing.
///
/// Source: IAM User Guide, "AWS Signature Version 4 for API requests".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html>
package struct SigV4Request: Sendable {
    /// The credential's first element: whose secret must have signed. Not checked in any way.
    package var accessKeyID: String { credential.accessKeyID }
    package var scope: CredentialScope { credential.scope }
    /// When the client says it signed, to the second.
    package let signedAt: Timestamp
    /// The session token that temporary credentials come with.
    package let sessionToken: String?
    package let isPresigned: Bool

    private let credential: SigV4Credential
    let request: WireRequest
    let query: SigV4Query
    let signedHeaders: [String]
    private let signature: String
    /// How long a presigned URL asks to hold, as sent.
    private let expires: String?
    /// What the client says the payload's hash is, if it does.
    private let claimedPayloadHash: String?

    /// Whether a request claims no signature of any kind.
    package static func claimsNoSignature(_ request: WireRequest) -> Bool {
        request.headers.all("authorization").isEmpty
            && (try? SigV4Query(request.query).isPresigned) == false
    }

    /// Reads what `request` claims, and refuses what no secret could make right: parts that are
    /// missing, malformed or there twice, and headers that must be signed and are not.
    package init(_ request: WireRequest) throws(SignatureError) {
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

        self.request = request
        self.query = query
        self.signedAt = signedAt
        self.isPresigned = isPresigned
        credential = parameters.credential
        expires = isPresigned ? try query.value("X-Amz-Expires") : nil
        signedHeaders = parameters.signedHeaders
        signature = parameters.signature
        sessionToken = try query.or(request.headers, "X-Amz-Security-Token", if: isPresigned)
        claimedPayloadHash = try query.or(request.headers, "X-Amz-Content-Sha256", if: isPresigned)
    }

    /// Returns if the request was signed with `secret`, for one of `services`, at about `now`, and
    /// arrived as it was signed, payload included.
    /// - Parameters:
    ///   - now: the time of arrival.
    ///   - services: the service names that credentials may be scoped to, as `iam`, and the rules
    ///     of each.
    package func verify(
        secret: Secret, now: Timestamp, services: [ExactText: SignatureRules],
        keys: SigningKeyCache
    ) throws(SignatureError) {
        try services[scope.service]?.check(
            signedAt: signedAt, isPresigned: isPresigned, expires: expires, at: now)
        try credential.check(services: services.keys, date: signedAt.iso8601Basic)
        let payloadHash = SigV4CanonicalRequest.hash(request.body)
        if let claimedPayloadHash, !claimedPayloadHash.utf8.elementsEqual(payloadHash) {
            throw .mismatch
        }
        guard let claimed = Hexadecimal.bytes(of: signature), claimed.count == 32 else {
            throw .mismatch
        }
        let canonicalRequest = try canonicalBytes(of: request, payloadHash: payloadHash)

        let index = SigningKeyCache.Index(accessKeyID: accessKeyID, secret: secret, scope: scope)
        let key = keys[index] ?? SigV4SigningKey(secret: secret, scope: scope)
        let code = key.code(
            for: stringToSign(hash: SigV4CanonicalRequest.hash(canonicalRequest)))
        guard constantTimeEquals(claimed, Array(code)) else { throw .mismatch }
        keys.keep(key, at: index)
    }

    /// The canonical request of `request`, which is this one or differs from it in headers.
    func canonicalBytes(
        of request: WireRequest, payloadHash: [UInt8]
    ) throws(SignatureError) -> [UInt8] {
        try SigV4CanonicalRequest.bytes(
            request, query: query, omitting: isPresigned ? "X-Amz-Signature" : nil,
            signedHeaders: signedHeaders, payloadHash: payloadHash)
    }

    /// - Parameter hash: of the canonical request, in hexadecimal.
    func stringToSign(hash: [UInt8]) -> [UInt8] { scope.stringToSign(at: signedAt, hash: hash) }
}

// What is checked besides the signature itself.
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
        where field.name.begins(with: "x-amz-") && !signed.contains(field.name) {
            throw .headerNotSigned(field.name)
        }
    }
}

extension WireHeaders {
    /// The value of a header that may be there once, or nil.
    /// - Parameter name: as it is usually written; it is looked up in lower case.
    fileprivate func single(_ name: String) throws(SignatureError) -> String? {
        let values = all(name.asciiLowercased)
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
