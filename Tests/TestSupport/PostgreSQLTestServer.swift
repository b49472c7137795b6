import Foundation
import IAMIdentifiers
import Store
import StorePostgreSQL

/// The PostgreSQL of the tests: one server for all of a run, and a database of its own for each
/// test. It ends with the process of the tests, however that ends.
actor PostgreSQLTestServer {
    static let shared = PostgreSQLTestServer()

    /// Its input is open as long as this process runs.
    private struct Running {
        let process: Process
        let input: Pipe
        let directory: String
    }

    private var starting: Task<Running, any Error>?
    private var templates: [String: Task<String, any Error>] = [:]
    private var named: [String: Task<Void, any Error>] = [:]
    private var count = 0
    /// Databases that no test uses any more.
    private var unused: [String] = []

    /// A new empty database with the migrations applied.
    /// - Parameter isOwner: whether whoever uses it owns the tables.
    func database(
        migrations: [Migration], isOwner: Bool = false
    ) async throws -> any Database {
        let template = try await template(with: migrations)
        let name = nextName()
        let dropped = unused
        unused = []
        try await run(
            dropped.map { "DROP DATABASE \($0) WITH (FORCE)" }
                + ["CREATE DATABASE \(name) TEMPLATE \(template)"])
        let database = try await PostgreSQLDatabase.open(
            address(of: name, as: isOwner ? Self.owner : Self.user(of: migrations)),
            migrations: migrations, limits: Self.limits)
        return TemporaryDatabase(database) {
            database.close()
            Task { await self.isUnused(name) }
        }
    }

    /// The database of a directory, which outlives whoever has it open. It is made if it is not
    /// there.
    func database(of directory: String) async throws -> any Database {
        let name =
            "directory_\(Migration(number: 1, name: "", statements: [directory]).digest.magnitude)"
        let making = named[name] ?? Task { try await make(name, with: Migrations.all) }
        named[name] = making
        try await making.value
        return try await PostgreSQLDatabase.open(
            address(of: name, as: Self.weakerUser), limits: Self.limits)
    }

    /// Many databases share the server.
    private static let limits = {
        var limits = PostgreSQLDatabase.Limits()
        limits.lookups = 2
        limits.lists = 2
        limits.writes = 2
        return limits
    }()

    /// A user that works with the tables and does not own them.
    private static let weakerUser = "gatehouse"
    private static let owner = "postgres"

    /// Tests of other tables than the store's own them.
    private static func user(of migrations: [Migration]) -> String {
        migrations.count == Migrations.all.count ? weakerUser : owner
    }

    /// Makes a database with migrations applied, and lets the weaker user work with it.
    private func make(_ name: String, with migrations: [Migration]) async throws {
        try await run(["CREATE DATABASE \(name)"])
        let database = try await PostgreSQLDatabase.open(
            address(of: name, as: Self.owner), migrations: migrations)
        if Self.user(of: migrations) == Self.weakerUser {
            try await database.write { try StoreGrants(to: Self.weakerUser).set(in: $0) }
        }
        database.close()
    }

    private func nextName() -> String {
        count += 1
        return "test_\(count)"
    }

    private func isUnused(_ name: String) { unused.append(name) }

    /// A database with migrations applied and nothing else, of which others are copies.
    private func template(with migrations: [Migration]) async throws -> String {
        let digests = migrations.map { "\($0.digest)" }.joined(separator: " ")
        if let template = templates[digests] { return try await template.value }
        let name = nextName()
        let making = Task {
            try await make(name, with: migrations)
            return name
        }
        templates[digests] = making
        return try await making.value
    }

    /// Runs statements that are not part of a transaction.
    private func run(_ statements: [String]) async throws {
        let directory = try await running().directory
        try await Self.run(statements, in: directory)
    }

    private static func run(_ statements: [String], in directory: String) async throws {
        let psql = Process()
        psql.executableURL = URL(filePath: "/usr/bin/env")
        psql.arguments =
            ["psql", "--quiet", "--host", directory, "--username", "postgres", "--no-psqlrc"]
            + statements.flatMap { ["--command", $0] }
        psql.standardInput = FileHandle.nullDevice
        try await psql.finished()
    }

    private func address(of name: String, as user: String) async throws -> DatabaseAddress {
        let directory = try await running().directory
        return try DatabaseAddress(
            Secret("postgresql:///\(name)?host=\(directory)&user=\(user)&connect_timeout=60"))
    }

    private func running() async throws -> Running {
        if let starting { return try await starting.value }
        let task = Task { try await Self.start() }
        starting = task
        return try await task.value
    }

    private static func start() async throws -> Running {
        let root = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let directory = "/tmp/gatehouse-postgresql-\(ProcessInfo.processInfo.processIdentifier)"
        let process = Process()
        process.executableURL = root.appending(path: "Tools/serve-postgresql")
        process.arguments = [directory, "fsync=off"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let said = await withCheckedContinuation { continuation in
            output.fileHandleForReading.readabilityHandler = { handle in
                handle.readabilityHandler = nil
                continuation.resume(returning: handle.availableData)
            }
        }
        guard String(decoding: said, as: UTF8.self) == "ready\n" else {
            throw ServerFailure(description: "Tools/serve-postgresql does not serve")
        }
        try await run(["CREATE ROLE \(weakerUser) LOGIN"], in: directory)
        return Running(process: process, input: input, directory: directory)
    }
}

/// What a program that the tests started did not do.
private struct ServerFailure: Error, CustomStringConvertible {
    let description: String
}

extension Process {
    /// Runs the program to its end.
    fileprivate func finished() async throws {
        let status = try await withCheckedThrowingContinuation { continuation in
            terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try run() } catch { continuation.resume(throwing: error) }
        }
        guard status == 0 else {
            throw ServerFailure(description: "\(arguments ?? []) ended with \(status)")
        }
    }
}

/// A database that does something when nobody has it any more.
private final class TemporaryDatabase: Database {
    private let database: any Database
    private let atEnd: @Sendable () -> Void

    init(_ database: any Database, atEnd: @escaping @Sendable () -> Void) {
        self.database = database
        self.atEnd = atEnd
    }

    deinit { atEnd() }

    func read<Value: Sendable>(
        for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await database.read(for: account, body)
    }

    func lookUp<Value: Sendable>(
        for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await database.lookUp(for: account, body)
    }

    func write<Value: Sendable>(
        for account: AccountID?, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await database.write(for: account, body)
    }

    func problem() async -> StoreError? { await database.problem() }

    var sharedClock: SharedClock? { database.sharedClock }
}
