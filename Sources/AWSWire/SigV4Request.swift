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

    /// The same as ``signedAt``, as the string to sign has it: `20261122T022438Z`.
    private let date: String
    private let credential: SigV4Credential
    let request: WireRequest
    let query: SigV4Query
    let signedHeaders: [String]
    private let signature: ArraySlice<UInt8>
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
        let authorization = try request.headers.single("authorization")
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
        (signedAt, self.date) = try Self.moment(date ?? "", allowsHTTPDate: !isPresigned)
        try Self.checkHeaders(request.headers, signed: parameters.signedHeaders)

        self.request = request
        self.query = query
        self.isPresigned = isPresigned
        credential = parameters.credential
        expires = isPresigned ? try query.value("X-Amz-Expires") : nil
        signedHeaders = parameters.signedHeaders
        signature = parameters.signature
        sessionToken = try query.or(request.headers, "x-amz-security-token", if: isPresigned)
        claimedPayloadHash = try query.or(request.headers, "x-amz-content-sha256", if: isPresigned)
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
        let (claimed, text) = try claim(at: now, services)
        let index = SigningKeyCache.Index(accessKeyID: accessKeyID, secret: secret, scope: scope)
        let kept = keys[index]
        let key = kept ?? SigV4SigningKey(secret: secret, scope: scope)
        try Self.compare(claimed, key.code(for: text))
        if kept == nil { keys.keep(key, at: index) }
    }

    /// As ``verify(secret:now:services:keys:)``, with a secret that is opened only when its signing
    /// key is not kept.
    /// - Parameter sealed: the sealed secret, which is another one when the secret changes.
    /// - Throws: ``SignatureError``, and what `open` throws.
    package func verify(
        sealed: [UInt8], now: Timestamp, services: [ExactText: SignatureRules],
        keys: SigningKeyCache, opening open: () throws -> Secret
    ) throws {
        let (claimed, text) = try claim(at: now, services)
        let index = SigningKeyCache.Index(accessKeyID: accessKeyID, sealed: sealed, scope: scope)
        let kept = keys[index]
        let key = try kept ?? SigV4SigningKey(secret: open(), scope: scope)
        try Self.compare(claimed, key.code(for: text))
        if kept == nil { keys.keep(key, at: index) }
    }

    /// The signature that the request claims and the text that it has to be of, once all that needs
    /// no secret is right.
    private func claim(
        at now: Timestamp, _ services: [ExactText: SignatureRules]
    ) throws(SignatureError) -> (signature: [UInt8], text: [UInt8]) {
        let rules = services[scope.service]
        try rules?.check(signedAt: signedAt, isPresigned: isPresigned, expires: expires, at: now)
        try credential.check(isServed: rules != nil, services: services.keys, date: date)
        let payloadHash = SigV4CanonicalRequest.hash(request.body)
        if let claimedPayloadHash, !payloadHash.isExactly(claimedPayloadHash) {
            throw .mismatch
        }
        guard let claimed = Hexadecimal.bytes(of: signature), claimed.count == 32 else {
            throw .mismatch
        }
        let canonicalRequest = try canonicalBytes(of: request, payloadHash: payloadHash)
        return (claimed, stringToSign(hash: SigV4CanonicalRequest.hash(canonicalRequest)))
    }

    private static func compare(
        _ claimed: [UInt8], _ code: SHA256.Digest
    ) throws(SignatureError) {
        guard code.withUnsafeBytes({ constantTimeEquals(claimed, $0) }) else { throw .mismatch }
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
    func stringToSign(hash: [UInt8]) -> [UInt8] { scope.stringToSign(at: date, hash: hash) }
}

// What is checked besides the signature itself.
extension SigV4Request {
    private static func moment(
        _ text: String, allowsHTTPDate: Bool
    ) throws(SignatureError) -> (Timestamp, String) {
        if let moment = Timestamp(iso8601Basic: text) { return (moment, text) }
        if allowsHTTPDate, let moment = Timestamp(httpDate: text) {
            return (moment, moment.iso8601Basic)
        }
        throw .malformedDate(String(text.prefix(64)))
    }

    /// Refuses a request whose Host or some `X-Amz-…` header is not covered. Others, such as
    /// Content-Type, are the signer's choice: "Standard headers like content-type are optional."
    private static func checkHeaders(
        _ headers: WireHeaders, signed: [String]
    ) throws(SignatureError) {
        guard signed.contains(where: "host".isExactly) else { throw .hostNotSigned }
        _ = try headers.single("host")
        for field in headers.fields
        where field.name.begins(with: "x-amz-")
            && !signed.contains(where: field.name.isExactly)
        {
            throw .headerNotSigned(field.name)
        }
    }
}

extension WireHeaders {
    /// The value of a header that may be there once, or nil.
    /// - Parameter name: in lower case.
    fileprivate func single(_ name: String) throws(SignatureError) -> String? {
        var value: String?
        for field in fields where field.name.isExactly(name) {
            guard value == nil else { throw .repeated(name.withCapitals) }
            value = field.value
        }
        return value
    }

    /// The date a header-signed request was signed at: X-Amz-Date, else Date.
    ///
    /// Source: AWS General Reference, "Handling dates in Signature Version 4".
    /// <https://docs.aws.amazon.com/general/latest/gr/sigv4-date-handling.html>
    fileprivate var signingDate: String? {
        get throws(SignatureError) {
            if let date = try single("x-amz-date") { return date }
            return try single("date")
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
    /// - Parameter name: in lower case; as it is usually written in the query.
    fileprivate func or(
        _ headers: WireHeaders, _ name: String, if isPresigned: Bool
    ) throws(SignatureError) -> String? {
        let header = try headers.single(name)
        guard isPresigned, let value = try value(name.withCapitals) else { return header }
        guard header == nil else { throw .repeated(name.withCapitals) }
        return value
    }
}

extension String {
    /// The name of a header field as it is usually written: `X-Amz-Date` of `x-amz-date`.
    fileprivate var withCapitals: String {
        var isFirst = true
        let bytes = utf8.map { byte in
            defer { isFirst = byte == UInt8(ascii: "-") }
            return isFirst && UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte ? byte & ~0x20 : byte
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
