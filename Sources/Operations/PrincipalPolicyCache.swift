import IAMIdentifiers
import IAMPolicy
import Store
import Synchronization

/// The compiled policies of principals, so that a decision neither reads nor compiles again what
/// has not changed.
///
/// An entry holds for the state of its account that a ``ChangeMark`` names. Whoever asks reads the
/// mark inside their own transaction, so that a change is felt by the next request and a snapshot
/// never sees policies of another moment; a mark that is not the entry's replaces the entry.
package final class PrincipalPolicyCache: Sendable {
    /// Bytes of policy text kept, whose compiled form is some times that. Past it the cache begins
    /// anew.
    package static let standardCapacity = 16 << 20
    /// What an entry takes besides its text, in bytes: its keys, its mark, an empty set.
    static let entrySize = 512

    private struct Entry {
        let mark: ChangeMark
        let policies: PolicySet
        let size: Int
    }

    private struct State {
        var entries: [UniqueID: Entry] = [:]
        var bytes = 0
    }

    private let capacity: Int
    private let state = Mutex(State())

    package init(capacity: Int = standardCapacity) { self.capacity = capacity }

    /// The bytes counted now.
    var bytes: Int { state.withLock { $0.bytes } }
    /// How many principals' policies are kept now.
    var count: Int { state.withLock { $0.entries.count } }

    /// The policies of `principal` in the state of its account that `mark` names.
    func policies(of principal: UniqueID, at mark: ChangeMark) -> PolicySet? {
        state.withLock { state in
            guard let entry = state.entries[principal], entry.mark == mark else { return nil }
            return entry.policies
        }
    }

    /// Keeps the policies of `principal` in the state of its account that `mark` names.
    /// - Parameter textSize: the bytes of their texts.
    func keep(
        _ policies: PolicySet, of principal: UniqueID, at mark: ChangeMark, textSize: Int
    ) {
        let entry = Entry(mark: mark, policies: policies, size: textSize + Self.entrySize)
        state.withLock { state in
            state.bytes -= state.entries.removeValue(forKey: principal)?.size ?? 0
            if state.bytes + entry.size > capacity { state = State() }
            guard entry.size <= capacity else { return }
            state.entries[principal] = entry
            state.bytes += entry.size
        }
    }
}
