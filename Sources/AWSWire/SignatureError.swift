package import IAMIdentifiers

/// Why a request's signature was not accepted. Carries nothing secret: it is logged whole.
///
/// The names of codes, their HTTP statuses and the sentences are AWS's where AWS documents or
/// answers them; see ``awsCode``, ``httpStatus`` and ``message``.
package enum SignatureError: Error, Equatable, Sendable {
    /// The request claims no signature: neither an Authorization header nor `X-Amz-…` parameters.
    case missing
    /// Signed by header and by query string at once.
    case bothForms
    /// The Authorization header lacks the named parts, or the request has no date. `scheme` is its
    /// first word when that is a signature scheme, else empty: it may be someone's password.
    case incompleteHeader(missing: [String], lacksDate: Bool, scheme: String)
    /// The query string lacks the named parameters.
    case incompleteQuery(missing: [String])
    /// A signature scheme other than AWS4-HMAC-SHA256.
    case unsupportedAlgorithm(String)
    /// A piece of the Authorization header that is not `name=value`, as it may be shown. White
    /// space in a key ID makes one.
    case noKeyValuePair(String)
    /// A part of the Authorization header that is not known, or there twice.
    case malformedAuthorization
    /// A credential that is not five elements with slashes between them.
    case malformedCredential
    /// A date that is neither ISO 8601 basic nor, in a Date header, of RFC 1123.
    case malformedDate(String)
    /// `X-Amz-Expires` is not a number from 1 to 604,800.
    case malformedExpires
    /// Signed headers that are not lower-case names in ascending order, each once.
    case malformedSignedHeaders
    /// A path that does not begin with a slash, or bytes in it that no URL may have.
    case malformedPath
    /// Bad percent-encoding in the query string, or bytes in it that no URL may have.
    case malformedQuery
    /// A header or query parameter that must be there once is there more often.
    case repeated(String)
    /// The named part of the request is longer than any client needs.
    case tooLarge(String)
    /// The Host header is not signed.
    case hostNotSigned
    /// A header that must be signed when it is sent is not.
    case headerNotSigned(String)
    /// The credential's scope is not that of this service or this moment.
    case wrongScope([ScopeFault])
    /// Signed longer ago than `skew`, which is what the service allows.
    case expired(signedAt: Timestamp, now: Timestamp, skew: Duration)
    /// Signed for a moment further ahead than the service allows.
    case notYetCurrent(signedAt: Timestamp, now: Timestamp, skew: Duration)
    /// An expired presigned URL, of a service that heeds `X-Amz-Expires`.
    case urlExpired(at: Timestamp)
    /// Everything is well formed and the signature does not match; also the answer to a payload
    /// hash that is not the body's, and to `UNSIGNED-PAYLOAD`. A ``SignedText`` says what may be
    /// said of the difference.
    case mismatch

    /// What is wrong with a credential's scope.
    package enum ScopeFault: Equatable, Sendable {
        case region(String)
        /// The services that are served, in order.
        case service(expected: [String])
        case terminator(String)
        /// The scope's date and the request's moment, both as sent.
        case date(scope: String, request: String)
    }
}

extension SignatureError {
    /// AWS's error code.
    ///
    /// Source: IAM API Reference, "Common Error Types".
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html>
    package var awsCode: String {
        switch self {
        case .missing: "MissingAuthenticationToken"
        case .incompleteHeader, .incompleteQuery, .unsupportedAlgorithm, .noKeyValuePair,
            .malformedAuthorization, .malformedCredential, .malformedDate, .malformedExpires,
            .malformedSignedHeaders,
            .repeated, .tooLarge:
            "IncompleteSignature"
        case .malformedPath, .malformedQuery: "MalformedQueryString"
        case .urlExpired: "RequestExpired"
        case .bothForms, .hostNotSigned, .headerNotSigned, .wrongScope, .expired, .notYetCurrent,
            .mismatch:
            "SignatureDoesNotMatch"
        }
    }

