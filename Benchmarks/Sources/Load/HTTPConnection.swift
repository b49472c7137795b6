import Glibc

/// One connection to a server on this machine, kept open from request to request as long as the
/// server does. A request is sent when the answer to the last has come.
///
/// It understands as much of HTTP/1.1 as the measured servers use: answers with a Content-Length.
/// An answer is looked at where it lies, for what a client takes is taken from the server.
final class HTTPConnection {
    /// An answer that has come whole.
    struct Answer {
        let status: Int
        /// Names and values that the server wants to see again, such as `a=1; b=2`.
        let cookies: String
        let body: String
    }

    /// A connection that has no answer for so long has failed, rather than stop everything.
    private static let patienceSeconds = 30

    private let port: UInt16
    private(set) var descriptor: Int32 = -1
    private var buffer = [UInt8](repeating: 0, count: 65_536)
    /// How many bytes of the answer are there.
    private var received = 0
    private var head: Head?

    init(port: UInt16) { self.port = port }

    deinit { close() }

    /// Sends a request and waits for its answer.
    func answer(to request: [UInt8]) throws -> Answer {
        try send(request)
        while true {
            if let status = try receive() { return answer(status: status) }
        }
    }

    /// Sends a request, over a new connection where there is none.
    func send(_ request: [UInt8]) throws {
        if descriptor < 0 { try open() }
        received = 0
        head = nil
        var sent = 0
        while sent < request.count {
            let count = request.withUnsafeBytes {
                Glibc.send(
                    descriptor, $0.baseAddress! + sent, $0.count - sent, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw failure("cannot send to") }
            sent += count
        }
    }

    /// Takes what has come; waits if nothing has.
    /// - Returns: the status of the answer, if it is whole now.
    func receive() throws -> Int? {
        if received == buffer.count { buffer += buffer }
        let count = buffer.withUnsafeMutableBytes {
            recv(descriptor, $0.baseAddress! + received, $0.count - received, 0)
        }
        guard count > 0 else { throw failure("no answer from") }
        received += count
        if head == nil {
            head = buffer.withUnsafeBytes { Head(.init(rebasing: $0[..<received])) }
        }
        guard let head, received >= head.length + head.bodyLength else { return nil }
        if head.closes { close() }
        return head.status
    }

    /// The answer that has come whole, with its texts.
    func answer(status: Int) -> Answer {
        let length = head?.length ?? 0
        let lines = String(decoding: buffer[..<length], as: UTF8.self).split(separator: "\r\n")
        let cookies = lines.compactMap { line in
            line.lowercased().hasPrefix("set-cookie:")
                ? line.dropFirst("set-cookie:".count).prefix { $0 != ";" } : nil
        }
        return Answer(
            status: status, cookies: cookies.joined(separator: ";"),
            body: String(decoding: buffer[length..<received], as: UTF8.self))
    }

    private func open() throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var yes: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, 4)
        var patience = timeval(tv_sec: Self.patienceSeconds, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, size)
        guard Loopback.withAddress(port: port, { Glibc.connect(descriptor, $0, $1) }) == 0 else {
            throw failure("cannot connect to")
        }
    }

    private func close() {
        if descriptor >= 0 { _ = Glibc.close(descriptor) }
        descriptor = -1
    }

    private func failure(_ what: String) -> BenchmarkFailure {
        let reason = String(cString: strerror(errno))
        close()
        return BenchmarkFailure("\(what) 127.0.0.1:\(port): \(reason)")
    }
}

extension HTTPConnection {
    private struct Head {
        let status: Int
        /// With the blank line.
        let length: Int
        private(set) var bodyLength = 0
        /// Whether the server closes the connection after this answer.
        private(set) var closes = false

        /// Nil as long as the head is not whole.
        init?(_ bytes: UnsafeRawBufferPointer) {
            guard var line = bytes.baseAddress else { return nil }
            let end = line + bytes.count
            while let newline = memchr(line, 0x0A, end - line) {
                let next = UnsafeRawPointer(newline) + 1
                let text = line.assumingMemoryBound(to: CChar.self)
                if next - line <= 2 {
                    // HTTP/1.1 200 OK
                    status = bytes[9..<12].reduce(0) { $0 * 10 + Int($1) - 0x30 }
                    length = bytes.count - (end - next)
                    return
                }
                if strncasecmp(text, "content-length:", 15) == 0 { bodyLength = atol(text + 15) }
                if strncasecmp(text, "connection: close", 17) == 0 { closes = true }
                line = next
            }
            return nil
        }
    }
}
