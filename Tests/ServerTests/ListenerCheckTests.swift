import Foundation
import Glibc
import Synchronization
import Testing

@testable import Server

/// What is asked of an address before anything is made.
@Suite struct ListenerCheckTests {
    /// A socket of this machine's, bound to a free port.
    private struct BoundSocket {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        let port: Int

        init() throws {
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
            var length = socklen_t(MemoryLayout<sockaddr_in>.size)
            let descriptor = descriptor
            let isBound = withUnsafeMutablePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                    bind(descriptor, address, length) == 0
                        && getsockname(descriptor, address, &length) == 0
                }
            }
            try #require(isBound)
            port = Int(UInt16(bigEndian: address.sin_port))
        }

        func close() { Glibc.close(descriptor) }
    }

    /// Another address than that which clients have, so that none connects to itself.
    private static let host = "127.0.0.2"

    /// Whether a client is refused at once, as by a port on which nobody listens.
    private static func isRefused(by port: Int) -> Bool {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { Glibc.close(descriptor) }
        var patience = timeval(tv_sec: 0, tv_usec: 50_000)
        let size = socklen_t(MemoryLayout<timeval>.size)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, size)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = (INADDR_LOOPBACK + 1).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == -1
                    && errno == ECONNREFUSED
            }
        }
    }

    @Test func aPortThatSomeoneListensOnIsInUse() throws {
        let other = try BoundSocket()
        defer { other.close() }
        #expect(listen(other.descriptor, 1) == 0)
        let address = ListenAddress(host: "127.0.0.1", port: other.port)
        #expect(throws: ListenError.portInUse(address)) { try Listener.check(address) }
    }

    @Test func aPortThatNobodyHasIsFree() throws {
        let other = try BoundSocket()
        other.close()
        try Listener.check(ListenAddress(host: "127.0.0.1", port: other.port))
    }

    /// A client that waits for a server to start tries again and again, and has to find nobody
    /// until there is someone who answers.
    @Test func nobodyCanConnectWhileItIsAsked() async throws {
        let other = try BoundSocket()
        other.close()
        let address = ListenAddress(host: Self.host, port: other.port)
        let isOver = Atomic(false)
        let received = await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                var count = 0
                while !isOver.load(ordering: .relaxed) {
                    if !Self.isRefused(by: address.port) { count += 1 }
                }
                continuation.resume(returning: count)
            }
            Thread.detachNewThread {
                for _ in 0..<2_000 { try? Listener.check(address) }
                isOver.store(true, ordering: .relaxed)
            }
        }
        #expect(received == 0)
    }
}
