import Crypto
import Foundation

/// AES-256-GCM as every sealed value here uses it: a header in clear, twelve random bytes of nonce,
/// the ciphertext, sixteen bytes of tag. The tag covers the header and a context that is not
/// stored: what the value belongs to.
///
/// Random nonces allow 2³² values under one key.
///
/// Source: NIST SP 800-38D, section 8.3.
/// <https://nvlpubs.nist.gov/nistpubs/Legacy/SP/nistspecialpublication800-38d.pdf>
enum AuthenticatedCipher {
    /// What encryption adds to the header and the bytes: nonce and tag.
    private static let overhead = 12 + 16

    static func seal(
        _ bytes: [UInt8], with key: SymmetricKey, header: [UInt8], context: String
    ) throws -> [UInt8] {
        let box = try AES.GCM.seal(bytes, using: key, authenticating: header + context.utf8)
        return header + box.nonce + box.ciphertext + box.tag
    }

    /// - Parameter headerLength: how many bytes of `sealed` are its header.
    static func open(
        _ sealed: [UInt8], with key: SymmetricKey, headerLength: Int, context: String
    ) throws(SealingError) -> [UInt8] {
        guard sealed.count >= headerLength + overhead else { throw .malformed }
        let header = sealed.prefix(headerLength)
        do {
            let box = try AES.GCM.SealedBox(combined: sealed.dropFirst(headerLength))
            return try [UInt8](AES.GCM.open(box, using: key, authenticating: header + context.utf8))
        } catch {
            throw .notAuthentic
        }
    }
}
