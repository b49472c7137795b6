import Foundation
import GRDB
import Glibc
import IAMIdentifiers
package import Store
import Workers

extension SQLiteDatabase {
    /// Who opens a data directory, and what they may do there.
    package enum Mode: Sendable {
        /// The one server: locks the directory against another, and brings the schema up to date.
        case server
        /// A command of the operator's, beside a running server or without one. It brings the
        /// schema up to date only where no server runs.
        case `operator`
        /// A command that only reads. Makes nothing, not even the database.
        case readOnly
    }

    /// The name of the database in a data directory.
    package static let fileName = "gatehouse.db"

    /// Opens the database in a data directory, making both where there are none: the directory
    /// with mode 0700, its files with mode 0600.
    ///
    /// Blocks the calling thread for the time of the opening: for the start of a program.
    /// - Parameters:
    ///   - takesUnfinishedCopy: whether to open a store that is only being copied.
    ///   - elapsed: monotonic time. Tests fix it.
    /// - Throws: a ``StoreError`` that says what is wrong in one line: `readOnly`, `locked`,
    ///   `newerVersion`, `olderVersion`, `damaged`, `notFound`. Then nothing was changed.
    package static func open(
        directory: String, mode: Mode, migrations: [Migration] = Migrations.all,
        takesUnfinishedCopy: Bool = false,
        elapsed: @escaping @Sendable () -> Duration = Duration.sinceStart
    ) async throws -> SQLiteDatabase {
        let migrator = Migrator(migrations, takesUnfinishedCopy: takesUnfinishedCopy)
        let path = directory + "/" + fileName
        if mode != .readOnly { try makeDirectory(directory) }
        var lock = mode == .server ? try DirectoryLock(directory: directory) : nil
        let file = SQLiteFile(path: path)
        if mode != .readOnly { try JournalCheck.check(path + "-wal") }
        let state = try file.state(migrator)
        let isCurrent = state?.version == migrator.newest && state?.needsSealing == false

        if mode == .readOnly {
            guard let state else { throw StoreError.notFound(path) }
            guard isCurrent else {
                throw StoreError.olderVersion(found: state.version, known: migrator.newest)
            }
            return SQLiteDatabase(
                connections: try connections(path: path, isReadOnly: true),
                lookups: LookupConnections(path: path))
        }
        if !isCurrent && mode == .operator { lock = try DirectoryLock(directory: directory) }
        if state == nil {
            if lock?.notesDatabase == true {
                throw StoreError.damaged("`\(path)`, which was here, is gone")
            }
            try file.make()
        }
        if state?.needsSealing == true { try file.seal() }
        let connections = try connections(path: path, isReadOnly: false)
        let database = SQLiteDatabase(
            connections: connections, lookups: LookupConnections(path: path),
            lock: mode == .server ? lock : nil,
            files: servedFiles(directory, by: mode),
            upkeep: mode == .server ? try Upkeep(path: path) : nil, elapsed: elapsed)
        if !isCurrent { try await migrator.migrate(database) }
        if mode == .server { try await database.beginServing() }
        try lock?.noteDatabase()
        // The operator's lock, if one was needed, is let go here and not before.
        withExtendedLifetime(lock) {}
        return database
    }

    /// Reads what a data directory holds, changing nothing in it; nil where there is nothing of the
    /// schema that the program knows.
    /// - Throws: as ``open(directory:mode:migrations:)``, and what `body` throws.
    package static func look<Value>(
        into directory: String, migrations: [Migration] = Migrations.all,
        _ body: (any Transaction) throws -> Value
    ) throws -> Value? {
        let migrator = Migrator(migrations)
        let file = SQLiteFile(path: directory + "/" + fileName)
        guard try file.state(migrator)?.version == migrator.newest else { return nil }
        return try file.look { try SQLiteTransaction.run(on: $0, body) }
    }

    /// Marks the file as served, and begins what goes on beside the requests.
    private func beginServing() async throws {
        try await onWriter { connection in
            try connection.markServed()
            try connection.keepUndoInMemory()
        }
        upkeep?.start(condition)
    }

    /// What has to stay in its place while the database is open.
    private static func servedFiles(_ directory: String, by mode: Mode) -> ServedFiles {
        let path = directory + "/" + fileName
        let own = [path, path + "-wal", path + "-shm"]
        guard mode == .server else { return ServedFiles(paths: own) }
        return ServedFiles(paths: own + [directory, directory + "/" + DirectoryLock.fileName])
    }

    private static func makeDirectory(_ directory: String) throws {
        guard !FileManager.default.fileExists(atPath: directory) else { return }
        let parent = directory.parentDirectory
        if !parent.isExactly(directory) { try makeDirectory(parent) }
        guard mkdir(directory, 0o700) == 0 || errno == EEXIST else {
            throw StoreError(errno: errno, path: directory)
        }
    }

    private static func connections(path: String, isReadOnly: Bool) throws -> DatabasePool {
        do {
            let pool = try DatabasePool(
                path: path, configuration: .gatehouse(isReadOnly: isReadOnly, keepsJournal: true))
            if !isReadOnly {
                // GRDB lowers it to NORMAL for WAL, which may lose the last commits with the power.
                try pool.writeWithoutTransaction {
                    try $0.execute(sql: "PRAGMA synchronous = FULL")
                }
            }
            return pool
        } catch {
            throw StoreError(sqlite: error)
        }
    }
}
