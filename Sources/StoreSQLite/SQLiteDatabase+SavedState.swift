import GRDB
import Store

extension SQLiteDatabase {
    /// The whole contents of a database at one moment, kept in memory.
    package struct SavedState: Sendable {
        fileprivate let copy: DatabaseQueue
    }

    /// Copies the contents, between two writes.
    package func savedState() async throws -> SavedState {
        let copy = try DatabaseQueue(configuration: .gatehouse())
        try await onWriter { live in try copy.writeWithoutTransaction { try live.backup(to: $0) } }
        return SavedState(copy: copy)
    }

    /// Puts a database in memory back to a saved state, between two writes: whoever reads or writes
    /// sees all of the one state or all of the other. Takes milliseconds for megabytes.
    package func restore(_ state: SavedState) async throws {
        try await onWriter { live in
            try state.copy.writeWithoutTransaction { try $0.backup(to: live) }
        }
    }
}
