import Glibc
import NIOCore

extension Listener {
    /// Binds to `address` for a moment, so that a command can say that the port is in use before it
    /// makes anything.
    ///
    /// Does not listen: a socket that does takes connections that nobody would ever answer, as of a
    /// client that waits for the server to start.
    /// - Throws: ``ListenError`` if the address cannot be listened on.
    package static func check(_ address: ListenAddress) throws(ListenError) {
        do {
            let target = try SocketAddress.makeAddressResolvingHost(
                address.host, port: address.port)
            let family = target.protocol == .inet6 ? AF_INET6 : AF_INET
            let descriptor = socket(family, Int32(SOCK_STREAM.rawValue), 0)
            guard descriptor >= 0 else { throw IOError(errnoCode: errno, reason: "socket") }
            defer { close(descriptor) }
            // As the listener does, so that connections of a server that stopped are no hindrance.
            var yes: Int32 = 1
            setsockopt(
                descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
            let isBound = target.withSockAddr { bind(descriptor, $0, socklen_t($1)) == 0 }
            guard isBound else { throw IOError(errnoCode: errno, reason: "bind") }
        } catch {
            throw ListenError(error, binding: address)
        }
    }
}
