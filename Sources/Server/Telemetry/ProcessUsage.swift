import Glibc
import IAMIdentifiers

/// What the process has used and holds.
struct ProcessUsage {
    let processorSeconds: Double
    /// What is in memory now.
    let memoryBytes: Int
    let openFiles: Int
    let openFilesLimit: Int

    /// Nil when the operating system does not tell.
    init?() {
        var usage = rusage()
        guard getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0,
            let pages = try? contentsOfFile("/proc/self/statm", atMost: 4_096),
            let resident = String(decoding: pages, as: UTF8.self).parts(at: " ").dropFirst().first
                .flatMap({ Int($0) })
        else { return nil }
        func seconds(_ time: timeval) -> Double {
            Double(time.tv_sec) + Double(time.tv_usec) / 1e6
        }
        processorSeconds = seconds(usage.ru_utime) + seconds(usage.ru_stime)
        memoryBytes = resident * sysconf(CInt(_SC_PAGESIZE))
        openFiles = OpenFiles.count()
        openFilesLimit = OpenFiles.limit()
    }
}
