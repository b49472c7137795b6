import Foundation

/// The machine that figures were taken on.
struct Machine: Encodable, CustomStringConvertible {
    let processor: String
    /// Processors that are online.
    let cores: Int
    let kernel: String

    static func current() -> Machine {
        let facts = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
        let model = facts.split(separator: "\n").first { $0.hasPrefix("model name") }
        let kernel = try? String(contentsOfFile: "/proc/sys/kernel/osrelease", encoding: .utf8)
        return Machine(
            processor: model?.split(separator: ": ").last.map(String.init) ?? "unknown processor",
            cores: ProcessInfo.processInfo.activeProcessorCount,
            kernel: kernel?.trimmingCharacters(in: .newlines) ?? "unknown")
    }

    var description: String { "\(processor), \(cores) cores, Linux \(kernel)" }

    /// The mean number of processes that ran or wanted to, over the last 1, 5 and 15 minutes.
    static var load: [Double] {
        var averages = [0.0, 0, 0]
        let count = getloadavg(&averages, 3)
        return Array(averages.prefix(Int(max(0, count))))
    }
}
