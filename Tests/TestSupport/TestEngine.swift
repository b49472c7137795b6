import Foundation
package import Store
import StoreSQLite

/// A database engine that tests run on.
///
/// The tests of operations and of tables, and the conformance suite, run on the engine that the
/// environment variable `GATEHOUSE_TEST_ENGINE` names, and on SQLite when it is not set. So they
/// are the conformance suite of every engine: a second one is a second element of ``all``.
package struct TestEngine: Sendable {
    package static let variable = "GATEHOUSE_TEST_ENGINE"

    /// What the variable calls it.
    package let name: String
    /// Makes a new empty database with the migrations applied.
    private let make: @Sendable (_ migrations: [Migration]) async throws -> any Database
    /// Opens what a directory holds, as a server does or as a command beside it.
    private let open: @Sendable (_ directory: String, _ isServer: Bool) async throws -> any Database

    /// Also the one whose plans are read by tests of what a statement costs.
    package static let sqlite = TestEngine(
        name: "sqlite", make: { try await SQLiteDatabase.inMemory(migrations: $0) },
        open: { try await SQLiteDatabase.open(directory: $0, mode: $1 ? .server : .operator) })

    package static let postgreSQL = TestEngine(
        name: "postgresql",
        make: { try await PostgreSQLTestServer.shared.database(migrations: $0) },
        open: { directory, _ in try await PostgreSQLTestServer.shared.database(of: directory) })

    /// As whoever owns the tables; servers are a weaker user.
    package static let ownedPostgreSQL = TestEngine(
        name: "postgresql",
        make: { try await PostgreSQLTestServer.shared.database(migrations: $0, isOwner: true) },
        open: postgreSQL.open)

    package static let all = [sqlite, postgreSQL]

    /// The engine of this name.
    /// - Parameter name: as the variable has it; nil when it is not set.
    package static func named(_ name: String?) throws(UnknownEngine) -> TestEngine {
        guard let engine = all.first(where: { $0.name == name ?? "sqlite" }) else {
            throw UnknownEngine(name: name ?? "", known: all.map(\.name))
        }
        return engine
    }

    /// A new empty database of this engine.
    package func database(
        migrations: [Migration] = Migrations.all
    ) async throws -> any Database {
        try await make(migrations)
    }

    /// A new empty database.
    /// - Parameter engine: nil for the one that the environment names.
    package static func database(
        of engine: TestEngine? = nil, migrations: [Migration] = Migrations.all
    ) async throws -> any Database {
        if let engine { return try await engine.database(migrations: migrations) }
        let name = ProcessInfo.processInfo.environment[variable]
        return try await named(name).database(migrations: migrations)
    }

    /// A database of this engine that outlives whoever has it open.
    /// - Parameter isServer: false for another process beside the server, such as a command's.
    package func database(
        in directory: TemporaryDirectory, isServer: Bool = true
    ) async throws -> any Database {
        try await open(directory.path, isServer)
    }

    /// A database that outlives whoever has it open, of the engine that the environment names.
    /// - Parameter isServer: as above.
    package static func database(
        in directory: TemporaryDirectory, isServer: Bool = true
    ) async throws -> any Database {
        let name = ProcessInfo.processInfo.environment[variable]
        return try await named(name).database(in: directory, isServer: isServer)
    }

    /// The environment names an engine that there is not.
    package struct UnknownEngine: Error, Equatable, CustomStringConvertible {
        package let name: String
        package let known: [String]

        package init(name: String, known: [String]) {
            self.name = name
            self.known = known
        }

        package var description: String {
            "\(TestEngine.variable) is `\(name)`, which is no engine; known: "
                + known.joined(separator: ", ")
        }
    }
}
