import IAMIdentifiers

@testable import AWSWire

/// The example that AWS's documentation of Signature Version 4 works through: ListUsers, signed on
/// 30 August 2015.
///
/// Source: AWS General Reference, "Signing AWS requests with Signature Version 4".
/// <https://docs.aws.amazon.com/general/latest/gr/sigv4_signing.html>
enum SigV4Example {
    static let accessKeyID = "AKIDEXAMPLE"
    static let secret = Secret("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")
    static let scope = CredentialScope(date: "20150830", region: "us-east-1", service: "iam")
    static let moment = Timestamp(seconds: 1_440_938_160)  // 2015-08-30T12:36:00Z
    static let signature = "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7"
    /// What IAM asks of signatures.
    static let rules = SignatureRules(clockSkew: .seconds(300), longestExpiry: .seconds(900))
    static let credential = "AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request"

    static let request = WireRequest(
        method: "GET", path: "/", query: "Action=ListUsers&Version=2010-05-08",
        headers: [
            "Content-Type": "application/x-www-form-urlencoded; charset=utf-8",
            "Host": "iam.amazonaws.com", "X-Amz-Date": "20150830T123600Z",
            "Authorization": "AWS4-HMAC-SHA256 Credential=\(credential), "
                + "SignedHeaders=content-type;host;x-amz-date, Signature=\(signature)",
        ])

    /// The example as a presigned URL for a minute, with its right signature.
    static let presigned = presigned(expires: "60")

    /// The example as a presigned URL, without `X-Amz-Expires` if nil.
    static func presigned(expires: String?, token: String? = nil) -> WireRequest {
        // In the order of their names, as the canonical query string has them.
        var query = "Action=ListUsers&Version=2010-05-08&X-Amz-Algorithm=AWS4-HMAC-SHA256"
        query += "&X-Amz-Credential=" + credential.split(separator: "/").joined(separator: "%2F")
        query += "&X-Amz-Date=20150830T123600Z"
        if let expires { query += "&X-Amz-Expires=\(expires)" }
        if let token { query += "&X-Amz-Security-Token=\(token)" }
        query += "&X-Amz-SignedHeaders=host"
        let signature = signature(
            of: """
                GET
                /
                \(query)
                host:iam.amazonaws.com

                host
                \(hash(of: ""))
                """)
        return WireRequest(
            method: "GET", path: "/", query: query + "&X-Amz-Signature=\(signature)",
            headers: ["Host": "iam.amazonaws.com"])
    }

    /// A request signed at the example's time with the signature that `canonicalRequest` should
    /// have. Only what the cases differ in is given.
    static func signed(
        canonicalRequest: String, headers: [(String, String)] = [], signedHeaders: String,
        body: String = ""
    ) -> WireRequest {
        var fields: WireHeaders = ["Host": "iam.amazonaws.com"]
        for (name, value) in headers { fields.add(name, value) }
        fields.add(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=\(credential), SignedHeaders=\(signedHeaders), "
                + "Signature=\(signature(of: canonicalRequest))")
        return WireRequest(method: "POST", path: "/", headers: fields, body: Array(body.utf8))
    }

    /// The signature that the example's key gives to a canonical request, at the example's time.
    static func signature(of canonicalRequest: String) -> String {
        let text = """
            AWS4-HMAC-SHA256
            20150830T123600Z
            20150830/us-east-1/iam/aws4_request
            \(hash(of: canonicalRequest))
            """
        return Hexadecimal.text(
            of: SigV4SigningKey(secret: secret, scope: scope).code(for: Array(text.utf8)))
    }

    static func hash(of text: String) -> String {
        String(decoding: SigV4CanonicalRequest.hash(Array(text.utf8)), as: UTF8.self)
    }

    /// Why `request` is refused, or nil when it is accepted.
    static func refusal(
        of request: WireRequest, secret: Secret = secret, at now: Timestamp = moment,
        services: [ExactText: SignatureRules] = ["iam": rules],
        keys: SigningKeyCache = SigningKeyCache()
    ) -> SignatureError? {
        do throws(SignatureError) {
            try SigV4Request(request).verify(
                secret: secret, now: now, services: services, keys: keys)
            return nil
        } catch {
            return error
        }
    }
}

extension WireRequest {
    /// The request with every header called `name` replaced by `values`.
    func setting(_ name: String, to values: String...) -> WireRequest {
        var copy = self
        copy.headers = [:]
        for field in headers.fields where field.name != name.lowercased() {
            copy.headers.add(field.name, field.value)
        }
        for value in values { copy.headers.add(name, value) }
        return copy
    }

    /// The request with the first occurrence of `old` in its query or Authorization replaced.
    func replacing(_ old: String, with new: String) -> WireRequest {
        var copy = self
        copy.query.replaceFirst(old, with: new)
        guard var authorization = headers["authorization"] else { return copy }
        authorization.replaceFirst(old, with: new)
        return copy.setting("Authorization", to: authorization)
    }
}

extension String {
    fileprivate mutating func replaceFirst(_ old: String, with new: String) {
        guard let range = firstRange(of: old) else { return }
        replaceSubrange(range, with: new)
    }
}
