import ArgumentParser
import Credentials
import Glibc
import IAMIdentifiers
import Logging
import Operations
import Server
import Store
import StorePostgreSQL
import StoreSQLite
import Telemetry

/// The data directory of an installation, opened for a server or for a command beside it. If the
/// data is on a database's server, the directory has the master key alone.
enum DataDirectory {
    /// The URL of a database on a server, if `--database` does not name one.
    static let databaseVariable = "GATEHOUSE_DATABASE"

    /// Opens the store and its keys.
    /// - Parameters:
    ///   - url: of a database on a server; nil for the one in the directory.
    ///   - signInSettings: what the operator sets about signing in. Commands need none.
    ///   - federation: which issuers of tokens the operator names. Commands need none.
    ///   - requestLimit: how many requests a principal may send; nil for as many as it likes.
    ///   - metrics: what is measured. Commands measure nothing.
    ///   - mailDelivery: how the server sends mail; nil for a command, which queues mail as the
    ///     server that used the store last does.
    ///   - finishing: whether a change of the master key that was interrupted may be finished.
    /// - Throws: ``CommandFailure``; then nothing was changed.
    static func open(
        _ path: String, _ url: Secret?, as mode: SQLiteDatabase.Mode, logger: Logger,
        signInSettings: SignInSettings = SignInSettings(), mailDelivery: MailDelivery? = nil,
        federation: FederationSettings = FederationSettings(),
        metrics: ServiceMetrics = ServiceMetrics(.none), requestLimit: RequestRates.Limit? = nil,
        finishing: Bool = true
    ) async throws -> Services {
        do {
            let key = try MasterKeySource(directory: path)
            // Everything that can be checked by reading is checked before anything is made or
            // changed.
            try key.check()
            let database = try await database(path, url, mode) { transaction in
                try Sealer.check(transaction) { try key.read() }
            }
            let sealer = try await Sealer.open(database, now: .current()) { mayCreate in
                try key.load(mayCreate: mayCreate)
            }
            let servers = try await database.read { try MailSenderTable($0).find() }
            return Services(
                database: MeasuredDatabase(database, metrics), sealer: sealer,
                passwords: PasswordHasher { metrics.hashed(for: $0) }, logger: logger,
                metrics: metrics, requestLimit: requestLimit,
                mailDelivery: mailDelivery ?? servers.map { .queue($0) } ?? MailDelivery.none,
                signInSettings: signInSettings, federation: federation)
        } catch let error as StoreError {
            throw CommandFailure(error.description)
        } catch let error as MasterKeyError {
            throw CommandFailure(error.description)
        } catch is SealingError {
            if finishing, try await finishRotation(path, url, mode) {
                return try await open(
                    path, url, as: mode, logger: logger, signInSettings: signInSettings,
                    mailDelivery: mailDelivery, federation: federation, metrics: metrics,
                    requestLimit: requestLimit, finishing: false)
            }
            throw CommandFailure(
                "the master key does not open this data directory's secrets; "
                    + "restore the `\(MasterKey.fileName)` that belongs to it")
        }
    }

    /// Puts the new master key in place, if a change to it was interrupted after everything had
    /// been sealed under it.
    private static func finishRotation(
        _ path: String, _ url: Secret?, _ mode: SQLiteDatabase.Mode
    ) async throws -> Bool {
        try await MasterKeySource(directory: path).finishRotation { key in
            let database = try await database(path, url, mode) { _ in }
            return try await DataKeys(database).areOpened(by: key)
        }
    }

    /// - Parameter check: looks at a database that is there, before it is changed.
    private static func database(
        _ path: String, _ url: Secret?, _ mode: SQLiteDatabase.Mode,
        check: @escaping @Sendable (any Transaction) throws -> Void
    ) async throws -> any Database {
        if let url {
            return try await PostgreSQLDatabase.open(try DatabaseAddress(url), checking: check)
        }
        _ = try SQLiteDatabase.look(into: path, check)
        return try await SQLiteDatabase.open(directory: path, mode: mode)
    }

    /// The URL that an option names, or else the environment.
    static func databaseURL(_ option: String?) -> Secret? {
        (option ?? environment(databaseVariable)).map { Secret($0) }
    }

    /// An environment variable's value; nil when it is not set or empty.
    static func environment(_ name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        let text = String(cString: value)
        return text.isEmpty ? nil : text
    }
}

/// The options of every command that works on a data directory.
struct DataOptions: ParsableArguments {
    @Option(help: "The data directory.")
    var data = Configuration().data

    @Option(help: "The URL of a database on a server, postgresql://…")
    var database: String?

    @Flag(help: "Print JSON.")
    var json = false

    /// Opens the store, which must be there.
    func open() async throws -> Services {
        guard DataDirectory.databaseURL(database) == nil else { return try await openOrMake() }
        let path = "\(data)/\(SQLiteDatabase.fileName)"
        guard access(path, F_OK) == 0 || errno != ENOENT else {
            throw CommandFailure(
                "there is no database at `\(path)`; name its directory with --data DIR")
        }
        return try await openOrMake()
    }

    /// Opens what is there, to read it without its keys.
    func openToRead() async throws -> any Database {
        do {
            if let url = DataDirectory.databaseURL(database) {
                return try await PostgreSQLDatabase.open(
                    try DatabaseAddress(url), isReadOnly: true)
            }
            return try await SQLiteDatabase.open(directory: data, mode: .readOnly)
        } catch let error as StoreError {
            throw CommandFailure(error.description)
        }
    }

    /// Opens the store, made if it is not there.
    func openOrMake() async throws -> Services {
        var logger = Logger(label: "gatehouse") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .warning
        return try await DataDirectory.open(
            data, DataDirectory.databaseURL(database), as: .operator, logger: logger)
    }
}
