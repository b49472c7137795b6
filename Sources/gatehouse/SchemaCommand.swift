import ArgumentParser
import Store
import StorePostgreSQL

/// `gatehouse schema`: brings a database's tables up to date, as their owner.
struct SchemaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Bring the tables of a database on a server up to date, as their owner.",
        discussion: """
            A server that owns the tables does this when it starts. Where servers are a weaker \
            user, run this before the first one starts and before each upgrade: servers of the \
            version before go on meanwhile. With --grant-to that user may read and change rows, \
            but neither change tables nor change or delete audit records.
            """)

    @Option(help: "The URL of the database, with its owner as the user; or GATEHOUSE_DATABASE.")
    var database: String?

    @Option(help: "The user that servers are.")
    var grantTo: String?

    func run() async throws {
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
}
