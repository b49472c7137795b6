import GRDB
import Glibc
import Store

/// A database file before it is opened for work: looked at without changing it, or made.
struct SQLiteFile {
    /// Marks our files in SQLite's header: "Gate" in ASCII.
    ///
    /// Source: SQLite, "PRAGMA application_id".
    /// <https://www.sqlite.org/pragma.html#pragma_application_id>
    private static let applicationID = 0x4761_7465

    /// What means something else in a URI than in a path.
    private static let escapes: [Character: String] = ["%": "%25", "?": "%3f", "#": "%23"]

    let path: String

    /// The number of the last migration applied to the file, or nil where there is nothing yet.
    /// - Throws: ``StoreError/damaged(_:)`` for a file that is not ours, `exposed` for one that
    ///   others may read, and what ``Migrator/version(in:)`` throws.
    func version(_ migrator: Migrator) throws -> Int? {
        try checkModes()
        return try look { connection in
            let mark = try Int.fetchOne(connection, sql: "PRAGMA application_id")
            guard mark == Self.applicationID else {
                throw StoreError.damaged("`\(path)` is not a database of gatehouse")
            }
            guard try connection.tableExists("schema_migration") else { return 0 }
            return try SQLiteTransaction.run(on: connection) { try migrator.version(in: $0) }
        }
    }

    /// Checks that nobody but the owner may read or write the file or what lies beside it.
    /// - Throws: ``StoreError/exposed(path:mode:)``.
    private func checkModes() throws(StoreError) {
        for path in [path, path + "-wal", path + "-shm"] {
            var status = stat()
            guard stat(path, &status) == 0, status.st_mode & 0o077 != 0 else { continue }
            throw .exposed(path: path, mode: Int(status.st_mode & 0o777))
        }
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
                path: readingPath, configuration: .gatehouse(isReadOnly: true)
            ).read(body)
        } catch let error as DatabaseError {
            throw StoreError(sqlite: error)
        }
    }

    /// The name under which SQLite reads the file without leaving others beside it.
    ///
    /// Opening a database that is written ahead makes two files. Where its journal is not there
    /// nobody writes to it, and it can be read as a file that does not change.
    ///
    /// Source: SQLite, "Uniform Resource Identifiers", "immutable"; Debian's library reads them.
    /// <https://www.sqlite.org/uri.html#uriimmutable>
    private var readingPath: String {
        guard access(path + "-wal", F_OK) != 0 else { return path }
        let name = path.map { Self.escapes[$0] ?? String($0) }.joined()
        return "file:\(name)?immutable=1"
    }

    /// Makes an empty database with mode 0600, which SQLite gives its other files too.
    func make() throws {
        let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError(errno: errno, path: path) }
        close(descriptor)
        do {
            let queue = try DatabaseQueue(path: path, configuration: .gatehouse())
            try queue.writeWithoutTransaction { connection in
                try connection.execute(sql: "PRAGMA application_id = \(Self.applicationID)")
            }
        } catch {
            throw StoreError(sqlite: error)
        }
    }
}
