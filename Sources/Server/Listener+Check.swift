import NIOCore
import NIOPosix

extension Listener {
    /// Listens on `address` for a moment and stops again, so that a command can say that the port
    /// is in use before it makes anything.
    /// - Throws: ``ListenError`` if the address cannot be listened on.
    package static func check(_ address: ListenAddress) async throws(ListenError) {
        do {
            let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .bind(host: address.host, port: address.port).get()
            try await channel.close().get()
        } catch {
            throw ListenError(error, binding: address)
        }
    }
}
