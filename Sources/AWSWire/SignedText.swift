import IAMIdentifiers

/// What would have to be signed for a request as it arrived. A client compares it with what it did
/// sign, and sees what was changed on the way: the Host by a proxy, for one.
///
/// All of it follows from the request; no secret key is needed to compute it. A value that may be a
/// secret is shown as `***`: the session token, the parameters of an operation, and every header
/// but ``shownHeaders``. A proxy may have added the other headers, and the sender must not learn
/// their values. A hash by which someone could guess such a value is `***`, too: errors end up in
/// the logs of build servers. The canonical request is cut after ``limit`` bytes. All bytes are
/// printable ASCII or line feeds.
package struct SignedText: Sendable, Equatable {
    package let canonicalRequest: String
    package let stringToSign: String

    /// The longest canonical request that is shown whole, in bytes.
    static let limit = 2_048

    /// The signed headers whose values are shown. AWS's SDKs and tools sign them, and none holds a
    /// secret.
    static let shownHeaders: Set<ExactText> = [
        "accept", "accept-encoding", "amz-sdk-invocation-id", "amz-sdk-request", "content-encoding",
        "content-length", "content-type", "date", "host", "user-agent", "x-amz-content-sha256",
        "x-amz-date", "x-amz-target", "x-amz-user-agent", "x-k8s-aws-id",
        "x-vault-aws-iam-server-id",
    ]

    /// The parameters of a query string whose values are shown.
    static let shownParameters: Set<ExactText> = [
        "Action", "Version", "X-Amz-Algorithm", "X-Amz-Content-Sha256", "X-Amz-Credential",
        "X-Amz-Date", "X-Amz-Expires", "X-Amz-SignedHeaders",
    ]

    /// What AWS adds to the sentence of a signature that does not match.
    ///
    /// Source: recorded of STS in 2016, of SQS from 2013 to 2020.
    /// <https://github.com/aws/aws-cli/issues/602>
    package var sentence: String {
        """


        The Canonical String for this request should have been
        '\(canonicalRequest)'

        The String-to-Sign should have been
        '\(stringToSign)'

        """
    }
}

extension SigV4Request {
    /// What would have to be signed for this request. Nil if nothing could be signed for it, for
    /// instance because a header has a line feed in it. A signed header that did not arrive is
    /// shown without a value.
    package func signedText() -> SignedText? {
        var complete = request
        for name in signedHeaders where request.headers[name] == nil {
            complete.headers.add(name, "")
        }
        let hidden = Array("***".utf8)
        let hidesBody = Self.hidesParameter(in: request.body)
        let payloadHash = hidesBody ? hidden : SigV4CanonicalRequest.hash(request.body)
        guard let bytes = try? canonicalBytes(of: complete, payloadHash: payloadHash) else {
            return nil
        }
        // A hash lets whoever reads the answer try short values until one fits.
        let mayBeGuessed =
            hidesBody || hidesHeader || Self.hidesParameter(in: Array(request.query.utf8))
        let hash = mayBeGuessed ? hidden : SigV4CanonicalRequest.hash(bytes)
        return SignedText(
            canonicalRequest: Self.shown(bytes, headers: signedHeaders.count),
            stringToSign: String(decoding: stringToSign(hash: hash), as: UTF8.self))
    }

    /// Whether a header is signed whose value is hidden and could be guessed.
    private var hidesHeader: Bool {
        signedHeaders.contains {
            !SignedText.shownHeaders.contains($0) && !$0.isExactly("x-amz-security-token")
        }
    }

    /// Whether a form has a parameter whose value is hidden and could be guessed. A session token
    /// cannot be guessed.
    private static func hidesParameter(in form: [UInt8]) -> Bool {
        form.split(separator: UInt8(ascii: "&")).contains { parameter in
            let name = String(decoding: parameter.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self)
            return !SignedText.shownParameters.contains(name)
                && !["X-Amz-Security-Token", "X-Amz-Signature"].contains(ExactText(name))
        }
    }

    /// A canonical request with `***` for values that are not shown, cut where it is too long.
    private static func shown(_ bytes: [UInt8], headers count: Int) -> String {
        let ascii = bytes.map { 0x20...0x7E ~= $0 || $0 == UInt8(ascii: "\n") ? $0 : 0x3F }
        var lines = String(decoding: ascii, as: UTF8.self).parts(at: "\n")
        lines[2] = lines[2].parts(at: "&").map {
            hiding($0, after: "=", unless: SignedText.shownParameters)
        }.joined(separator: "&")
        for index in 3..<3 + count {
            lines[index] = hiding(lines[index], after: ":", unless: SignedText.shownHeaders)
        }
        let text = lines.joined(separator: "\n")
        guard text.utf8.count > SignedText.limit else { return text }
        return String(decoding: text.utf8.prefix(SignedText.limit), as: UTF8.self) + "..."
    }

    private static func hiding(
        _ text: String, after separator: Unicode.Scalar, unless shown: Set<ExactText>
    ) -> String {
        let parts = text.parts(at: separator, maxSplits: 1)
        guard parts.count == 2, !parts[1].isEmpty, !shown.contains(parts[0]) else { return text }
        return parts[0] + String(separator) + "***"
    }
}
