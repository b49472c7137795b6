import Foundation

/// The peers that are Debian packages: nginx, PostgreSQL and slapd, unpacked and not installed.
struct DebianPeers {
    /// Each with its version, such as `nginx 1.22.1-9`.
    let versions: [String]
    private let root: String
    /// Where the programs find the libraries that came with them.
    private let environment: [String: String]

    /// - Parameter root: what `Tools/unpack-packages` made.
    /// - Throws: ``BenchmarkFailure`` when there is nothing.
    init(_ root: String) throws {
        guard let text = try? String(contentsOfFile: "\(root)/versions", encoding: .utf8) else {
            throw BenchmarkFailure("there are no packages in `\(root)`; `make bench` unpacks them")
        }
        versions = text.split(separator: "\n").map {
            $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        self.root = root
        let folders = ["usr/lib", "lib"].flatMap { folder in
            let names =
                (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")) ?? []
            return names.filter { $0.hasSuffix("-linux-gnu") }.map { "\(root)/\(folder)/\($0)" }
        }
        environment = ["LD_LIBRARY_PATH": folders.joined(separator: ":")]
    }

    /// Where a file of the packages is.
    func callAsFunction(_ path: String) -> String { "\(root)/\(path)" }

    /// Runs a program of the packages to its end.
    func run(
        _ words: [String], input: String = "/dev/null", output: String = "/dev/null", log: String
    ) throws {
        let process = try ChildProcess(
            words[0], Array(words.dropFirst()), environment: environment, input: input,
            output: output, errors: log)
        guard process.wait() else {
            throw BenchmarkFailure("`\(words.joined(separator: " "))` has failed", log: log)
        }
    }

    /// Starts a server of the packages.
    func serve(
        log: String, answers: (UInt16) -> Bool, command: (UInt16) throws -> [String]
    ) throws -> LocalServer {
        try LocalServer(environment: environment, log: log, answers: answers, command: command)
    }
}
