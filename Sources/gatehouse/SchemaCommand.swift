import ArgumentParser
import Server
import Store
import StorePostgreSQL
import StoreSQLite

/// `gatehouse schema`: brings a database's tables up to date, as their owner, or says what an
/// upgrade would do.
struct SchemaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract:
            "Bring the tables of a database on a server up to date, or say what that would do.",
        discussion: """
            A server that owns the tables does this when it starts. Where servers are a weaker \
            user, run this before the first one starts and before each upgrade: servers of the \
            version before go on meanwhile. With --grant-to that user may read and change rows, \
            but neither change tables nor change or delete audit records.

            With --dry-run nothing is changed. It says what this version of the program would \
            do to the data of an earlier one, also to a data directory. A version that is older \
            than the data does not open it: to go back, restore a backup of before the upgrade.
            """)

    @Option(help: "The URL of the database, with its owner as the user; or GATEHOUSE_DATABASE.")
    var database: String?

    @Option(help: "The user that servers are.")
    var grantTo: String?

    @Flag(help: "Say what would be done, and change nothing.")
    var dryRun = false

    @Option(help: "With --dry-run, a data directory in place of a database on a server.")
    var data: String?

    func run() async throws {
        guard !dryRun else { return try await tell() }
        guard data == nil else {
            throw CommandFailure(
                "a server brings its data directory up to date when it starts; add --dry-run to "
                    + "see what it would do")
        }
        guard let url = DataDirectory.databaseURL(database) else {
            throw CommandFailure("name the database with --database postgresql://…")
        }
        do {
            let database = try await PostgreSQLDatabase.open(try DatabaseAddress(url))
            if let grantTo {
                try await database.write { try StoreGrants(to: grantTo).set(in: $0) }
            }
        } catch let error as StoreError {
            throw CommandFailure(error.description)
        }
        Output.print("The tables are those of this version.")
    }

    /// Says what an upgrade would do.
    private func tell() async throws {
        do {
            if let url = DataDirectory.databaseURL(database) {
                try await PostgreSQLDatabase.open(try DatabaseAddress(url), isReadOnly: true)
                    .close()
            } else {
                let directory = data ?? Configuration().data
                try await SQLiteDatabase.open(directory: directory, mode: .readOnly).close()
            }
            Output.print("The tables are those of this version; nothing would be done.")
        } catch StoreError.olderVersion(let found, let known) {
            Output.print("The data is of version \(found), and this program's of version \(known).")
            Output.print("It would be brought up to date by:")
            for migration in Migrations.all[found...] {
                Output.print("  \(migration.number)  \(migration.name)")
            }
            if found == known { Output.print("  checksums for the pages of the file") }
            Output.print(
                "Make a backup before: versions before this one do not open it afterwards.")
        } catch let error as StoreError {
            throw CommandFailure(error.description)
        }
    }
}
