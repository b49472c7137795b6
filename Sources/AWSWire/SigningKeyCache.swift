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
    /// What a key is found by. Of the secret only its hash is kept.
    struct Index: Hashable {
        private let accessKeyID: String
        private let scope: CredentialScope
        private let secretHash: SHA256.Digest

        init(accessKeyID: String, secret: Secret, scope: CredentialScope) {
            self.accessKeyID = accessKeyID
            self.scope = scope
            secretHash = SHA256.hash(data: Array(secret.reveal().utf8))
        }
    }

    /// Two generations stand in for an order of use: what was used since the last turn is in
    /// `recent`, and what was not used for a whole turn is forgotten.
    private struct Keys {
        var recent: [Index: SigV4SigningKey] = [:]
        var older: [Index: SigV4SigningKey] = [:]
    }

    private let capacity: Int
    private let keys = Mutex(Keys())

    /// - Parameter capacity: how many keys are kept for certain; at most twice as many are.
    package init(capacity: Int = 4_096) { self.capacity = max(1, capacity) }

    /// How many keys are kept now.
    var count: Int { keys.withLock { $0.recent.count + $0.older.count } }

    /// The key kept at `index`, or nil.
    subscript(index: Index) -> SigV4SigningKey? {
        keys.withLock { $0.recent[index] ?? $0.older[index] }
    }

    /// Keeps a key that has verified a signature.
    func keep(_ key: SigV4SigningKey, at index: Index) {
        keys.withLock { keys in
            guard keys.recent[index] == nil else { return }
            if keys.recent.count >= capacity {
                keys.older = keys.recent
                keys.recent = [:]
            }
            keys.older[index] = nil
            keys.recent[index] = key
        }
    }
}
