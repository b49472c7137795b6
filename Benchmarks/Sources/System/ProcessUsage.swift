import Foundation

/// What a running process has used, as the kernel counts it.
enum ProcessUsage {
    /// Processor time of all its threads, in user and kernel mode, in seconds, to 10 ms.
    ///
    /// Source: proc(5), `/proc/pid/stat`, fields 14 and 15.
    static func processorSeconds(of pid: pid_t) throws -> Double {
        let path = "/proc/\(pid)/stat"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        // The second field is the name in parentheses, in which anything may stand.
        let afterName = text.split(separator: ")").last ?? ""
        let fields = afterName.split(separator: " ")
        guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12])
        else { throw BenchmarkFailure("cannot read `\(path)`") }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
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
}
