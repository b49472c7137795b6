import Crypto
import CryptoExtras
import Foundation
package import IAMIdentifiers

/// A private key that signs web identity tokens.
package struct TokenSigningKey: Sendable {
    private enum Key {
        case rs256(_RSA.Signing.PrivateKey)
        case es384(P384.Signing.PrivateKey)
    }

    /// What tokens may be signed with here.
    ///
    /// Source: AWS STS API Reference, GetWebIdentityToken, "SigningAlgorithm".
    /// <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetWebIdentityToken.html>
    package enum Algorithm: String, Sendable, CaseIterable {
        case rs256 = "RS256"
        case es384 = "ES384"
    }

    private let key: Key

    /// A new key. One of RSA takes a tenth of a second to make.
    package init(_ algorithm: Algorithm) throws {
        switch algorithm {
        case .rs256: key = .rs256(try _RSA.Signing.PrivateKey(keySize: .bits2048))
        case .es384: key = .es384(P384.Signing.PrivateKey())
        }
    }

    /// A key that was kept as ``bytes``.
    package init(_ algorithm: Algorithm, bytes: [UInt8]) throws {
        switch algorithm {
        case .rs256: key = .rs256(try _RSA.Signing.PrivateKey(derRepresentation: bytes))
        case .es384: key = .es384(try P384.Signing.PrivateKey(derRepresentation: bytes))
        }
    }

    /// The key as DER, which is secret.
    package var bytes: [UInt8] {
        switch key {
        case .rs256(let key): Array(key.derRepresentation)
        case .es384(let key): Array(key.derRepresentation)
        }
    }

    package var algorithm: Algorithm {
        switch key {
        case .rs256: .rs256
        case .es384: .es384
        }
    }

    /// The public key as issuers publish it: a JSON Web Key.
    package func publicKey(id: String) throws -> String {
        let common = #""use":"sig","alg":"\#(algorithm.rawValue)","kid":"\#(id)""#
        func text(_ bytes: some Collection<UInt8>) -> String { Base64.forURLs.encoded(bytes) }
        switch key {
        case .rs256(let key):
            let numbers = try key.publicKey.getKeyPrimitives()
            return #"{"kty":"RSA","n":"\#(text(numbers.modulus))","#
                + #""e":"\#(text(numbers.publicExponent))",\#(common)}"#
        case .es384(let key):
            let point = key.publicKey.rawRepresentation
            return #"{"kty":"EC","crv":"P-384","x":"\#(text(point.prefix(48)))","#
                + #""y":"\#(text(point.suffix(48)))",\#(common)}"#
        }
    }

    /// A token with these claims, as JSON, in its compact form.
    /// - Parameter keyID: of letters, digits and hyphens.
    package func token(claims: String, keyID: String) throws -> Secret {
        let header = #"{"alg":"\#(algorithm.rawValue)","typ":"JWT","kid":"\#(keyID)"}"#
        let signed = [header, claims].map { Base64.forURLs.encoded(Array($0.utf8)) }
            .joined(separator: ".")
        let signature: Data
        switch key {
        case .rs256(let key):
            signature = try key.signature(
                for: SHA256.hash(data: Array(signed.utf8)), padding: .insecurePKCS1v1_5
            ).rawRepresentation
        case .es384(let key):
            signature = try key.signature(for: Array(signed.utf8)).rawRepresentation
        }
        return Secret(signed + "." + Base64.forURLs.encoded(signature))
    }
}
