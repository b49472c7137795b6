import Glibc
import IAMIdentifiers
import Operations
import Workers

/// Gives audit records to a syslog, a message each, in the form of RFC 5424: to a socket of this
/// machine, or over TCP with each message behind its length (RFC 6587 §3.4.1).
struct SyslogSink: AuditSink {
    let target = "syslog"
    let interval = Duration.seconds(2)
    let reach: Duration? = nil

    /// Facility 13, the log of audits, and severity 6, for information (RFC 5424 §6.2.1).
    private static let priority = 13 * 8 + 6
    /// How long a syslog may take to go on, in seconds.
    private static let timeoutSeconds = 10
    /// Of a record that is too long for a socket, this many bytes are sent.
    private static let longestCut = 8_192

    /// A peer that is gone is an error, and no signal.
    private static let noSignal = Int32(MSG_NOSIGNAL)

    private let address: SyslogAddress
    private let workers = WorkerPool<ExactText>(
        .init(threads: 1, runningPerKey: 1, waiting: 4, waitingPerKey: 4, niceness: 5))

    init(_ address: SyslogAddress) { self.address = address }

    func take(_ records: [DeliveredRecord], of account: AccountID) async throws {
        try await workers.run(for: ExactText("syslog")) { [address] _ in
            switch address {
            case .socket(let path): try Self.send(records, toSocket: path)
            case .server(let address): try Self.send(records, to: address)
            }
        }
    }

    /// One record as a message, without line feeds.
    private static func message(_ record: DeliveredRecord) -> [UInt8] {
        let head =
            "<\(priority)>1 \(record.at.iso8601) - gatehouse \(getpid()) \(record.eventName) - "
        return Array((head + record.record).utf8)
    }

    // MARK: A socket of this machine

    private static func send(
        _ records: [DeliveredRecord], toSocket path: String
    ) throws(FileFault) {
        let descriptor = socket(
            AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw fault(path) }
        defer { close(descriptor) }
        setTimeouts(of: descriptor)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
        guard isConnected else { throw fault(path) }
        for record in records {
            let message = message(record)
            if Glibc.send(descriptor, message, message.count, noSignal) >= 0 {
                continue
            }
            guard errno == EMSGSIZE else { throw fault(path) }
            let count = min(message.count, longestCut)
            guard Glibc.send(descriptor, message, count, noSignal) >= 0 else {
                throw fault(path)
            }
        }
    }

    // MARK: TCP

    private static func send(
        _ records: [DeliveredRecord], to address: ListenAddress
    ) throws(FileFault) {
        let descriptor = try connected(to: address)
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        for record in records {
            let message = message(record)
            bytes += Array("\(message.count) ".utf8) + message
        }
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { bytes in
                Glibc.send(
                    descriptor, bytes.baseAddress! + sent, bytes.count - sent,
                    noSignal)
            }
            guard count > 0 else { throw fault(place(address)) }
            sent += count
        }
        // A syslog closes its end when it has read all. One that was lost before does not.
        guard shutdown(descriptor, Int32(SHUT_WR)) == 0 else { throw fault(place(address)) }
        var ignored = [UInt8](repeating: 0, count: 64)
        while true {
            let count = recv(descriptor, &ignored, ignored.count, 0)
            if count == 0 { return }
            guard count > 0 else { throw fault(place(address)) }
        }
    }

    private static func connected(to address: ListenAddress) throws(FileFault) -> Int32 {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(address.host, String(address.port), &hints, &found)
        guard code == 0 else {
            throw FileFault(reason: "\(place(address)): \(String(cString: gai_strerror(code)))")
        }
        defer { freeaddrinfo(found) }
        var next = found
        while let info = next?.pointee {
            next = info.ai_next
            let descriptor = socket(
                info.ai_family, info.ai_socktype | Int32(SOCK_CLOEXEC.rawValue), info.ai_protocol)
            guard descriptor >= 0 else { continue }
            setTimeouts(of: descriptor)
            if connect(descriptor, info.ai_addr, info.ai_addrlen) == 0 { return descriptor }
            let code = errno
            close(descriptor)
            errno = code
        }
        throw fault(place(address))
    }

    private static func place(_ address: ListenAddress) -> String {
        "\(address.host):\(address.port)"
    }

    private static func setTimeouts(of descriptor: Int32) {
        var time = timeval(tv_sec: timeoutSeconds, tv_usec: 0)
        for option in [SO_SNDTIMEO, SO_RCVTIMEO] {
            setsockopt(
                descriptor, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
        }
    }

    private static func fault(_ place: String) -> FileFault {
        FileFault(reason: "`\(place)`: \(String(cString: strerror(errno)))")
    }
}
