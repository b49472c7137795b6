import Synchronization

/// The data keys that a process knows. One of them seals, and all of them open. A key that is made
/// while the process runs joins them, and seals when its time has come.
package final class KeyRing: Sendable {
    /// The keys of one moment.
    struct Keys: Sendable {
        let current: DataKey
        /// By their IDs; the current one is among them.
        let all: [String: DataKey]

        init(current: DataKey, older: [DataKey]) {
            self.current = current
            all = Dictionary((older + [current]).map { ($0.id, $0) }) { _, last in last }
        }
    }

    private let keys: Mutex<Keys>

    /// - Parameters:
    ///   - current: seals.
    ///   - others: open what they sealed once, or will.
    package init(current: DataKey, others: [DataKey]) {
        keys = Mutex(Keys(current: current, older: others))
    }

    var now: Keys { keys.withLock { $0 } }

    /// The ID of the key that seals.
    package var currentID: String { now.current.id }

    /// Whether a key of this ID is known.
    package func knows(_ id: String) -> Bool { now.all[id] != nil }

    /// Adds keys, and has one of those that are known then seal.
    /// - Parameter id: that one's; another than a known one changes nothing.
    package func update(adding more: [DataKey], current id: String) {
        keys.withLock { keys in
            let all = Array(keys.all.values) + more
            guard let current = all.first(where: { $0.id == id }) else { return }
            keys = Keys(current: current, older: all)
        }
    }
}
