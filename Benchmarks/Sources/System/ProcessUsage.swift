import Foundation

/// What a running process has used, as the kernel counts it.
enum ProcessUsage {
    /// Processor time of a process and of all that it started, in user and kernel mode, in seconds.
    /// Of those that have ended it is counted to 10 ms, of the others to the nanosecond.
    static func processorSeconds(of pid: pid_t) throws -> Double {
        try children(of: pid).reduce(clock(of: pid) + endedChildren(of: pid)) {
            try $0 + processorSeconds(of: $1)
        }
    }

    /// The processes started by any thread of another, and running.
    ///
    /// Source: proc(5), `/proc/pid/task/tid/children`.
    static func children(of pid: pid_t) -> [pid_t] {
        let tasks = "/proc/\(pid)/task"
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? []
        return threads.flatMap { thread in
            let path = "\(tasks)/\(thread)/children"
            let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
            return text.split(separator: " ").compactMap { pid_t($0) }
        }
    }

    /// The memory it occupies, in MB of 1,000,000 bytes.
    static func residentMegabytes(of pid: pid_t) throws -> Double {
        let path = "/proc/\(pid)/status"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") }),
            let kibibytes = Double(line.split(whereSeparator: \.isWhitespace)[1])
        else { throw BenchmarkFailure("cannot read `\(path)`") }
        return kibibytes * 1_024 / 1_000_000
    }

    private static func clock(of pid: pid_t) throws -> Double {
        var clock = clockid_t()
        var time = timespec()
        guard clock_getcpuclockid(pid, &clock) == 0, clock_gettime(clock, &time) == 0 else {
            throw BenchmarkFailure("process \(pid) has ended")
        }
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Source: proc(5), `/proc/pid/stat`, fields 16 and 17.
    private static func endedChildren(of pid: pid_t) throws -> Double {
        let path = "/proc/\(pid)/stat"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        // The second field is the name in parentheses, in which anything may stand.
        let afterName = text.split(separator: ")").last ?? ""
        let fields = afterName.split(separator: " ")
        guard fields.count > 14, let user = Double(fields[13]), let system = Double(fields[14])
        else { throw BenchmarkFailure("cannot read `\(path)`") }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }
}
