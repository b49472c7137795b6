import Glibc

/// A server that the benchmarks started, on a port of 127.0.0.1.
final class LocalServer {
    let port: UInt16
    /// From before the program was started to its first answer.
    let startMilliseconds: Double
    private let process: ChildProcess

    var pid: pid_t { process.pid }

    /// Starts a server and waits until it answers.
    /// - Parameters:
    ///   - environment: variables beside those of the benchmarks.
    ///   - log: the file for what it says.
    ///   - answers: whether the server at a port does.
    ///   - command: the program and the arguments that make it listen on a port.
    init(
        environment: [String: String] = [:], log: String, answers: (UInt16) -> Bool,
        command: (UInt16) throws -> [String]
    ) throws {
        port = try Loopback.freePort()
        let words = try command(port)
        let start = Stopwatch.now()
        process = try ChildProcess(
            words[0], Array(words.dropFirst()), environment: environment, output: log, errors: log)
        while !answers(port) {
            guard process.isRunning, Stopwatch.now() < start + 30 else {
                process.stop()
                throw BenchmarkFailure("`\(words[0])` does not serve", log: log)
            }
            usleep(1_000)
        }
        startMilliseconds = (Stopwatch.now() - start) * 1e3
    }

    deinit { process.stop() }

    /// Ends it as an operator would.
    func stop() { process.stop() }

    var residentMegabytes: Double {
        get throws { try ProcessUsage.residentMegabytes(of: pid) }
    }

    /// Whether what listens on a port answers 200 to a `GET`.
    static func gives(_ path: String) -> (UInt16) -> Bool {
        { port in
            let request = RequestSigner.get(path, port: port)
            return (try? HTTPConnection(port: port).answer(to: request))?.status == 200
        }
    }
}
