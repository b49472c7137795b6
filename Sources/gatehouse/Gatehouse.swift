import ArgumentParser
import Glibc
import IAMPolicy
import Operations
import ProcessMemory

/// The program. Each command has a file of its own; all of them say what is wrong in one line, on
/// standard error, and end with a status other than 0.
@main
struct Gatehouse: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gatehouse",
        abstract: "Accounts, root users, IAM users and policies that speak AWS's language.",
        discussion: """
            Serve with `gatehouse serve`, then open http://localhost:8426 in a browser, or point \
            the aws command line at it with AWS_ENDPOINT_URL=http://localhost:8426.
            """,
        version: """
            \(number)
            AWS-managed policies of \(AWSManagedPolicies.source.date) \
            (\(AWSManagedPolicies.source.name))
            Service authorization reference of \(ServiceReference.source.date) \
            (\(ServiceReference.source.name))
            """,
        subcommands: [
            Serve.self, AccountCommand.self, RootCommand.self, MFACommand.self, MailCommand.self,
            PolicyCommand.self, CredentialsCommand.self, SchemaCommand.self, MigrateCommand.self,
            AuditCommand.self, BackupCommand.self, RestoreCommand.self, KeysCommand.self,
            DoctorCommand.self,
        ])

    /// The program's version.
    static let number = "0.1.0"

    static func main() async {
        // Before anything secret is read. Where the system refuses, there is nothing else to do.
        _ = process_memory_keep_private()
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let failure as CommandFailure {
            Output.complain(failure.message)
            Glibc.exit(1)
        } catch let status as ExitCode {
            Glibc.exit(status.rawValue)  // the command has said all there is to say
        } catch {
            let status = exitCode(for: error)
            // Help and the version are no failures; ArgumentParser prints them.
            guard status != .success else { exit(withError: error) }
            let reason = message(for: error).split(whereSeparator: \.isNewline)
                .joined(separator: " ")
            Output.complain("\(reason); see `gatehouse --help`")
            Glibc.exit(status.rawValue)
        }
    }
}

/// Why a command ends: one line for the operator.
struct CommandFailure: Error {
    let message: String

    init(_ message: String) { self.message = message }
}
