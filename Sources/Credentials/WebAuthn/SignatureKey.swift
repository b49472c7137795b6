import Crypto
import CryptoExtras
import Foundation

/// A public key that verifies signatures of passkeys and security keys.
///
/// Source: WebAuthn Level 3, section 6.5.5, "Signature Formats for Packed Attestation, FIDO U2F
/// Attestation, and Assertion Signatures".
/// <https://www.w3.org/TR/webauthn-3/#sctn-signature-attestation-types>
enum SignatureKey {
    case es256(P256.Signing.PublicKey)
    case edDSA(Curve25519.Signing.PublicKey)
    case rs256(_RSA.Signing.PublicKey)

    /// - Throws: ``WebAuthnError/malformedKey``, for a point that is not on its curve as well.
    init(_ key: COSEKey) throws(WebAuthnError) {
        do {
            switch key {
            case .es256(let x, let y):
                self = .es256(try P256.Signing.PublicKey(x963Representation: [4] + x + y))
            case .edDSA(let bytes):
                self = .edDSA(try Curve25519.Signing.PublicKey(rawRepresentation: bytes))
            case .rs256(let modulus, let exponent):
                self = .rs256(try _RSA.Signing.PublicKey(n: modulus, e: exponent))
            }
        } catch { throw .malformedKey }
    }

    /// Whether a signature is this key's over `message`. ECDSA's are DER.
    func isValid(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        switch self {
        case .es256(let key):
            guard let signature = try? P256.Signing.ECDSASignature(derRepresentation: signature)
            else { return false }
            return key.isValidSignature(signature, for: message)
        case .edDSA(let key): return key.isValidSignature(signature, for: message)
        case .rs256(let key):
            return key.isValidSignature(
                _RSA.Signing.RSASignature(rawRepresentation: signature), for: message,
                padding: .insecurePKCS1v1_5)
        }
    }
}
