import Foundation

/// A PostgreSQL to which `pgbench` commits rows of 500 bytes, one in each transaction. A commit is
/// durable, as it is unless told otherwise.
final class PostgreSQLServer {
    private let peers: DebianPeers
    private let directory: WorkDirectory
    private let server: LocalServer
    /// Whether others are served beside `pgbench`.
    private let isShared: Bool
    /// The processes that serve nobody: checkpointer, background writer, and that of the log.
    private static let idle = 3

    /// - Parameters:
    ///   - name: of the directory of its data.
    ///   - isShared: whether others are served beside `pgbench`. What it uses is not known then.
    init(
        _ peers: DebianPeers, _ directory: WorkDirectory, _ name: String = "postgresql",
        isShared: Bool = false
    ) throws {
        self.peers = peers
        self.directory = directory
        self.isShared = isShared
        let log = directory("\(name).log")
        let data = directory(name)
        try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: false)
        let nobody = try Self.nobody(owning: data)
        try peers.run(
            nobody + [
                Self.program("initdb", peers), "--pgdata", data, "--username", "postgres",
                "--auth", "trust", "--locale", "C", "--encoding", "UTF8", "--no-sync",
            ], log: log)
        server = try peers.serve(log: log, answers: Self.isReady(peers, directory)) {
            nobody + [
                Self.program("postgres", peers), "-D", data, "-h", "127.0.0.1", "-p", "\($0)",
                "-k", "", "-c", "autovacuum=off", "-c", "max_logical_replication_workers=0",
            ]
        }
        let table =
            "CREATE TABLE note (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body text)"
        try Data("\(table);\n".utf8).write(to: URL(filePath: directory("create.sql")))
        try Data("INSERT INTO note (body) VALUES (repeat('x', 500));\n".utf8)
            .write(to: URL(filePath: directory("commit.sql")))
        _ = try pgbench("create.sql", clients: 1, ["--transactions", "1"])
    }

    func stop() { server.stop() }

    /// Makes an empty database.
    /// - Returns: its URL.
    func makeDatabase(_ name: String) throws -> String {
        try peers.run(
            [
                Self.program("createdb", peers), "--host", "127.0.0.1", "--port",
                "\(server.port)", "--username", "postgres", name,
            ], log: directory("pgbench.log"))
        return "postgresql://postgres@127.0.0.1:\(server.port)/\(name)"
    }

    /// Commits by so many clients for a second. What connecting costs is not counted.
    func commit(clients: Int) throws -> LoadResult {
        let few = try pgbench("commit.sql", clients: clients, ["--transactions", "1"])
        let many = try pgbench("commit.sql", clients: clients, ["--time", "1"])
        return LoadResult(
            answers: many.transactions, seconds: Double(many.transactions) / many.perSecond,
            processorSeconds: isShared
                ? nil
                : (many.processorSeconds - few.processorSeconds)
                    * Double(many.transactions) / Double(many.transactions - few.transactions))
    }

    /// What `pgbench` says, and what the server used for it.
    private func pgbench(
        _ script: String, clients: Int, _ arguments: [String]
    ) throws -> (transactions: Int, perSecond: Double, processorSeconds: Double) {
        let output = directory("pgbench.txt")
        let before = try processorSeconds()
        try peers.run(
            [
                Self.program("pgbench", peers), "--host", "127.0.0.1", "--port", "\(server.port)",
                "--username", "postgres", "--no-vacuum", "--protocol", "prepared",
                "--file", directory(script), "--client", "\(clients)",
            ] + arguments + ["postgres"], output: output, log: directory("pgbench.log"))
        let processor = try processorSeconds() - before
        let text = try String(contentsOfFile: output, encoding: .utf8)
        guard
            let transactions = text.firstMatch(of: /actually processed: (\d+)/).flatMap({
                Int($0.1)
            }),
            let rate = text.firstMatch(of: /tps = ([\d.]+)/).flatMap({ Double($0.1) })
        else { throw BenchmarkFailure("pgbench says something else", log: output) }
        return (transactions, rate, processor)
    }

    /// What the server has used, once those processes have ended that have served somebody: then
    /// their time is counted. 0 where others have connections, whose processes do not end.
    private func processorSeconds() throws -> Double {
        guard !isShared else { return 0 }
        while ProcessUsage.children(of: server.pid).count != Self.idle { usleep(1_000) }
        return try ProcessUsage.processorSeconds(of: server.pid)
    }

    private static func program(_ name: String, _ peers: DebianPeers) -> String {
        peers("usr/lib/postgresql/15/bin/\(name)")
    }

    private static func isReady(
        _ peers: DebianPeers, _ directory: WorkDirectory
    ) -> (UInt16) -> Bool {
        { port in
            let probe: ()? = try? peers.run(
                [program("pg_isready", peers), "--host", "127.0.0.1", "--port", "\(port)"],
                log: directory("pgbench.log"))
            return probe != nil
        }
    }

    /// What a command begins with so that root is not who runs it, which PostgreSQL refuses.
    private static func nobody(owning directory: String) throws -> [String] {
        guard getuid() == 0 else { return [] }
        guard let nobody = getpwnam("nobody"),
            chown(directory, nobody.pointee.pw_uid, nobody.pointee.pw_gid) == 0
        else { throw BenchmarkFailure("there is no user `nobody` to run PostgreSQL") }
        return [
            "setpriv", "--reuid=\(nobody.pointee.pw_uid)", "--regid=\(nobody.pointee.pw_gid)",
            "--clear-groups",
        ]
    }
}