    /// The HTTP status that goes with ``awsCode``: 403 when the signature is absent, or was
    /// understood and refused; 400 when it was not understood or is past.
    package var httpStatus: Int {
        switch awsCode {
        case "MissingAuthenticationToken", "SignatureDoesNotMatch": 403
        default: 400
        }
    }

    /// The sentence for the client.
    ///
    /// Source: IAM User Guide, "Troubleshoot Signature Version 4 signing for AWS API requests".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-troubleshooting.html>
    package var message: String {
        switch self {
        case .missing:
            "Request is missing Authentication Token"
        case .bothForms:
            "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP"
                + " header."
        case .incompleteHeader(let missing, let lacksDate, let scheme):
            Self.incompleteHeader(missing, lacksDate, scheme)
        case .incompleteQuery(let missing):
            missing.map { "AWS query-string parameters must include '\($0)'. " }.joined()
                + "Re-examine the query-string parameters."
        case .unsupportedAlgorithm(let name):
            "Unsupported AWS 'algorithm': '\(name)' (only AWS4-HMAC-SHA256 for now)."
        case .noKeyValuePair(let piece):
            // AWS repeats the header, whose signature is good for the right key ID; we do not.
            "'\(piece)' not a valid key=value pair (missing equal-sign) in Authorization header:"
                + " '\(SigV4Parameters.algorithm) ...'."
        case .malformedAuthorization:
            "Invalid key=value pair in Authorization header."
        case .malformedCredential:
            "Credential must have exactly 5 slash-delimited elements, e.g."
                + " keyid/date/region/service/term, got '<Credential>'"
        case .malformedDate(let text):
            "Date must be in ISO-8601 'basic format'. Got '\(text)'."
                + " See http://en.wikipedia.org/wiki/ISO_8601"
        case .malformedExpires:
            "X-Amz-Expires must be a number of seconds between 1 and 604800."
        case .malformedSignedHeaders:
            "SignedHeaders must be lower-case header names, sorted and separated by semicolons."
        case .malformedPath:
            "The path contains a syntax error."
        case .malformedQuery:
            "The query string contains a syntax error."
        case .repeated(let name):
            "'\(name)' must not be given more than once."
        case .tooLarge(let name):
            "'\(name)' is too long."
        case .hostNotSigned:
            "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization."
        case .headerNotSigned(let name):
            "There were headers present in the request which were not signed: \(name)"
        case .wrongScope(let faults):
            faults.map(\.message).joined(separator: " ")
        case .expired(let signedAt, let now, let skew):
            "Signature expired: \(signedAt.iso8601Basic) is now earlier than"
                + " \((now - skew).iso8601Basic)"
                + " (\(now.iso8601Basic) - \(skew.components.seconds / 60) min.)"
        case .notYetCurrent(let signedAt, let now, let skew):
            "Signature not yet current: \(signedAt.iso8601Basic) is still later than"
                + " \((now + skew).iso8601Basic)"
                + " (\(now.iso8601Basic) + \(skew.components.seconds / 60) min.)"
        case .urlExpired:
            "Request has expired."
        case .mismatch:
            "The request signature we calculated does not match the signature you provided. Check"
                + " your AWS Secret Access Key and signing method. Consult the service"
                + " documentation for details."
        }
    }

    private static func incompleteHeader(
        _ missing: [String], _ lacksDate: Bool, _ scheme: String
    ) -> String {
        var sentences = missing.map { "Authorization header requires '\($0)' parameter." }
        if lacksDate {
            sentences.append(
                "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date'"
                    + " header.")
        }
        return (sentences + ["Authorization=\(scheme)"]).joined(separator: " ")
    }
}

extension SignatureError.ScopeFault {
    fileprivate var message: String {
        switch self {
        case .region(let name):
            "Credential should be scoped to a valid region, not '\(name)'."
        case .service(let expected):
            "Credential should be scoped to correct service: "
                + expected.map { "'\($0)'" }.joined(separator: " or ") + "."
        case .terminator(let text):
            "Credential should be scoped with a valid terminator: 'aws4_request', not '\(text)'."
        case .date(let scope, let request):
            "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from"
                + " HTTP: '\(scope)' != '\(request.prefix(8))', from '\(request)'."
        }
    }
}
