import GRDB

// While a server has a database open, the file itself says so: its `user_version` is the number of
// the schema's state, which changes with every copy that SQLite makes. When the server stops, it is
// 0 again. So a file that was copied by itself from a running server is told from one that is
// whole: it has the mark, and its journal is not there. Another number but 0 says that the file is
// a whole copy whose pages are to be sealed.
//
// Source: SQLite, "PRAGMA user_version" and "PRAGMA schema_version".
// <https://www.sqlite.org/pragma.html#pragma_user_version>
extension GRDB.Database {
    /// Puts the mark into the file, and with it all that the journal holds.
    func markServed() throws {
        let state = try Int.fetchOne(self, sql: "PRAGMA schema_version") ?? 0
        try execute(sql: "PRAGMA user_version = \(state)")
        // The checkpoint does not empty the journal, which has to be there while the file has the
        // mark.
        _ = try Row.fetchOne(self, sql: "PRAGMA wal_checkpoint(FULL)")
    }

    /// Takes the mark off. It is gone from the file when the last connection is closed.
    func unmarkServed() throws {
        try execute(sql: "PRAGMA user_version = 0")
    }

    /// Has the journal stay after the last connection exactly if the file has the mark.
    func keepJournalIfServed() throws {
        keepJournal(try Int.fetchOne(self, sql: "PRAGMA user_version") != 0)
    }
}
