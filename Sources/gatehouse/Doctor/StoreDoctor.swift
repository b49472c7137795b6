import Credentials
import IAMIdentifiers
import Logging
import Operations
import Server
import Store
import StorePostgreSQL
import StoreSQLite

/// Looks at the master key, the database, and what is in it. Nothing is changed.
struct StoreDoctor {
    private let configuration: Configuration
    private let now: Timestamp

    init(_ configuration: Configuration, now: Timestamp) {
        self.configuration = configuration
        self.now = now
    }

    func findings() async -> [Finding] {
        let (key, finding) = masterKey()
        var findings = [finding]
        do {
            let database = try await open()
            findings.append(.good("database", "\(database.load.system) opens, in this version"))
            if let clock = try await clock(database) { findings.append(clock) }
            if let key {
                do {
                    let sealer = try await Sealer.open(database, now: now) { _ in key }
                    findings.append(.good("data keys", "the master key opens them"))
                    findings += try await audit(database, sealer)
                } catch is SealingError {
                    findings.append(
                        .failure(
                            "data keys", "the master key does not open them",
                            do: "put the master key back that belongs to this data"))
                }
            }
            findings.append(try await mail(database))
            try? database.close()
        } catch {
            findings.append(
                .failure(
                    "database", "\(error)",
                    do: "mend that; the README says how each database is set up"))
        }
        return findings
    }

    private func masterKey() -> (MasterKey?, Finding) {
        let check = "master key"
        do {
            let key = try MasterKeySource(directory: configuration.data).read()
            return (key, .good(check, "it is there, and its owner's alone"))
        } catch let error as CommandFailure {
            return (nil, .failure(check, error.message, do: "mend the variable"))
        } catch {
            return (
                nil, .failure(check, "\(error)", do: "put it back from where you keep a copy")
            )
        }
    }

    private func open() async throws -> any Database {
        if let url = configuration.database {
            return try await PostgreSQLDatabase.open(try DatabaseAddress(url), isReadOnly: true)
        }
        return try await SQLiteDatabase.open(directory: configuration.data, mode: .readOnly)
    }

    /// Compares this machine's clock with the database's.
    private func clock(_ database: any Database) async throws -> Finding? {
        guard let shared = database.sharedClock else { return nil }
        let theirs = try await database.read { try shared.moment(in: $0) }
        let ours = Duration.microseconds(Timestamp.current().microseconds)
        let seconds = Int(((ours - theirs) / .seconds(1)).magnitude)
        return seconds < 2
            ? .good("clock", "it agrees with that of the database's machine")
            : .warning(
                "clock", "it differs by \(seconds) s from that of the database's machine",
                do: "run a time service on both")
    }

    private func audit(_ database: any Database, _ sealer: Sealer) async throws -> [Finding] {
        let check = "audit record"
        let log = AuditLog(RecordSealer(sealer))
        var (records, accounts) = (0, 0)
        var findings: [Finding] = []
        for account in try await AuditLog.accounts(in: database) {
            let checked = try await log.check(account, in: database, against: [])
            records += checked.count
            accounts += 1
            if checked.faultCount > 0, findings.count < 10 {
                findings.append(
                    .failure(
                        check, "that of \(account) is not what was written",
                        do: "see `gatehouse audit verify --account \(account)`, and who had access "
                            + "to the data"))
            }
        }
        guard findings.isEmpty else { return findings }
        return [
            .good(
                check, "all of it is what was written; accounts: \(accounts), records: \(records)")
        ]
    }

    private func mail(_ database: any Database) async throws -> Finding {
        let check = "mail queue"
        let (waiting, failed) = try await database.read { try MailTable($0).lengths() }
        return failed > 0
            ? .warning(
                check, "\(waiting) messages wait, and \(failed) were given up",
                do: "see `gatehouse mail list`, and `gatehouse mail retry`")
            : .good(check, "\(waiting) messages wait")
    }
}
