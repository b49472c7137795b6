import IAMIdentifiers
import Store
import Synchronization

/// Long-term access keys that have signed lately, as the store had them, so that whose signature a
/// request has is known without asking the store.
///
/// What is known may be out of date, and nobody is answered by it: the operation's transaction
/// looks whether the key still is what was read, sealed secret and all; see ``Caller``.
package final class KnownAccessKeys: Sendable {
    /// A key with its secret, which stays sealed.
    struct Entry {
        let key: AccessKey
        let sealedSecret: [UInt8]
    }

    private let keys: Mutex<RecentlyUsed<AccessKeyID, Entry>>

    /// - Parameter capacity: how many keys are kept. Each takes less than 1 KB.
    package init(capacity: Int = 4_096) { keys = Mutex(RecentlyUsed(limit: capacity)) }

    subscript(id: AccessKeyID) -> Entry? { keys.withLock { $0.use(id) } }

    /// Keeps a key whose signature was right: whoever has no secret cannot drive out the keys of
    /// those who do.
    func keep(_ entry: Entry) { keys.withLock { $0.keep(entry, under: entry.key.id) } }

    func forget(_ id: AccessKeyID) { keys.withLock { $0.remove(id) } }
}
