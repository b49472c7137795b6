import Foundation

/// The peers that are Python packages: moto, and Cedar through cedarpy.
struct PythonPeers {
    private static let scripts = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Peers")

    private let python: String
    private let directory: WorkDirectory

    /// - Throws: ``BenchmarkFailure`` that names the first that cannot be imported.
    init(_ python: String, _ directory: WorkDirectory) throws {
        self.python = python
        self.directory = directory
        let probe = try ChildProcess(
            python, ["-c", "import moto.iam.access_control, cedarpy"],
            errors: directory("peers.log"))
        guard probe.wait() else {
            throw BenchmarkFailure(
                "`\(python)` cannot import a peer, which `make bench` installs",
                log: directory("peers.log"))
        }
    }

    /// Asks a script of `Benchmarks/Peers`, in which any wrong decision fails.
    func answers<Question: Encodable, Answer: Decodable>(
        _ script: String, to questions: [Question]
    ) throws -> [Answer] {
        let input = directory("questions.json")
        let output = directory("answers.json")
        try JSONEncoder().encode(questions).write(to: URL(filePath: input))
        let process = try ChildProcess(
            python, [Self.scripts.appending(path: script).path], input: input, output: output,
            errors: directory("peers.log"))
        guard process.wait() else {
            throw BenchmarkFailure("\(script) decides otherwise", log: directory("peers.log"))
        }
        return try JSONDecoder().decode(
            [Answer].self, from: Data(contentsOf: URL(filePath: output)))
    }

    /// Starts moto's server.
    func serveMoto() throws -> LocalServer {
        try LocalServer(python, log: directory("moto-server.log"), probe: "/moto-api/data.json") {
            ["-m", "moto.server", "--host", "127.0.0.1", "--port", "\($0)"]
        }
    }
}
