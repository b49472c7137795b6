package import AWSWire
import Credentials
import IAMIdentifiers
import Store

/// What the issuers of accounts publish: who they are, and their keys. Nobody has to sign in.
///
/// An issuer is answered for as long as its account has it, since its tokens outlive a refusal to
/// give more.
///
/// Source: OpenID Connect Discovery 1.0, section 3; IAM API Reference,
/// EnableOutboundWebIdentityFederation, "IssuerIdentifier".
/// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_EnableOutboundWebIdentityFederation.html>
package struct IssuerPages: Sendable {
    private static let keysPath = "/.well-known/jwks.json"
    private static let documentPath = "/.well-known/openid-configuration"

    private let services: Services

    package init(_ services: Services) { self.services = services }

    /// Whether a path is an issuer's, whether there is one or not.
    package static func owns(_ path: String) -> Bool { issuer(at: path) != nil }

    /// Answers a request for an issuer's page; nil for any other.
    package func answer(_ request: WireRequest) async -> WireResponse? {
        guard let id = Self.issuer(at: request.path) else { return nil }
        guard request.method == "GET" || request.method == "HEAD" else {
            return WireResponse(status: 405, headers: ["allow": "GET, HEAD"])
        }
        do {
            let found = try await services.database.lookUp { transaction in
                try WebIdentityIssuerTable(transaction).find(id).map { issuer in
                    let keys = WebIdentityKeyTable(transaction, of: issuer.account)
                    return (issuer, try keys.list().map(\.publicKey))
                }
            }
            guard let (issuer, keys) = found else { return Self.json(404, "{}") }
            let isKeys = request.path.ends(with: Self.keysPath)
            return Self.json(
                200,
                isKeys ? "{\"keys\":[\(keys.joined(separator: ","))]}" : document(of: issuer))
        } catch {
            return Self.json(500, "{}")
        }
    }

    private func document(of issuer: WebIdentityIssuerTable.Entry) -> String {
        let url = WebIdentityFederation.url(of: issuer, services)
        var object = JSONObject()
        object.string("issuer", url)
        object.string("jwks_uri", url + Self.keysPath)
        object.json("response_types_supported", #"["id_token"]"#)
        object.json("subject_types_supported", #"["public"]"#)
        let algorithms = TokenSigningKey.Algorithm.allCases.map { "\"\($0.rawValue)\"" }
        object.json(
            "id_token_signing_alg_values_supported", "[\(algorithms.joined(separator: ","))]")
        object.json("claims_supported", #"["aud","exp","iat","iss","jti","sub"]"#)
        return object.text
    }

    /// The issuer's ID in `/ID/.well-known/…`.
    private static func issuer(at path: String) -> String? {
        guard
            let page = [keysPath, documentPath].first(where: {
                path.utf8.count == 37 + $0.utf8.count && path.ends(with: $0)
            }), path.utf8.first == UInt8(ascii: "/")
        else { return nil }
        let id = path.utf8.dropFirst().dropLast(page.utf8.count)
        let isID = id.allSatisfy { byte in
            byte == UInt8(ascii: "-") || 0x30...0x39 ~= byte
                || UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte
        }
        return isID ? String(decoding: id, as: UTF8.self) : nil
    }

    private static func json(_ status: Int, _ text: String) -> WireResponse {
        WireResponse(
            status: status,
            headers: [
                "content-type": "application/json",
                "cache-control": status == 200 ? "public, max-age=300" : "no-store",
            ], body: Array(text.utf8))
    }
}
