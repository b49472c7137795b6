import Foundation

/// The peers that are Python packages: moto, and Cedar through cedarpy.
struct PythonPeers {
    private static let scripts = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Peers")

    /// Each with its version, such as `moto 5.2.5`.
    let versions: [String]
    private let python: String
    private let directory: WorkDirectory

    /// - Throws: ``BenchmarkFailure`` that names the first that cannot be imported.
    init(_ python: String, _ directory: WorkDirectory) throws {
        self.python = python
        self.directory = directory
        let requirements = try String(
            contentsOf: Self.scripts.appending(path: "requirements.txt"), encoding: .utf8)
        versions = requirements.split(separator: "\n").filter { $0.contains("==") }
            .map { String($0.replacing("==", with: " ").replacing(/\[.*\]/, with: "")) }
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

    /// Starts moto's server with so many users in it, `admin` among them.
    func serveMoto(users: Int) throws -> LocalServer {
        try LocalServer(
            log: directory("moto-server.log"), answers: LocalServer.gives("/moto-api/data.json")
        ) { [python, Self.scripts.appending(path: "moto_server.py").path, "\($0)", "\(users)"] }
    }
}
