package import Credentials
import Crypto
import CryptoExtras
import Foundation
package import HTTPSFetch
import IAMIdentifiers
package import Workers

/// An issuer of web identity tokens, with a key for each algorithm.
package struct TestIssuer: Sendable {
    /// One for all tests: to make RSA keys takes a while.
    package static let shared = TestIssuer()

    private let rsa: _RSA.Signing.PrivateKey
    private let p256 = P256.Signing.PrivateKey()
    private let p384 = P384.Signing.PrivateKey()
    private let p521 = P521.Signing.PrivateKey()

    package init() {
        rsa = try! _RSA.Signing.PrivateKey(keySize: .bits2048)  // fails without memory alone
    }

    /// Its keys, as it publishes them: their IDs are `rsa`, `p256`, `p384` and `p521`.
    package var keys: String { #"{"keys":[\#(allKeys.joined(separator: ","))]}"# }

    package var allKeys: [String] { [rsaKey(), p256Key()] + [p384Key, p521Key] }

    /// Members of the RSA key beside the numbers.
    package func rsaKey(_ members: String = #""kid":"rsa","use":"sig""#) -> String {
        let numbers = try! rsa.publicKey.getKeyPrimitives()  // a key has numbers
        return #"{"kty":"RSA","n":"\#(text(numbers.modulus))","#
            + #""e":"\#(text(numbers.publicExponent))",\#(members)}"#
    }

    package func p256Key(_ members: String = #""kid":"p256""#, curve: String = "P-256") -> String {
        key(p256.publicKey.rawRepresentation, curve, members)
    }

    private var p384Key: String {
        key(p384.publicKey.rawRepresentation, "P-384", #""kid":"p384""#)
    }

    private var p521Key: String {
        key(p521.publicKey.rawRepresentation, "P-521", #""kid":"p521""#)
    }

    private func key(_ point: Data, _ curve: String, _ members: String) -> String {
        let half = point.count / 2
        return #"{"kty":"EC","crv":"\#(curve)","x":"\#(text(point.prefix(half)))","#
            + #""y":"\#(text(point.suffix(half)))",\#(members)}"#
    }

    /// A token with these claims, as JSON.
    /// - Parameter header: as JSON; one that names the algorithm and its key for nil.
    package func token(
        _ claims: String, _ algorithm: TokenAlgorithm = .rs256, header: String? = nil
    ) -> String {
        let header = header ?? #"{"alg":"\#(algorithm.rawValue)","kid":"\#(keyID(algorithm))"}"#
        let signed = text(Data(header.utf8)) + "." + text(Data(claims.utf8))
        return signed + "." + text(signature(of: Data(signed.utf8), algorithm))
    }

    private func keyID(_ algorithm: TokenAlgorithm) -> String {
        switch algorithm {
        case .rs256, .rs384, .rs512: "rsa"
        case .es256: "p256"
        case .es384: "p384"
        case .es512: "p521"
        }
    }

    private func signature(of bytes: Data, _ algorithm: TokenAlgorithm) -> Data {
        do {
            switch algorithm {
            case .rs256: return try rsaSignature(of: SHA256.hash(data: bytes))
            case .rs384: return try rsaSignature(of: SHA384.hash(data: bytes))
            case .rs512: return try rsaSignature(of: SHA512.hash(data: bytes))
            case .es256: return try p256.signature(for: bytes).rawRepresentation
            case .es384: return try p384.signature(for: bytes).rawRepresentation
            case .es512: return try p521.signature(for: bytes).rawRepresentation
            }
        } catch {
            fatalError("a test's key cannot sign: \(error)")
        }
    }

    private func rsaSignature(of digest: some Digest) throws -> Data {
        try rsa.signature(for: digest, padding: .insecurePKCS1v1_5).rawRepresentation
    }

    private func text(_ bytes: some Collection<UInt8>) -> String { Base64.forURLs.encoded(bytes) }
}

// How tests fetch documents of issuers.
extension TestIssuer {
    /// A network in which nobody is reached.
    @Sendable package static func nowhere(
        _ request: HTTPSRequest, _ ticket: WorkerTicket
    ) throws(HTTPSFailure) -> [UInt8] {
        throw .unreachable("a test has no network")
    }

    /// The thumbprint of every server but those called `unreachable`.
    @Sendable package static func thumbprint(
        _ request: HTTPSRequest, _ ticket: WorkerTicket
    ) throws(HTTPSFailure) -> String {
        guard !request.url.contains("unreachable") else {
            throw .unreachable("a test has no network")
        }
        return String(repeating: "0f", count: 20)
    }

    /// What this issuer publishes at a URL.
    package func document(of issuer: String, at url: String) -> String? {
        switch url {
        case issuer + "/.well-known/openid-configuration":
            #"{"issuer":"\#(issuer)","jwks_uri":"\#(issuer)/keys"}"#
        case issuer + "/keys": keys
        default: nil
        }
    }
}
