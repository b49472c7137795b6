import ArgumentParser
import Operations
import Store

/// `gatehouse root …`: what the operator can do for a root user who is locked out.
struct RootCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "root",
        abstract: "Help a root user who is locked out.",
        subcommands: [ResetPassword.self])
}

extension RootCommand {
    struct ResetPassword: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give a root user another password, read from standard input.",
            discussion: "The root user's sessions end; its access keys stay.")

        @Argument(help: "The account's ID, or the root user's e-mail address.")
        var account: String

        @OptionGroup var options: DataOptions

        func run() async throws {
            let tools = OperatorTools(try await options.open())
            guard let found = try await tools.account(account) else {
                throw CommandFailure(
                    "there is no account `\(account)`; see `gatehouse account list`")
            }
            let password = try PasswordInput.read("New password of \(found.email)")
            try await AccountCommand.explaining {
                try await tools.resetRootPassword(of: found.id, to: password)
            }
            Output.print(
                options.json
                    ? #"{"accountId":"\#(found.id)"}"# : "changed the password of \(found.email)")
        }
    }
}
