/// Why the store did not do what it was asked. Driver-neutral, and free of stored values: it is
/// logged whole.
package enum StoreError: Error, Equatable, Sendable {
    /// Another process kept the database for longer than the engine waits, or too many writes
    /// wait already. The same request may succeed later.
    case busy
    /// A row with these columns' values is there already.
    case duplicate(table: String, columns: [String])
    /// A row refers to one that is not there, or is referred to and cannot go.
    case foreignKey
    /// A row breaks another constraint (not null, check), or a value cannot be stored at all.
    case invalidRow(String)
    /// Nothing may be written: here, or at this path.
    case readOnly(String)
    /// The disk is full.
    case full
    /// There is no database at this path.
    case notFound(String)
    /// Another process serves this data directory.
    case locked(String)
    /// The file is not a database of ours, or its contents are broken.
    case damaged(String)
    /// While it was open the database's files were removed or replaced, seen at this path. Nothing
    /// was kept of what failed so, and nothing is done any more.
    case replaced(String)
    /// Others than the owner may read or write the file at this path.
    case exposed(path: String, mode: Int)
    /// The database was made by a newer program: it has migration `found`, this ends at `known`.
    case newerVersion(found: Int, known: Int)
    /// The database needs migrations up to `known`, and was opened in a way that cannot apply them.
    case olderVersion(found: Int, known: Int)
    /// The text of a migration differs from what was applied under its number.
    case changedMigration(number: Int)
    /// Another store is being copied into this one, which is not complete.
    case unfinishedCopy
    /// A statement's result has no such column, or another type in it. A mistake in the program.
    case unexpectedColumn(name: String, expected: String)
    /// The database's server does not answer, or refuses connections. The same request may succeed
    /// later.
    case unreachable(String)
    /// The connection was lost while a change was being committed: it may have been kept, or not.
    case uncertain(String)
    /// Anything else, in the engine's words.
    case other(String)
}

extension StoreError {
    /// Whether the database will never serve again as it was opened, so that a server has to end.
    package var isFinal: Bool {
        if case .replaced = self { true } else { false }
    }
}

extension StoreError: CustomStringConvertible {
    /// One line for the operator: what is wrong, and what to do where that is known.
    package var description: String {
        switch self {
        case .busy: "the database is busy; try again"
        case .duplicate(let table, let columns):
            "a row of `\(table)` with the same \(columns.joined(separator: ", ")) exists"
        case .foreignKey: "a row refers to another that does not exist, or is referred to"
        case .invalidRow(let reason): "a row cannot be stored: \(reason)"
        case .readOnly(let place): "cannot write to `\(place)`; check its owner and permissions"
        case .full: "the disk is full; free some space"
        case .notFound(let path): "there is no database at `\(path)`"
        case .locked(let path):
            "another gatehouse serves `\(path)`; stop it first or choose another directory"
        case .damaged(let reason): "the database cannot be used: \(reason); restore a backup"
        case .replaced(let path):
            "`\(path)` was removed or replaced while the database was open; nothing more is written"
        case .exposed(let path, let mode):
            "the database file `\(path)` has mode 0\(String(mode, radix: 8)); "
                + "run `chmod 600 \(path)`"
        case .newerVersion(let found, let known):
            "the database has version \(found), newer than this program's \(known); "
                + "use a newer gatehouse"
        case .olderVersion(let found, let known):
            "the database has version \(found), older than this program's \(known); "
                + "start the server once to upgrade it"
        case .changedMigration(let number):
            "migration \(number) is not the one that was applied to the database; "
                + "use the gatehouse that made it"
        case .unfinishedCopy:
            "another store was being copied into this one, and not all of it is here; "
                + "run `gatehouse migrate` again"
        case .unexpectedColumn(let name, let expected):
            "a result has no column `\(name)` that is \(expected)"
        case .unreachable(let reason): "the database's server cannot be reached: \(reason)"
        case .uncertain(let reason):
            "the connection was lost while a change was being committed, which may have been kept: "
                + reason
        case .other(let detail): "the database failed: \(detail)"
        }
    }
}
