import ArgumentParser
import Credentials
import Glibc
import IAMIdentifiers
import Operations
import Server
import Store
import StorePostgreSQL
import StoreSQLite

/// `gatehouse backup FILE`: all of the data at one moment, while the server runs.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write all data into a file, while the server runs.",
        discussion: """
            The file has the data of one moment, of either engine, and can be restored into \
            either. Secrets stay sealed in it under the master key, which is not in the file: keep \
            that elsewhere, for without it nobody can use the backup. E-mail addresses, names, \
            policies and the audit record can be read, unless the file is encrypted: `gatehouse \
            keys backup` makes a key pair, of which this command needs the public half alone.
            """)

    @Argument(help: "The file. One that is there is not replaced.")
    var file: String

    @Option(help: "Encrypt the file to this public key.")
    var encryptTo: String?

    @OptionGroup var options: DataOptions

    func run() async throws {
        var encryption: BackupEncryption?
        if let encryptTo {
            encryption = BackupEncryption(to: encryptTo)
            guard encryption != nil else {
                throw CommandFailure(
                    "--encrypt-to is no public key; `gatehouse keys backup` prints one")
            }
        }
        let database = try await options.openToRead()
        let output = try BackupOutput(file, encryption)
        let summary = try await AccountCommand.explaining {
            try await Backup.write(of: database, at: .current(), to: output)
        }
        Output.print(options.json ? Self.json(summary) : "\(summary.rows) rows are in `\(file)`.")
    }

    static func json(_ summary: Backup.Summary) -> String {
        var object = JSONObject()
        object.string("madeAt", summary.madeAt.iso8601)
        object.json("rows", "\(summary.rows)")
        object.json("tables", MigrateCommand.json(summary.proofs))
        return object.text
    }
}

/// `gatehouse restore FILE`: a backup into an empty place.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Restore a backup into an empty place, and prove that nothing is missing.",
        discussion: """
            The place is a data directory without a database, or a database that is empty. The \
            file is read to its end before anything is written, and no server takes the place \
            before all of it is what was backed up. Serve it with the master key that was used \
            when the backup was made: its master.key, or GATEHOUSE_MASTER_KEY_FILE.
            """)

    @Argument(help: "The backup.")
    var file: String

    @Option(help: "The file with the private key, if the backup is encrypted.")
    var key: String?

    @OptionGroup var options: DataOptions

    func run() async throws {
        do {
            let key = try self.key.map(BackupKeyFile.read)
            let schema = try Backup.check(BackupInput(file, key))
            let summary = try await using(Array(Migrations.all.prefix(schema))) { database in
                try await Backup.restore(BackupInput(file, key), into: database)
            }
            // Brings an older schema up to date, and shows that a server takes it.
            try await using(Migrations.all) { _ in }
            Output.print(
                options.json
                    ? BackupCommand.json(summary)
                    : "\(summary.rows) rows are restored as they were at "
                        + "\(summary.madeAt.iso8601). Serve them with the master key of that time.")
        } catch let fault as BackupFault {
            throw CommandFailure("`\(file)`: \(fault)")
        } catch let error as StoreError {
            throw CommandFailure(error.description)
        }
    }

    /// Opens the place, and lets it go again.
    private func using<Value>(
        _ migrations: [Migration], _ body: (any Database) async throws -> Value
    ) async throws -> Value {
        let database = try await destination(migrations)
        let value = try await body(database)
        try database.close()
        return value
    }

    private func destination(_ migrations: [Migration]) async throws -> any Database {
        if let url = DataDirectory.databaseURL(options.database) {
            return try await PostgreSQLDatabase.open(
                try DatabaseAddress(url), migrations: migrations, takesUnfinishedCopy: true)
        }
        return try await SQLiteDatabase.open(
            directory: options.data, mode: .server, migrations: migrations,
            takesUnfinishedCopy: true)
    }
}

/// A file with the private half of a key pair for backups.
enum BackupKeyFile {
    /// Bytes of a file at most: more than a key has.
    private static let longest = 128

    static func write(_ key: BackupKey, to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw systemFailure(path) }
        defer { close(descriptor) }
        let line = Secret(key.privateText.reveal() + "\n")
        let isWritten = line.withRevealedBytes { bytes in
            Glibc.write(descriptor, bytes.baseAddress, bytes.count) == bytes.count
        }
        guard isWritten, fsync(descriptor) == 0 else { throw systemFailure(path) }
    }

    static func read(_ path: String) throws -> BackupKey {
        var line: [UInt8]
        do throws(FileFault) { line = try contentsOfFile(path, atMost: longest) } catch {
            throw CommandFailure("`\(path)` is no private key for backups: \(error.reason)")
        }
        if line.last == UInt8(ascii: "\n") { line.removeLast() }
        guard let text = String(validating: line, as: UTF8.self),
            let key = BackupKey(privateText: Secret(text))
        else {
            throw CommandFailure("`\(path)` is no private key for backups")
        }
        return key
    }
}
