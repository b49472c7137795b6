import Dispatch
import Glibc

/// A TCP connection that sends bytes as they are given, so that a test can say what no HTTP
/// library would. Blocking; used on threads of its own, because the server needs Swift's.
struct RawClient {
    struct Failure: Error { let reason: String }

    private let socket: CInt

    /// Runs `body` with a connection to `port` on 127.0.0.1, then closes it.
    static func connect<Value: Sendable>(
        to port: Int, _ body: @escaping @Sendable (RawClient) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue(label: "raw-client").async {
                continuation.resume(
                    with: Result {
                        let client = try RawClient(port: port)
                        defer { client.close() }
                        return try body(client)
                    })
            }
        }
    }

    /// Sends `request` whole and returns all that comes back until the server closes.
    static func exchange(_ request: String, with port: Int) async throws -> String {
        try await connect(to: port) { client in
            try client.send(request)
            client.finish()
            return try client.readAll()
        }
    }

    /// Connects to `port` on 127.0.0.1; ``close()`` ends it.
    init(port: Int) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var patience = timeval(tv_sec: 120, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, size)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port)).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let status = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else { throw Failure(reason: "connect: \(errno)") }
    }

    func send(_ text: String) throws {
        let bytes = Array(text.utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.send(
                    socket, $0.baseAddress.map { $0 + sent }, bytes.count - sent,
                    Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw Failure(reason: "send: \(errno)") }
            sent += count
        }
    }

    func close() { Glibc.close(socket) }

    /// Says that nothing more will be sent.
    func finish() {
        shutdown(socket, Int32(SHUT_WR))
    }

    /// What has come so far once it contains `end`, or all there is when the server closes first.
    func read(until end: String) throws -> String {
        var text = ""
        while !text.contains(end), let more = try readSome() { text += more }
        return text
    }

    func readAll() throws -> String {
        var text = ""
        while let more = try readSome() { text += more }
        return text
    }

    /// Nil at the end.
    private func readSome() throws -> String? {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = recv(socket, &bytes, bytes.count, 0)
        if count < 0, errno == ECONNRESET { return nil }
        guard count >= 0 else { throw Failure(reason: "receive: \(errno)") }
        return count == 0 ? nil : String(decoding: bytes.prefix(count), as: UTF8.self)
    }
}
