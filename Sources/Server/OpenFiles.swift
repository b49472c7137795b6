import Glibc
import Logging
import NIOCore

/// How many files the process may have open. Each connection is one of them.
package enum OpenFiles {
    /// Files for all that is no connection: the store, the log, eight for each processor, and
    /// connections that are being closed.
    static let reserve = 40 + 8 * System.coreCount

    /// Raises the limit of open files to the most that the operating system lets this process have.
    /// - Returns: the limit that holds now.
    package static func raiseLimit() -> Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else {
            return .max
        }
        var raised = limit
        raised.rlim_cur = limit.rlim_max
        if setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &raised) == 0 { limit = raised }
        return Int(clamping: limit.rlim_cur)
    }

    /// The limit that holds now.
    static func limit() -> Int {
        var limit = rlimit()
        let status = getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        return status == 0 ? Int(clamping: limit.rlim_cur) : .max
    }

    /// How many files and sockets are open.
    static func count() -> Int {
        guard let directory = opendir("/proc/self/fd") else { return 0 }
        defer { closedir(directory) }
        var count = -3  // its own, and the two that every directory has
        while readdir(directory) != nil { count += 1 }
        return count
    }

    /// `limits` with no more connections than there can be files for.
    static func fit(_ limits: Limits, to files: Int, _ logger: Logger) -> Limits {
        let room = max(1, files - reserve)
        guard limits.connections > room else { return limits }
        logger.warning(
            """
            fewer connections than configured: there are too few files; raise the limit of open \
            files (`ulimit -n`)
            """,
            metadata: [
                "configured": "\(limits.connections)", "connections": "\(room)",
                "open_files": "\(files)",
            ])
        var limits = limits
        limits.connections = room
        return limits
    }
}
