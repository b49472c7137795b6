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
    ///   - arguments: those that make the program listen on a port.
    ///   - probe: the path that answers 200 as soon as it serves.
    ///   - log: the file for what it says.
    init(
        _ program: String, log: String, probe: String, arguments: (UInt16) -> [String]
    ) throws {
        port = try Loopback.freePort()
        let start = Stopwatch.now()
        process = try ChildProcess(program, arguments(port), output: log, errors: log)
        let request = RequestSigner.get(probe, port: port)
        while !Self.answers(request, port) {
            guard process.isRunning, Stopwatch.now() < start + 30 else {
                process.stop()
                throw BenchmarkFailure("`\(program)` does not serve", log: log)
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

    private static func answers(_ request: [UInt8], _ port: UInt16) -> Bool {
        let answer = try? HTTPConnection(port: port).answer(to: request)
        return answer?.status == 200
    }
}
