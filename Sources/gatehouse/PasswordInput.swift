import Glibc
import IAMIdentifiers

/// A password from standard input: its first line, not shown while it is typed.
enum PasswordInput {
    /// - Parameter prompt: what a person at a terminal is asked.
    /// - Throws: ``CommandFailure`` when there is no line.
    static func read(_ prompt: String) throws -> Secret {
        guard isatty(STDIN_FILENO) == 1 else { return try line() }
        Output.ask("\(prompt): ")
        var shown = termios()
        tcgetattr(STDIN_FILENO, &shown)
        var hidden = shown
        hidden.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSANOW, &hidden)
        defer {
            tcsetattr(STDIN_FILENO, TCSANOW, &shown)
            Output.ask("\n")
        }
        return try line()
    }

    private static func line() throws -> Secret {
        guard let line = readLine(strippingNewline: true), !line.isEmpty else {
            throw CommandFailure("no password on standard input; write it there as one line")
        }
        return Secret(line)
    }
}
