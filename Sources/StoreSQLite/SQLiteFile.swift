import GRDB
import GRDBSQLite
import Glibc
import IAMIdentifiers
import Store

/// A database file before it is opened for work: looked at without changing it, or made.
struct SQLiteFile {
    /// Marks our files in SQLite's header: "Gat2" in ASCII. Their pages are sealed.
    ///
    /// Source: SQLite, "PRAGMA application_id".
    /// <https://www.sqlite.org/pragma.html#pragma_application_id>
    static let applicationID: UInt32 = 0x4761_7432
    /// The mark of files from before pages were sealed: "Gate".
    private static let unsealedApplicationID: UInt32 = 0x4761_7465

    let path: String
    private var journal: String { path + "-wal" }

    /// What a file is found to be.
    struct State {
        /// The number of the last migration applied to it.
        var version: Int
        /// Whether pages of it may lack their seal: it is from before there were seals, or a copy
        /// by another program than ours.
        var needsSealing: Bool
    }

    init(path: String) {
        SealedFileSystem.register()
        self.path = path
    }

    /// What the file is, or nil where there is nothing yet.
    /// - Throws: ``StoreError/damaged(_:)`` for a file that is not ours or lacks its journal,
    ///   `exposed` for one that others may read, and what ``Migrator/version(in:)`` throws.
    func state(_ migrator: Migrator) throws -> State? {
        try checkModes()
        return try look { connection in
            // Read before the header is asked for, so that the page is checked and its seal seen.
            let hasVersion = try connection.tableExists("schema_migration")
            let answer = connection.pages
            let needsSealing = try needsSealing(answer)
            guard hasVersion else { return State(version: 0, needsSealing: needsSealing) }
            let version = try SQLiteTransaction.run(on: connection) { try migrator.version(in: $0) }
            return State(version: version, needsSealing: needsSealing)
        }
    }

    /// - Throws: ``StoreError/damaged(_:)`` for a file that is not ours or lacks its journal.
    private func needsSealing(_ pages: SealedFile.Answer) throws(StoreError) -> Bool {
        let ids = [Self.applicationID, Self.unsealedApplicationID]
        guard let header = pages.header, ids.contains(header.applicationID) else {
            throw .damaged("`\(path)` is not a database of gatehouse")
        }
        // A copy by SQLite itself has all that the journal held, and another cookie.
        let isCopy = header.userVersion != 0 && header.userVersion != header.schemaCookie
        if header.userVersion != 0, !isCopy, size(of: journal) == 0 {
            throw .damaged("its journal `\(journal)`, which holds the last changes, is missing")
        }
        return isCopy || header.applicationID != Self.applicationID || pages.unsealedPages > 0
    }

    /// Checks that nobody but the owner may read or write the file or what lies beside it.
    /// - Throws: ``StoreError/exposed(path:mode:)``.
    private func checkModes() throws(StoreError) {
        for path in [path, journal, path + "-shm"] {
            var status = stat()
            guard stat(path, &status) == 0, status.st_mode & 0o077 != 0 else { continue }
            throw .exposed(path: path, mode: Int(status.st_mode & 0o777))
        }
    }

    /// Bytes in a file; 0 where there is none.
    private func size(of path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Reads the file, changing nothing in it or beside it; nil where there is nothing yet.
    /// - Throws: ``StoreError`` for what SQLite finds, and what `body` throws.
    func look<Value>(_ body: (GRDB.Database) throws -> Value) throws -> Value? {
        var status = stat()
        guard stat(path, &status) == 0 else {
            guard errno == ENOENT else { throw StoreError(errno: errno, path: path) }
            return nil
        }
        guard status.st_size > 0 else { return nil }
        do {
            return try DatabaseQueue(
                path: readingURI, configuration: .gatehouse(isReadOnly: true)
            ).read(body)
        } catch let error as DatabaseError {
            throw StoreError(sqlite: error)
        }
    }

    /// The address at which pages without a seal are let pass.
    private var admittingURI: String {
        let name = PercentEncoding.encode(path, allowing: "/")
        return "file:\(name)?vfs=\(SealedFileSystem.admittingName)"
    }

    /// The address at which SQLite reads the file without leaving others beside it.
    ///
    /// Opening a database that is written ahead makes two files. Where its journal is not there
    /// nobody writes to it, and it can be read as a file that does not change.
    ///
    /// Source: SQLite, "Uniform Resource Identifiers", "immutable"; Debian's library reads them.
    /// <https://www.sqlite.org/uri.html#uriimmutable>
    private var readingURI: String {
        access(journal, F_OK) == 0 ? admittingURI : admittingURI + "&immutable=1"
    }

    /// Makes an empty database with mode 0600, which SQLite gives its other files too. It has its
    /// name once it is whole: what an interruption leaves is not taken for one.
    func make() throws {
        let draft = path + ".new"
        for leftover in [draft, draft + "-journal", draft + "-wal"] { unlink(leftover) }
        let descriptor = Glibc.open(draft, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError(errno: errno, path: path) }
        close(descriptor)
        try onlyConnection(to: draft) { connection in
            connection.reserveSeals()
            try connection.execute(sql: "PRAGMA application_id = \(Self.applicationID)")
            try connection.execute(sql: "PRAGMA journal_mode = WAL")
        }
        guard rename(draft, path) == 0 else { throw StoreError(errno: errno, path: path) }
    }

    /// Writes every page anew, with its seal. Takes as long as copying the file; interrupted, it
    /// is done again by the next start.
    func seal() throws {
        try onlyConnection(to: admittingURI) { connection in
            connection.reserveSeals()
            try connection.execute(sql: "VACUUM")
            try connection.execute(sql: "PRAGMA user_version = 0")
            try connection.execute(sql: "PRAGMA application_id = \(Self.applicationID)")
        }
    }

    private func onlyConnection(
        to address: String, _ body: (GRDB.Database) throws -> Void
    ) throws {
        do {
            let queue = try DatabaseQueue(path: address, configuration: .gatehouse())
            try queue.writeWithoutTransaction(body)
            try queue.close()
        } catch {
            throw StoreError(sqlite: error)
        }
    }
}

extension GRDB.Database {
    /// What the file of this connection is known to hold.
    var pages: SealedFile.Answer {
        var answer = SealedFile.Answer()
        sqlite3_file_control(sqliteConnection, "main", SealedFile.question, &answer)
        return answer
    }

    /// Has pages that are written from now on leave room for their seals: in a database that is
    /// empty, or that is written anew.
    fileprivate func reserveSeals() {
        var count = CInt(PageSeal.byteCount)
        sqlite3_file_control(sqliteConnection, "main", SQLITE_FCNTL_RESERVE_BYTES, &count)
    }
}
