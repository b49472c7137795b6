import Foundation

/// Measures gatehouse beside its peers, in about a minute. See Benchmarks/README.md.
@main
enum Benchmarks {
    static func main() async {
        do {
            let options = try Options(CommandLine.arguments.dropFirst())
            switch options.repeated {
            case .decision(let times)?: try DecisionMeasurement.repeatDecision(times)
            case .signature(let times)?: try SignatureMeasurement().repeatVerification(times)
            case nil: try await run(options)
            }
        } catch {
            printError("\(error)")
            exit(1)
        }
    }

    private static func run(_ options: Options) async throws {
        let directory = try WorkDirectory(beside: options.gatehouse)
        defer { directory.remove() }
        let interruption = Interruption(removing: directory)
        defer { withExtendedLifetime(interruption) {} }
        let loadBefore = Machine.load
        let start = Stopwatch.now()
        var figures: [Figure] = []
        func report(_ more: [Figure]) {
            figures += more
            if !options.json { more.forEach { print(line: Report.text($0)) } }
        }

        let python = try options.python.map { try PythonPeers($0, directory) }
        if python == nil { printError("without moto and Cedar, which `make bench` installs") }
        report(try DecisionMeasurement(peers: python).figures())
        report(try IndexMeasurement().figures())
        report(try AllocationMeasurement().figures())
        report(try PatternMeasurement().figures())
        report(try ManagedPolicyMeasurement().figures())
        report(try SignatureMeasurement().figures())
        let server = ServerMeasurement(
            installation: try Installation(options.gatehouse, in: directory), directory: directory,
            peers: options.peers ? python : nil)
        try await server.run(report)

        let whole = Report(
            machine: .current(), loadBefore: loadBefore, loadAfter: Machine.load,
            seconds: Stopwatch.now() - start, figures: figures)
        print(line: options.json ? try whole.json() : whole.footer)
    }

    private static func printError(_ line: String) {
        FileHandle.standardError.write(Data("benchmarks: \(line)\n".utf8))
    }

    /// Prints at once, so that who waits for the rest sees what is known.
    private static func print(line: String) {
        FileHandle.standardOutput.write(Data("\(line)\n".utf8))
    }
}
