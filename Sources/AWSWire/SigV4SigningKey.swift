import Crypto
import IAMIdentifiers

/// The key that signs for one credential scope, ready to use: SHA-256 after it has read the padded
/// key, once for each of HMAC's two passes. What would otherwise be half the work of each
/// signature is done once.
///
/// Source: RFC 2104, section 4, which suggests just this.
/// <https://www.rfc-editor.org/rfc/rfc2104#section-4>
struct SigV4SigningKey: Sendable {
    private let inner: SHA256
    private let outer: SHA256

    /// The key that `secret` gives in `scope`.
    ///
    /// Source: IAM User Guide, "Create a signed AWS API request", step 4.
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html>
    init(secret: Secret, scope: CredentialScope) {
        self.init(key: Array(("AWS4" + secret.reveal()).utf8))
        for step in [scope.date, scope.region, scope.service, "aws4_request"] {
            self.init(key: Array(code(for: Array(step.utf8))))
        }
    }

    private init(key: [UInt8]) {
        let blockSize = 64
        var block = key.count > blockSize ? Array(SHA256.hash(data: key)) : key
        block += repeatElement(0, count: blockSize - block.count)
        var inner = SHA256()
        inner.update(data: block.map { $0 ^ 0x36 })
        var outer = SHA256()
        outer.update(data: block.map { $0 ^ 0x5C })
        self.inner = inner
        self.outer = outer
    }

    /// The HMAC-SHA256 of `message`.
    func code(for message: [UInt8]) -> SHA256.Digest {
        var inner = self.inner
        message.withUnsafeBytes { inner.update(bufferPointer: $0) }
        var outer = self.outer
        inner.finalize().withUnsafeBytes { outer.update(bufferPointer: $0) }
        return outer.finalize()
    }
}
