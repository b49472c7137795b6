import IAMIdentifiers
import Store

/// What a session remembers of accounts, each in the state that a mark names.
struct AccountMemories {
    /// Accounts of which something is remembered; then none is, to begin anew.
    static let limit = 32

    private var entries: [AccountID: (mark: ChangeMark, memory: SnapshotMemory)] = [:]

    /// What is remembered of an account under a mark: nothing yet, if the mark is new.
    mutating func memory(of account: AccountID, at mark: ChangeMark) -> SnapshotMemory {
        if let entry = entries[account], entry.mark == mark { return entry.memory }
        if entries.count >= Self.limit { entries = [:] }
        let memory = SnapshotMemory()
        entries[account] = (mark, memory)
        return memory
    }
}
