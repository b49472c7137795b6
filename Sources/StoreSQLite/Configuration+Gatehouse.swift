import GRDB
import GRDBSQLite

extension Configuration {
    /// How every connection of ours is set up.
    /// - Parameter keepsJournal: whether the journal stays beside the file when this connection is
    ///   the last to be closed, with nothing in it that the file has not.
    static func gatehouse(
        isReadOnly: Bool = false, keepsJournal: Bool = false
    ) -> Configuration {
        var configuration = Configuration()
        configuration.label = "gatehouse.sqlite"
        configuration.readonly = isReadOnly
        configuration.foreignKeysEnabled = true
        // What another process, the operator's command, may keep the file for.
        configuration.busyMode = .timeout(5)
        configuration.maximumReaderCount = 4
        configuration.prepareDatabase { connection in
            // Cells that lie outside of their page are damage, not data.
            try connection.execute(sql: "PRAGMA cell_size_check = ON")
            if keepsJournal { connection.keepJournal(true) }
        }
        return configuration
    }
}

extension GRDB.Database {
    /// Whether the journal stays when this connection is the last to be closed. Without meaning for
    /// a database in memory.
    func keepJournal(_ keeps: Bool) {
        var value: CInt = keeps ? 1 : 0
        sqlite3_file_control(sqliteConnection, "main", SQLITE_FCNTL_PERSIST_WAL, &value)
    }

    /// Keeps what a savepoint would need to take its changes back in memory, which is every page
    /// that it has changed. Otherwise SQLite writes each of them to a temporary file, in two system
    /// calls.
    ///
    /// What is sorted stays in memory, too. So this is for a connection that serves and not for one
    /// that migrates: what serving changes most at a time is one table of an account, when a closed
    /// account is erased.
    /// Source: SQLite, "Temporary Files Used By SQLite", section 2.4.
    /// <https://www.sqlite.org/tempfiles.html#statement_journal_files>
    func keepUndoInMemory() throws {
        try execute(sql: "PRAGMA temp_store = MEMORY")
    }
}
