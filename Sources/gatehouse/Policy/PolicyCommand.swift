import ArgumentParser

/// `gatehouse policy …`: what can be asked of policies in files, without a server.
struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "Ask what policies in files decide, and why, and what is wrong with them.",
        subcommands: [
            ValidatePolicy.self, SimulatePolicy.self, ExplainPolicy.self, FindPolicy.self,
        ])

    /// The exit status of a command that was answered, with no.
    static let denied = ExitCode(2)

    static let exitStatuses = """
        The exit status is 0 when every request is allowed (of a case: decided as it expects), 2 \
        when one is not, 1 when something could not be read, and 64 for a wrong command line.
        """
}
