import Logging
import NIOCore
import NIOEmbedded
import Testing

@testable import Server

/// A connection that is accepted when nobody serves any more.
@Suite struct AcceptedConnectionTests {
    @Test(arguments: [false, true])
    func `a connection that nobody serves is closed`(_ isActiveBefore: Bool) async throws {
        let channel = NIOAsyncTestingChannel()
        let address = try SocketAddress(ipAddress: "127.0.0.1", port: 1)
        let http = HTTPConnection(
            limits: Limits(), connections: Connections(most: 1, mostOfSite: 1), certificate: nil
        ) { _, _, _ in
        }
        var connection: AcceptedConnection? = try await channel.testingEventLoop.submit {
            http.setup(channel: channel, logger: Logger(label: "test"))
        }.flatMap { $0 }.get()
        #expect(connection != nil)
        if isActiveBefore { try await channel.connect(to: address).get() }
        connection = nil
        if !isActiveBefore { try? await channel.connect(to: address).get() }
        await channel.testingEventLoop.run()
        try await channel.closeFuture.get()
        #expect(!channel.isActive)
    }
}
