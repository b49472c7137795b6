import Crypto
import CryptoExtras
import Foundation
import IAMIdentifiers

/// An RSA public key for SSH, in either of the forms that IAM takes: `ssh-rsa` and PEM.
///
/// Source: IAM API Reference, UploadSSHPublicKey: "The public key must be encoded in ssh-rsa format
/// or PEM format. The minimum bit-length of the public key is 2048 bits."
/// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UploadSSHPublicKey.html>
package struct SSHKey: Sendable {
    /// The key as SSH sends it: `ssh-rsa`, the exponent and the modulus, each with its length in
    /// front.
    ///
    /// Source: RFC 4253, section 6.6. <https://www.rfc-editor.org/rfc/rfc4253#section-6.6>
    package let blob: [UInt8]
    private let key: _RSA.Signing.PublicKey

    /// The longest modulus, in bits. BoringSSL takes no longer one.
    package static let mostBits = 8_192
    private static let type = "ssh-rsa"
    /// The longest text that is looked at, in bytes, which is IAM's limit.
    private static let longestText = 16_384

    package enum Fault: Error, Equatable {
        /// The text is neither in `ssh-rsa` format nor PEM of a public key.
        case unknownEncoding
        /// It has one of these forms, and is no RSA key of a size that is taken.
        case invalid
    }

    /// - Parameter text: `ssh-rsa`, the key in base64 and perhaps a comment, or PEM.
    package init(_ text: String) throws(Fault) {
        guard text.utf8.count <= Self.longestText else { throw .invalid }
        if let bytes = Self.pem(text) {
            let bytes = try bytes.get()
            guard let key = try? _RSA.Signing.PublicKey(derRepresentation: bytes) else {
                throw .invalid
            }
            try self.init(key)
            return
        }
        let words = text.utf8.split { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
        guard let first = words.first, first.elementsEqual(Self.type.utf8) else {
            throw .unknownEncoding
        }
        guard words.count > 1, Self.isOneLine(text),
            let blob = Base64.standard.decoded(Substring(words[1]))
        else { throw .invalid }
        try self.init(blob: blob)
    }

    /// A key as SSH sends it. Each has one spelling.
    package init(blob: [UInt8]) throws(Fault) {
        var rest = blob[...]
        guard let type = Self.field(&rest), type.elementsEqual(Self.type.utf8),
            let exponent = Self.field(&rest).flatMap(Self.number),
            let modulus = Self.field(&rest).flatMap(Self.number), rest.isEmpty,
            modulus.count * 8 <= Self.mostBits,
            let key = try? _RSA.Signing.PublicKey(n: Array(modulus), e: Array(exponent))
        else { throw .invalid }
        try self.init(key)
    }

    private init(_ key: _RSA.Signing.PublicKey) throws(Fault) {
        guard key.keySizeInBits <= Self.mostBits, let numbers = try? key.getKeyPrimitives() else {
            throw .invalid
        }
        self.key = key
        blob = [
            Array(Self.type.utf8), Self.integer(numbers.publicExponent),
            Self.integer(numbers.modulus),
        ].flatMap(Self.withLength)
    }

    // MARK: Its forms

    /// `ssh-rsa` and the key in base64, without a comment.
    package var sshText: String { "\(Self.type) \(Base64.standard.encoded(blob))" }

    /// The PEM of its SubjectPublicKeyInfo, with a line end after the last line.
    package var pemText: String {
        let text = key.pemRepresentation
        return text.ends(with: "\n") ? text : text + "\n"
    }

    /// The MD5 digest of the key as SSH sends it: pairs of hexadecimal digits with colons between.
    ///
    /// Sources: IAM API Reference, SSHPublicKey, "The MD5 message digest of the SSH public key";
    /// RFC 4716, section 4, of what that is taken.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_SSHPublicKey.html>
    /// <https://www.rfc-editor.org/rfc/rfc4716#section-4>
    package var fingerprint: String {
        Insecure.MD5.hash(data: blob).map { Hexadecimal.text(of: [$0]) }.joined(separator: ":")
    }

    // MARK: Reading and writing

    /// The bytes of a text that is PEM, or why there are none; nil for another text.
    private static func pem(_ text: String) -> Result<[UInt8], Fault>? {
        let start = text.utf8.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
        guard start.starts(with: "-----BEGIN ".utf8) else { return nil }
        guard let blocks = try? PEMBlock.read(text, atMost: 1), blocks.count == 1 else {
            return .failure(.invalid)
        }
        guard ["PUBLIC KEY", "RSA PUBLIC KEY"].contains(where: blocks[0].label.isExactly) else {
            return .failure(.unknownEncoding)
        }
        return .success(blocks[0].bytes)
    }

    /// Whether nothing follows the end of the first line.
    private static func isOneLine(_ text: String) -> Bool {
        text.utf8.split { $0 == 0x0A || $0 == 0x0D }.count { line in
            line.contains { $0 != 0x20 && $0 != 0x09 }
        } == 1
    }

    /// Takes what a length of four bytes is in front of; nil when the bytes are too few.
    private static func field(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard rest.count >= 4 else { return nil }
        let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        rest = rest.dropFirst(4)
        guard length <= rest.count else { return nil }
        defer { rest = rest.dropFirst(length) }
        return rest.prefix(length)
    }

    /// The digits of a positive integer, without the byte that says so; nil for another spelling.
    /// Source: RFC 4251, section 5, "mpint". <https://www.rfc-editor.org/rfc/rfc4251#section-5>
    private static func number(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let first = bytes.first, first < 0x80 else { return nil }
        guard first == 0 else { return bytes }
        let digits = bytes.dropFirst()
        guard let next = digits.first, next >= 0x80 else { return nil }
        return digits
    }

    private static func integer(_ digits: Data) -> [UInt8] {
        let digits = digits.drop { $0 == 0 }
        return (digits.first ?? 0 >= 0x80 ? [0] : []) + digits
    }

    private static func withLength(_ bytes: [UInt8]) -> [UInt8] {
        withUnsafeBytes(of: UInt32(bytes.count).bigEndian) { Array($0) } + bytes
    }
}
