import Foundation

/// A program started by the benchmarks, with its output in a file.
///
/// It stays in the process group of the benchmarks, so that an interrupt from the keyboard ends
/// both.
final class ChildProcess {
    let pid: pid_t
    /// What the wait for it said; nil while it runs.
    private var status: Int32?

    /// - Parameters:
    ///   - program: a path, or a name to be found in PATH.
    ///   - environment: variables beside those of the benchmarks.
    ///   - input: the file to read standard input from.
    ///   - output: the file to write standard output to; made anew.
    ///   - errors: the file to add standard error to.
    init(
        _ program: String, _ arguments: [String], environment: [String: String] = [:],
        input: String = "/dev/null", output: String = "/dev/null", errors: String
    ) throws {
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        posix_spawn_file_actions_addopen(&files, STDIN_FILENO, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(
            &files, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(
            &files, STDERR_FILENO, errors, O_WRONLY | O_CREAT | O_APPEND, 0o600)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        Interruption.restoreSignals(&attributes)

        let words = Self.list([program] + arguments)
        let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let environment = Self.list(variables.map { "\($0)=\($1)" })
        defer { (words + environment).forEach { free($0) } }
        var pid = pid_t()
        let error = posix_spawnp(&pid, program, &files, &attributes, words, environment)
        guard error == 0 else {
            throw BenchmarkFailure("cannot start `\(program)`: \(String(cString: strerror(error)))")
        }
        self.pid = pid
    }

    /// Texts as C takes a list of them; each is to be freed.
    private static func list(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
        texts.map { strdup($0) } + [nil]
    }

    /// Whether it has not ended yet.
    var isRunning: Bool {
        if status == nil {
            var status: Int32 = 0
            if waitpid(pid, &status, WNOHANG) == pid { self.status = status }
        }
        return status == nil
    }

    /// Waits for its end.
    /// - Returns: whether it ended by itself and with status 0.
    @discardableResult func wait() -> Bool {
        if status == nil {
            var status: Int32 = 0
            while waitpid(pid, &status, 0) == -1, errno == EINTR {}
            self.status = status
        }
        return status == 0
    }

    /// Asks it to end, if it runs, and waits until it has; after ten seconds it is made to.
    func stop() {
        guard isRunning else { return }
        kill(pid, SIGTERM)
        let end = Stopwatch.now() + 10
        while isRunning, Stopwatch.now() < end { usleep(10_000) }
        guard isRunning else { return }
        kill(pid, SIGKILL)
        wait()
    }
}
