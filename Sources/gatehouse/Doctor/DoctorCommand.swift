import ArgumentParser
import Glibc
import IAMIdentifiers
import Operations
import Server

/// `gatehouse doctor`: what is wrong with an installation, and what to do.
struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look at an installation, and say what is wrong and what to do.",
        discussion: """
            Looked at are the configuration, the data directory and the modes of its files, the \
            disk, the clock, limits, the master key, the database, the audit record, TLS, the \
            running server, its public URL and the proxy before it, and the mail server. Nothing \
            is changed and no mail is sent. Run it as the server's user, with the server's \
            configuration and environment. The command ends with status 1 if something fails; \
            warnings alone are no failure.
            """)

    @Option(help: "The server's configuration file.")
    var config: String?

    @Option(help: "The data directory; by default that of the configuration file.")
    var data: String?

    @Option(help: "The URL of a database on a server, postgresql://…")
    var database: String?

    @Option(
        help: """
            A file of certificates that the public URL's may come from, beside the system's.
            """)
    var caFile: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let findings = await findings()
        if json {
            Output.print(Self.json(findings))
        } else {
            for finding in findings { Output.print(Self.lines(of: finding)) }
        }
        let failures = findings.count { $0.state == .failure }
        guard failures == 0 else {
            throw CommandFailure(
                failures == 1 ? "one thing is wrong" : "\(failures) things are wrong")
        }
    }

    private func findings() async -> [Finding] {
        let configuration: Configuration
        do {
            var read = try config.map { try Configuration(file: $0) } ?? Configuration()
            try read.apply(data: data, database: DataDirectory.databaseURL(database))
            configuration = read
        } catch {
            return [.failure("configuration", "\(error)", do: "mend the configuration file")]
        }
        let now = Timestamp.current()
        return MachineDoctor(configuration).findings()
            + (await StoreDoctor(configuration, now: now).findings())
            + NetworkDoctor(configuration, now: now, authorities: caFile).findings()
    }

    // MARK: Printing

    private static func lines(of finding: Finding) -> String {
        let state =
            switch finding.state {
            case .good: "ok      "
            case .warning: "warning "
            case .failure: "failure "
            }
        let check = finding.check + String(repeating: " ", count: max(1, 16 - finding.check.count))
        let line = state + check + finding.text
        return finding.advice.map { "\(line)\n        \($0)" } ?? line
    }

    private static func json(_ findings: [Finding]) -> String {
        let list = findings.map { finding in
            var object = JSONObject()
            object.string("check", finding.check)
            object.string("state", finding.state.rawValue)
            object.string("text", finding.text)
            object.string("advice", finding.advice)
            return object.text
        }
        var object = JSONObject()
        object.json("healthy", findings.contains { $0.state == .failure } ? "false" : "true")
        object.json("findings", "[\(list.joined(separator: ","))]")
        return object.text
    }
}
