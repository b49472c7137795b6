import CSodium
import IAMIdentifiers

/// libsodium's Argon2id. Both calls take tens of milliseconds and block their thread.
///
/// Source: libsodium, "The pwhash API". <https://doc.libsodium.org/password_hashing/default_phf>
enum Argon2id {
    /// - Throws: ``PasswordHasherError/outOfMemory``.
    static func hash(
        _ password: Secret, cost: PasswordHasher.Cost
    ) throws(PasswordHasherError) -> String {
        var text = [CChar](repeating: 0, count: crypto_pwhash_strbytes())
        let status = withBytes(of: password) { bytes, count in
            crypto_pwhash_str_alg(
                &text, bytes, count, cost.passes, cost.memoryBytes,
                crypto_pwhash_ALG_ARGON2ID13)
        }
        guard status == 0 else { throw .outOfMemory }
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// A text in the form of a hash of this cost, which is of no password: what stands in the place
    /// of salt and hash is random. To compare with it takes as long as with any other.
    static func unmatched(cost: PasswordHasher.Cost) -> String {
        var random = SystemRandomNumberGenerator()
        func base64(_ count: Int) -> String {
            let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
            return Base64.standard.encoded(bytes).parts(at: "=")[0]
        }
        return "$argon2id$v=19$m=\(cost.memoryBytes >> 10),t=\(cost.passes),p=1$"
            + "\(base64(16))$\(base64(32))"
    }

    /// Whether a hash, which names its own cost, is of this password. False for what is no hash.
    static func verify(_ password: Secret, against hash: String) -> Bool {
        withBytes(of: password) { bytes, count in
            crypto_pwhash_str_verify(hash, bytes, count) == 0
        }
    }

    /// Lends a copy of the password's bytes, with their count, and clears it afterwards.
    private static func withBytes<Value>(
        of password: Secret, _ body: (UnsafePointer<CChar>, UInt64) -> Value
    ) -> Value {
        let text = password.reveal().utf8
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: text.count + 1) { copy in
            copy.initialize(repeating: 0)
            defer { sodium_memzero(copy.baseAddress, copy.count) }
            for (index, byte) in text.enumerated() { copy[index] = CChar(bitPattern: byte) }
            return body(copy.baseAddress!, UInt64(text.count))  // the copy is never empty
        }
    }
}
