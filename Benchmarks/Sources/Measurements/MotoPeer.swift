import Foundation
import IAMPolicy

/// moto, a peer written in Python, where some `python3` can import it.
struct MotoPeer {
    /// The same question for both evaluators.
    struct Question: Encodable {
        let policies: [String]
        let action: String
        let resource: String
        let region: String

        init(_ policies: [String], _ request: AuthorizationRequest, _ region: String) {
            self.policies = policies
            action = request.action
            resource = request.resource
            self.region = region
        }
    }

    private static let script = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Peers/moto_decisions.py").path

    private let python = "python3"
    private let directory: WorkDirectory

    /// Nil if moto cannot be imported.
    init?(_ directory: WorkDirectory) throws {
        self.directory = directory
        let probe = try ChildProcess(
            python, ["-c", "import moto.iam.access_control"], errors: directory("moto.log"))
        guard probe.wait() else { return nil }
    }

    /// Nanoseconds that moto takes for each question.
    func decisionNanoseconds(_ questions: [Question]) throws -> [Double] {
        let input = directory("questions.json")
        let output = directory("answers.json")
        try JSONEncoder().encode(questions).write(to: URL(filePath: input))
        let process = try ChildProcess(
            python, [Self.script], input: input, output: output, errors: directory("moto.log"))
        guard process.wait() else {
            throw BenchmarkFailure("moto decides otherwise", log: directory("moto.log"))
        }
        return try JSONDecoder().decode(
            [Double].self, from: Data(contentsOf: URL(filePath: output)))
    }

    /// Starts moto's server.
    func serve() throws -> LocalServer {
        try LocalServer(python, log: directory("moto-server.log"), probe: "/moto-api/data.json") {
            ["-m", "moto.server", "--host", "127.0.0.1", "--port", "\($0)"]
        }
    }
}
