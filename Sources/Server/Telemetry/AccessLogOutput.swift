import Glibc

/// Where the lines of an access log go, one after the other.
struct AccessLogOutput: Sendable {
    private let place: AccessLog.Place
    private var descriptor: CInt?
    /// Why the last lines were not written, in the operating system's words; nil if they were.
    private(set) var fault: String?

    init(_ place: AccessLog.Place) { self.place = place }

    mutating func write(_ lines: [UInt8]) {
        fault = nil
        guard let descriptor = opened() else {
            fault = String(cString: strerror(errno))
            return
        }
        var rest = lines[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else {
                fault = String(cString: strerror(errno))
                return
            }
            rest = rest.dropFirst(max(0, count))
        }
    }

    /// The open file, which is the one that has its name: whoever rotates it renames it.
    private mutating func opened() -> CInt? {
        guard case .file(let path) = place else { return STDOUT_FILENO }
        if let descriptor {
            var (named, held) = (stat(), stat())
            if stat(path, &named) == 0, fstat(descriptor, &held) == 0,
                named.st_ino == held.st_ino, named.st_dev == held.st_dev
            {
                return descriptor
            }
            close(descriptor)
        }
        let new = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o640)
        descriptor = new < 0 ? nil : new
        return descriptor
    }
}
