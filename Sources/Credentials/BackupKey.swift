import Crypto
import Foundation
package import IAMIdentifiers

/// A key pair to which backups are encrypted: the server's machine needs the public half alone, so
/// that whoever has the machine cannot read the backups of before.
///
/// HPKE with X25519, HKDF-SHA-256 and ChaCha20-Poly1305, in pieces.
///
/// Source: RFC 9180, "Hybrid Public Key Encryption".
/// <https://www.rfc-editor.org/rfc/rfc9180>
package struct BackupKey: Sendable {
    private let key: Curve25519.KeyAgreement.PrivateKey

    package static func random() -> BackupKey { BackupKey(key: .init()) }

    private init(key: Curve25519.KeyAgreement.PrivateKey) { self.key = key }

    /// The private half from its text: 64 hexadecimal digits. Nil for anything else.
    package init?(privateText: Secret) {
        let text = privateText.reveal()
        guard let bytes = Hexadecimal.bytes(of: text), bytes.count == 32,
            let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: bytes)
        else { return nil }
        self.key = key
    }

    package var privateText: Secret { Secret(Hexadecimal.text(of: key.rawRepresentation)) }

    package var publicText: String {
        Hexadecimal.text(of: key.publicKey.rawRepresentation)
    }

    fileprivate static let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly
    fileprivate static let purpose = Array("gatehouse backup".utf8)

    fileprivate func recipient(_ encapsulatedKey: [UInt8]) throws -> HPKE.Recipient {
        try HPKE.Recipient(
            privateKey: key, ciphersuite: Self.suite, info: Data(Self.purpose),
            encapsulatedKey: Data(encapsulatedKey))
    }
}

/// Encrypts bytes to a public key, piece by piece: a mark, the encapsulated key, and pieces of a
/// mebibyte, each behind its length in four bytes. The last says that it is the last, so that a cut
/// end is found.
package struct BackupEncryption {
    package static let mark = Array("gatehouse encrypted backup 1\n".utf8)
    fileprivate static let piece = 1 << 20
    /// What the authentication of each piece adds to it.
    fileprivate static let overhead = 16

    private var sender: HPKE.Sender
    private var waiting: [UInt8] = []
    /// What is written before all else.
    package let head: [UInt8]

    /// - Parameter publicText: 64 hexadecimal digits. Nil for what is no key.
    package init?(to publicText: String) {
        guard let bytes = Hexadecimal.bytes(of: publicText), bytes.count == 32,
            let key = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: bytes),
            let sender = try? HPKE.Sender(
                recipientKey: key, ciphersuite: BackupKey.suite, info: Data(BackupKey.purpose))
        else { return nil }
        self.sender = sender
        head = Self.mark + sender.encapsulatedKey
    }

    /// Takes bytes, and gives what is to be written now.
    package mutating func add(_ bytes: [UInt8]) throws -> [UInt8] {
        waiting += bytes
        var written: [UInt8] = []
        while waiting.count > Self.piece {
            written += try seal(waiting.prefix(Self.piece), isLast: false)
            waiting.removeFirst(Self.piece)
        }
        return written
    }

    /// What is to be written at the end.
    package mutating func finish() throws -> [UInt8] { try seal(waiting[...], isLast: true) }

    private mutating func seal(_ bytes: ArraySlice<UInt8>, isLast: Bool) throws -> [UInt8] {
        let sealed = try sender.seal(Data(bytes), authenticating: Data([isLast ? 1 : 0]))
        return withUnsafeBytes(of: UInt32(sealed.count).bigEndian) { Array($0) } + sealed
    }
}

/// Decrypts what ``BackupEncryption`` wrote.
package struct BackupDecryption {
    /// Why it cannot go on.
    package enum Fault: Error, Equatable {
        /// It was encrypted to another key, or is not what was written.
        case undecipherable
        case cut
    }

    private var recipient: HPKE.Recipient
    private var isAtEnd = false

    /// - Parameter encapsulatedKey: the 32 bytes behind the mark.
    package init(_ key: BackupKey, encapsulatedKey: [UInt8]) throws(Fault) {
        do { recipient = try key.recipient(encapsulatedKey) } catch { throw .undecipherable }
    }

    /// The next piece.
    /// - Parameter read: gives bytes of the file, fewer than asked for at its end.
    /// - Returns: nil after the last.
    package mutating func next(_ read: (Int) throws -> [UInt8]) throws -> [UInt8]? {
        let head = try read(4)
        if isAtEnd, head.isEmpty { return nil }
        guard !isAtEnd, head.count == 4 else { throw Fault.cut }
        let length = head.reduce(0) { $0 << 8 | Int($1) }
        guard
            (BackupEncryption.overhead...BackupEncryption.piece + BackupEncryption.overhead)
                .contains(length)
        else { throw Fault.undecipherable }
        let sealed = try read(length)
        guard sealed.count == length else { throw Fault.cut }
        // Which it is only trying tells.
        for isLast in [false, true] {
            var trial = recipient
            if let bytes = try? trial.open(Data(sealed), authenticating: Data([isLast ? 1 : 0])) {
                recipient = trial
                isAtEnd = isLast
                return Array(bytes)
            }
        }
        throw Fault.undecipherable
    }
}
