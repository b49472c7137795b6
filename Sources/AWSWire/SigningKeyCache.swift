import Crypto
import IAMIdentifiers
import Synchronization

/// Signing keys that have verified a signature, so that the next one from the same client costs
/// two passes of SHA-256 instead of ten.
///
/// A key is found only with the secret it was made from, so a cache never outlives a secret's
/// change. Only right signatures put keys in: whoever has no secret cannot drive out the keys of
/// those who do.
package final class SigningKeyCache: Sendable {
    /// What a key is found by. Of the secret, or of the sealed secret, only its hash is kept.
    struct Index: Hashable {
        private let accessKeyID: String
        private let scope: CredentialScope
        private let secretHash: SHA256.Digest

        init(accessKeyID: String, secret: Secret, scope: CredentialScope) {
            self.accessKeyID = accessKeyID
            self.scope = scope
            secretHash = secret.withRevealedBytes(SHA256.hash)
        }

        init(accessKeyID: String, sealed: [UInt8], scope: CredentialScope) {
            self.accessKeyID = accessKeyID
            self.scope = scope
            secretHash = SHA256.hash(data: sealed)
        }
    }

    private let keys: Mutex<RecentlyUsed<Index, SigV4SigningKey>>

    /// - Parameter capacity: how many keys are kept. Each takes less than 2 KB.
    package init(capacity: Int = 4_096) { keys = Mutex(RecentlyUsed(limit: max(1, capacity))) }

    /// How many keys are kept now.
    var count: Int { keys.withLock { $0.count } }

    /// The key kept at `index`, or nil.
    subscript(index: Index) -> SigV4SigningKey? { keys.withLock { $0.use(index) } }

    /// Keeps a key that has verified a signature.
    func keep(_ key: SigV4SigningKey, at index: Index) {
        keys.withLock { $0.keep(key, under: index) }
    }
}
