import Foundation
import IAMIdentifiers

/// A data directory of gatehouse with one account, made for this run.
struct Installation {
    let rootKey: AccessKeyPair
    private let gatehouse: String
    private let data: String
    private let log: String
    private let environment: [String: String]

    /// What `gatehouse account create --access-key --json` prints.
    private struct Account: Decodable {
        let accessKeyId: String
        let secretAccessKey: String
    }

    /// - Parameters:
    ///   - name: of the data directory.
    ///   - database: the URL of a database that has the data instead.
    init(
        _ gatehouse: String, in directory: WorkDirectory, named name: String = "data",
        database: String? = nil
    ) throws {
        self.gatehouse = gatehouse
        environment = database.map { ["GATEHOUSE_DATABASE": $0] } ?? [:]
        data = directory(name + "-data")
        log = directory("gatehouse.log")
        let password = directory("password")
        let output = directory("account.json")
        try Data("A long phrase, 1 of many!\n".utf8).write(to: URL(filePath: password))
        let create = try ChildProcess(
            gatehouse,
            [
                "account", "create", "--email", "root@example.com", "--name", "benchmarks",
                "--access-key", "--json", "--data", data,
            ], environment: environment, input: password, output: output, errors: log)
        guard create.wait() else {
            throw BenchmarkFailure("gatehouse makes no account", log: log)
        }
        let account = try JSONDecoder().decode(
            Account.self, from: Data(contentsOf: URL(filePath: output)))
        rootKey = AccessKeyPair(id: account.accessKeyId, secret: Secret(account.secretAccessKey))
    }

    /// Starts a server on it.
    func serve() throws -> LocalServer { try serve(["--data", data]) }

    /// Starts a server in development mode, which keeps nothing.
    func serveForDevelopment() throws -> LocalServer { try serve(["--dev"]) }

    private func serve(_ arguments: [String]) throws -> LocalServer {
        try LocalServer(environment: environment, log: log, answers: LocalServer.gives("/healthz"))
        {
            [gatehouse, "serve", "--listen", "127.0.0.1:\($0)"] + arguments
        }
    }

    /// Starts and stops servers.
    /// - Returns: the medians over five starts, of the time to the first answer and of the memory
    ///   then occupied.
    func start() throws -> (milliseconds: Double, megabytes: Double) {
        var times: [Double] = []
        var sizes: [Double] = []
        for _ in 0..<5 {
            let server = try serve()
            times.append(server.startMilliseconds)
            sizes.append(try server.residentMegabytes)
            server.stop()
        }
        return (times.sorted()[2], sizes.sorted()[2])
    }
}
