import Crypto
package import IAMIdentifiers

/// The secret that an authenticator app or a hardware token shares with the server.
///
/// It prints as a mask, as every ``Secret`` does, and has 16 to 128 bytes.
package struct TOTPSeed: Sendable, Equatable {
    /// RFC 4226 requires 128 bits (section 4, R6). 128 bytes are more than any vendor uses.
    package static let byteCounts = 16...128

    /// Capital letters and 2 to 7, without padding: what is shown, sealed and encoded in a QR code.
    package let base32: Secret

    /// A new seed: 320 random bits, which are 64 characters, as AWS's virtual devices have.
    package static func random(using random: inout some RandomNumberGenerator) -> TOTPSeed {
        TOTPSeed(bytes: (0..<40).map { _ in UInt8.random(in: .min ... .max, using: &random) })
    }

    /// Reads Base32 in either case, with its padding or without any.
    package init?(base32 text: Secret) {
        guard let bytes = Base32.decoded(text.reveal()), Self.byteCounts.contains(bytes.count)
        else { return nil }
        self.init(bytes: bytes)
    }

    /// Reads hexadecimal digits in either case, as the vendors of tokens write seeds.
    package init?(hexadecimal text: Secret) {
        guard let bytes = Hexadecimal.bytes(of: text.reveal().asciiLowercased),
            Self.byteCounts.contains(bytes.count)
        else { return nil }
        self.init(bytes: bytes)
    }

    private init(bytes: [UInt8]) { base32 = Secret(Base32.encoded(bytes)) }

    /// The seed's bytes as a key.
    var key: SymmetricKey { SymmetricKey(data: Base32.decoded(base32.reveal()) ?? []) }

    /// What a QR code tells an authenticator app: the seed, and the names under which the app lists
    /// it.
    ///
    /// AWS's names only the device and the account. The issuer stands before them as well, since
    /// apps list devices of several services. Only letters, digits and `-._~@` stand unencoded:
    /// some apps take a plus for a space.
    ///
    /// Sources: "Key Uri Format"; IAM API Reference, VirtualMFADevice, `QRCodePNG`.
    /// <https://github.com/google/google-authenticator/wiki/Key-Uri-Format>
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_VirtualMFADevice.html>
    package func uri(issuer: String, name: String) -> Secret {
        let issuer = PercentEncoding.encode(issuer)
        let name = PercentEncoding.encode(name, allowing: "@")
        return Secret(
            "otpauth://totp/\(issuer):\(name)?secret=\(base32.reveal())&issuer=\(issuer)")
    }
}
