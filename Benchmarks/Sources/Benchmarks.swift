import Foundation

/// Measures gatehouse beside its peers, in under three minutes. See Benchmarks/README.md.
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
        let debian = try options.debian.map { try DebianPeers($0) }
        if python == nil || debian == nil {
            printError("without some of the peers, which `make bench` brings")
        }
        report(try DecisionMeasurement(peers: python).figures())
        report(try IndexMeasurement().figures())
        report(try AllocationMeasurement().figures())
        report(try PatternMeasurement().figures())
        report(try ManagedPolicyMeasurement().figures())
        report(try SignatureMeasurement().figures())
        let server = ServerMeasurement(
            installation: try Installation(options.gatehouse, in: directory), directory: directory,
            debian: debian, python: python)
        try await server.run(report)
        if let debian {
            report(
                try await SharedStoreMeasurement(
                    gatehouse: options.gatehouse, directory: directory, peers: debian
                ).figures())
        }

        let whole = Report(
            date: String(Date.now.ISO8601Format().prefix(10)), commit: try commit(directory),
            machine: .current(), loadBefore: loadBefore, loadAfter: Machine.load,
            seconds: Stopwatch.now() - start, figures: figures)
        print(line: options.json ? try whole.json() : whole.footer)
        guard let python, let debian else { return }
        let table = ReadmeTable(report: whole, versions: debian.versions + python.versions)
        if !options.json { print(line: "\n\(try table.markdown(.english))") }
        if let readmes = options.readmes {
            try table.write(.english, to: "\(readmes)/README.md")
            try table.write(.korean, to: "\(readmes)/README.ko.md")
        }
    }

    /// The commit of the directory in which the benchmarks run, and whether it is changed.
    private static func commit(_ directory: WorkDirectory) throws -> String {
        let output = directory("commit")
        let git = try ChildProcess(
            "git", ["describe", "--always", "--dirty", "--abbrev=8"], output: output,
            errors: directory("git.log"))
        guard git.wait() else { return "unknown" }
        return try String(contentsOfFile: output, encoding: .utf8)
            .trimmingCharacters(in: .newlines)
    }

    private static func printError(_ line: String) {
        FileHandle.standardError.write(Data("benchmarks: \(line)\n".utf8))
    }

    /// Prints at once, so that who waits for the rest sees what is known.
    private static func print(line: String) {
        FileHandle.standardOutput.write(Data("\(line)\n".utf8))
    }
}
