import Glibc

/// What the commands print. Each call is one write, so that a reader at the other end of a pipe
/// has it at once.
enum Output {
    /// Prints a result on standard output.
    static func print(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

    /// Says what is wrong, as one line on standard error.
    static func complain(_ message: String) {
        write("gatehouse: \(message)\n", to: STDERR_FILENO)
    }

    /// Asks a person at a terminal; the line is not ended.
    static func ask(_ prompt: String) { write(prompt, to: STDERR_FILENO) }

    private static func write(_ text: String, to descriptor: CInt) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else { return }  // nobody reads any more
            rest = rest.dropFirst(max(0, count))
        }
    }
}
