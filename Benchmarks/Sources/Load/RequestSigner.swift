import Crypto
import Foundation
import IAMIdentifiers

/// Writes whole HTTP requests, signed, ready to be sent: what signing costs a client is paid
/// before the clock starts. They are good for the five minutes that clocks may be off.
struct RequestSigner {
    let accessKeyID: String
    let secret: Secret
    /// Of temporary credentials; nil for a long-term key.
    var sessionToken: Secret?
    let port: UInt16

    var host: String { "127.0.0.1:\(port)" }

    /// The bytes of `POST /` with `parameters` as its form.
    /// - Parameter service: `iam` or `sts`.
    func post(_ service: String, _ parameters: [(String, String)]) -> [UInt8] {
        let body = Self.form(parameters)
        let date = Timestamp(seconds: Int64(Date.now.timeIntervalSince1970)).iso8601Basic
        let headers =
            [
                ("content-type", "application/x-www-form-urlencoded; charset=utf-8"),
                ("host", host), ("x-amz-date", date),
            ] + (sessionToken.map { [("x-amz-security-token", $0.reveal())] } ?? [])
        let lines = headers.map { "\($0):\($1)\n" }.joined()
        let names = headers.map(\.0).joined(separator: ";")
        let canonical = "POST\n/\n\n\(lines)\n\(names)\n\(Self.hash(body))"
        let scope = "\(date.prefix(8))/us-east-1/\(service)/aws4_request"
        let text = "AWS4-HMAC-SHA256\n\(date)\n\(scope)\n\(Self.hash(canonical))"

        var key = SymmetricKey(data: Data("AWS4\(secret.reveal())".utf8))
        for part in scope.split(separator: "/") { key = SymmetricKey(data: Self.code(part, key)) }
        let signature = Self.hexadecimal(Self.code(text, key))
        let authorization =
            "AWS4-HMAC-SHA256 Credential=\(accessKeyID)/\(scope), SignedHeaders=\(names), "
            + "Signature=\(signature)"
        let head =
            "POST / HTTP/1.1\r\n" + headers.map { "\($0): \($1)\r\n" }.joined()
            + "authorization: \(authorization)\r\ncontent-length: \(body.utf8.count)\r\n\r\n"
        return Array((head + body).utf8)
    }

    /// The bytes of a `GET` without a signature.
    static func get(_ path: String, port: UInt16) -> [UInt8] {
        Array("GET \(path) HTTP/1.1\r\nhost: 127.0.0.1:\(port)\r\n\r\n".utf8)
    }

    /// The bytes of a `POST` of a form, without a signature.
    /// - Parameter cookies: a header field's value; nil for none.
    static func post(
        _ path: String, cookies: String? = nil, _ parameters: [(String, String)] = [],
        port: UInt16
    ) -> [UInt8] {
        let body = form(parameters)
        return Array(
            ("POST \(path) HTTP/1.1\r\nhost: 127.0.0.1:\(port)\r\n"
                + (cookies.map { "cookie: \($0)\r\n" } ?? "")
                + "content-type: application/x-www-form-urlencoded\r\n"
                + "content-length: \(body.utf8.count)\r\n\r\n\(body)").utf8)
    }

    private static func form(_ parameters: [(String, String)]) -> String {
        var unreserved = CharacterSet(charactersIn: "-._~")
        unreserved.insert(charactersIn: "a"..."z")
        unreserved.insert(charactersIn: "A"..."Z")
        unreserved.insert(charactersIn: "0"..."9")
        return parameters.map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: unreserved) ?? "")"
        }.joined(separator: "&")
    }

    private static func code(_ text: some StringProtocol, _ key: SymmetricKey) -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key))
    }

    private static func hash(_ text: String) -> String {
        hexadecimal(SHA256.hash(data: Data(text.utf8)))
    }

    private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
