import ArgumentParser
import Glibc
import IAMIdentifiers
import Operations
import Store
import StorePostgreSQL
import StoreSQLite

/// `gatehouse migrate`: from the data directory to a database of several servers, or back.
struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Copy all data to another database, and prove that nothing is missing.",
        discussion: """
            Each place is a data directory or a URL as postgresql://USER@HOST/DATABASE. Stop every \
            server of both first. The source is not changed; the destination has to be empty, and \
            no server takes it before the copy is complete. A copy that was interrupted goes on \
            when the command is run again.

            Secrets stay sealed under the same master key: serve the copy with the master.key of \
            the source, by GATEHOUSE_MASTER_KEY_FILE or in its data directory.
            """)

    @Option(help: "Where the data is: a data directory or a URL.")
    var from: String

    @Option(help: "Where it is to be: a data directory or a URL.")
    var to: String

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        do {
            let source = try await Self.source(from)
            let destination = try await Self.destination(to)
            let proofs = try await StoreCopy(from: source, to: destination).run()
            Output.print(json ? Self.json(proofs) : Self.text(proofs))
        } catch let error as StoreError {
            throw CommandFailure(error.description)
        } catch let error as StoreCopy.Failure {
            throw CommandFailure(Self.sentence(error))
        }
    }

    private static func source(_ place: String) async throws -> any Database {
        if DatabaseAddress.isURL(place) {
            return try await PostgreSQLDatabase.open(
                try DatabaseAddress(Secret(place)), isReadOnly: true)
        }
        let path = "\(place)/\(SQLiteDatabase.fileName)"
        guard access(path, F_OK) == 0 else { throw StoreError.notFound(path) }
        // As a server, so that none serves it meanwhile.
        return try await SQLiteDatabase.open(directory: place, mode: .server)
    }

    private static func destination(_ place: String) async throws -> any Database {
        if DatabaseAddress.isURL(place) {
            return try await PostgreSQLDatabase.open(
                try DatabaseAddress(Secret(place)), takesUnfinishedCopy: true)
        }
        return try await SQLiteDatabase.open(
            directory: place, mode: .server, takesUnfinishedCopy: true)
    }

    private static func sentence(_ failure: StoreCopy.Failure) -> String {
        switch failure {
        case .notEmpty(let table):
            "the destination is not empty: there are rows in `\(table)`; name an empty one"
        case .differs(let table):
            "`\(table)` is not the same in both: something changed it meanwhile; stop every "
                + "server, and copy into a new database"
        }
    }

    private static func text(_ proofs: [TableProof]) -> String {
        let rows = proofs.reduce(0) { $0 + $1.rows }
        let lines = proofs.filter { $0.rows > 0 }.map { "\($0.digest)  \($0.rows)  \($0.table)" }
        return (lines + ["All \(rows) rows are the same in both."]).joined(separator: "\n")
    }

    static func json(_ proofs: [TableProof]) -> String {
        let tables = proofs.map { proof in
            var table = JSONObject()
            table.string("table", proof.table)
            table.json("rows", "\(proof.rows)")
            table.string("sha256", proof.digest)
            return table.text
        }
        return "[" + tables.joined(separator: ",") + "]"
    }
}
