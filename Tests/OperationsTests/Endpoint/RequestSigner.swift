import IAMIdentifiers
import TestSupport

@testable import AWSWire

/// Signs requests with AWS Signature Version 4, as a client would.
///
/// The canonical request is written here by the specification, for the one form that tests send.
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html>
struct RequestSigner {
    static let host = "localhost:8426"

    var accessKeyID: String
    var secret: Secret
    var moment: Timestamp
    var service = "iam"
    var region = "us-east-1"
    var path = "/"
    var sessionToken: String?

    private var date: String { moment.iso8601Basic }
    private var scope: CredentialScope {
        CredentialScope(date: String(date.prefix(8)), region: region, service: service)
    }

    /// A POST with the parameters in its body.
    func post(_ parameters: [String: String]) -> WireRequest {
        post(body: TestService.form(parameters))
    }

    /// A POST, or another method, with this body.
    func post(
        body: [UInt8], contentType: String = "application/x-www-form-urlencoded; charset=utf-8",
        method: String = "POST", accept: String? = nil
    ) -> WireRequest {
        var headers = [("content-type", contentType), ("host", Self.host), ("x-amz-date", date)]
        if let sessionToken { headers.append(("x-amz-security-token", sessionToken)) }
        var request = WireRequest(method: method, path: path, body: body)
        for (name, value) in headers { request.headers.add(name, value) }
        let signature = signature(method: method, query: "", headers: headers, body: body)
        request.headers.add(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=\(accessKeyID)/\(scope.text), "
                + "SignedHeaders=\(Self.names(of: headers)), Signature=\(signature)")
        if let accept { request.headers.add("Accept", accept) }
        return request
    }

    /// A GET with the parameters in its URL, signed there.
    func presigned(_ parameters: [String: String], expires: String = "60") -> WireRequest {
        var own = [
            "X-Amz-Algorithm": "AWS4-HMAC-SHA256",
            "X-Amz-Credential": "\(accessKeyID)/\(scope.text)", "X-Amz-Date": date,
            "X-Amz-Expires": expires, "X-Amz-SignedHeaders": "host",
        ]
        if let sessionToken { own["X-Amz-Security-Token"] = sessionToken }
        let query = String(
            decoding: TestService.form(parameters.merging(own) { $1 }), as: UTF8.self)
        let headers = [("host", Self.host)]
        let signature = signature(method: "GET", query: query, headers: headers, body: [])
        return WireRequest(
            method: "GET", path: "/", query: "\(query)&X-Amz-Signature=\(signature)",
            headers: ["host": Self.host])
    }

    private static func names(of headers: [(String, String)]) -> String {
        headers.map(\.0).joined(separator: ";")
    }

    /// - Parameters:
    ///   - query: sorted and encoded already.
    ///   - headers: sorted, in lower case.
    private func signature(
        method: String, query: String, headers: [(String, String)], body: [UInt8]
    ) -> String {
        let lines = headers.map { "\($0):\($1)\n" }.joined()
        let canonical = """
            \(method)
            \(path)
            \(query)
            \(lines)
            \(Self.names(of: headers))
            \(Self.hash(body))
            """
        let text = """
            AWS4-HMAC-SHA256
            \(date)
            \(scope.text)
            \(Self.hash(Array(canonical.utf8)))
            """
        let code = SigV4SigningKey(secret: secret, scope: scope).code(for: Array(text.utf8))
        return Hexadecimal.text(of: code)
    }

    private static func hash(_ bytes: [UInt8]) -> String {
        String(decoding: SigV4CanonicalRequest.hash(bytes), as: UTF8.self)
    }
}
