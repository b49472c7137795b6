import Glibc

/// One connection to a server on this machine, kept open from request to request as long as the
/// server does. A request is sent when the answer to the last has come.
///
/// It understands as much of HTTP/1.1 as the measured servers use: answers with a Content-Length.
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
    private var received: [UInt8] = []
    private var chunk = [UInt8](repeating: 0, count: 65_536)

    init(port: UInt16) { self.port = port }

    deinit { close() }

    /// Sends a request and waits for its answer.
    func answer(to request: [UInt8]) throws -> Answer {
        try send(request)
        while true {
            if let answer = try receive() { return answer }
        }
    }

    /// Sends a request, over a new connection where there is none.
    func send(_ request: [UInt8]) throws {
        if descriptor < 0 { try open() }
        var sent = 0
        while sent < request.count {
            let count = request[sent...].withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw failure("cannot send to") }
            sent += count
        }
    }

    /// Takes what has come; waits if nothing has.
    /// - Returns: the answer, if it is whole now.
    func receive() throws -> Answer? {
        let count = chunk.withUnsafeMutableBytes {
            recv(descriptor, $0.baseAddress, $0.count, 0)
        }
        guard count > 0 else { throw failure("no answer from") }
        received += chunk[..<count]
        guard let head = Self.head(received) else { return nil }
        guard received.count >= head.end + head.bodyLength else { return nil }
        let body = received[head.end..<head.end + head.bodyLength]
        defer {
            received.removeAll(keepingCapacity: true)
            if head.closes { close() }
        }
        return Answer(
            status: head.status, cookies: head.cookies.joined(separator: "; "),
            body: String(decoding: body, as: UTF8.self))
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
        var status: Int
        /// Where the body begins.
        var end: Int
        var bodyLength: Int
        /// Whether the server closes the connection after this answer.
        var closes: Bool
        var cookies: [Substring] = []
    }

    /// The head of an answer; nil as long as it is not whole.
    private static func head(_ bytes: [UInt8]) -> Head? {
        let blankLine = Array("\r\n\r\n".utf8)
        guard let end = bytes.firstRange(of: blankLine)?.upperBound else { return nil }
        let lines = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n")
        let words = lines[0].split(separator: " ")
        var head = Head(status: Int(words[1]) ?? 0, end: end, bodyLength: 0, closes: false)
        for line in lines.dropFirst() {
            let name = line.prefix { $0 != ":" }.lowercased()
            let value = line.dropFirst(name.count + 1).trimmingPrefix(" ")
            if name == "content-length" { head.bodyLength = Int(value) ?? 0 }
            if name == "set-cookie" { head.cookies.append(value.prefix { $0 != ";" }) }
            if name == "connection" { head.closes = value.lowercased() == "close" }
        }
        return head
    }
}
