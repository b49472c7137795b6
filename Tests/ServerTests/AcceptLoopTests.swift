import Glibc
import NIOCore
import NIOEmbedded
import TestSupport
import Testing

@testable import Server

/// A listening socket that has no file for another connection, or no room.
@Suite struct AcceptLoopTests {
    /// A listening socket, as its handlers see it, and what was logged.
    private struct Socket {
        let channel = EmbeddedChannel()
        let log = LogRecorder()
        let connections: Connections

        init(most: Int = 1) throws {
            connections = Connections(most: most, mostOfSite: most)
            try channel.pipeline.syncOperations.addHandler(
                AcceptLoop(connections, proxies: TrustedProxies([]), logger: log.logger))
            channel.connect(to: try SocketAddress(ipAddress: "127.0.0.1", port: 1), promise: nil)
        }

        /// Whether the socket is looked at, as it was told last; nil when it was told nothing.
        var isLookedAt: Bool? {
            let told = channel.options.last { $0.option is ChannelOptions.Types.AutoReadOption }
            return told?.value as? Bool
        }

        func fail(_ code: CInt) {
            channel.pipeline.fireErrorCaught(IOError(errnoCode: code, reason: "accept"))
        }
    }

    @Test(arguments: [EMFILE, ENFILE, ENOBUFS, ENOMEM])
    func `without files the socket is left alone for a while, and that is said once`(
        _ code: CInt
    ) throws {
        let socket = try Socket()
        for _ in 1...20 {
            socket.fail(code)
            #expect(socket.isLookedAt == false)
            socket.channel.embeddedEventLoop.advanceTime(by: AcceptLoop.pauseForFiles)
            #expect(socket.isLookedAt == true)
        }
        #expect(socket.log.lines.count == 1)
        socket.channel.embeddedEventLoop.advanceTime(by: AcceptLoop.silence)
        socket.fail(code)
        #expect(socket.log.lines.count == 2)
        try socket.channel.throwIfErrorCaught()
    }

    @Test func `without files the connection that is idle longest is closed`() throws {
        let socket = try Socket()
        let idle = EmbeddedChannel()
        try socket.channel.writeInbound(idle as any Channel)
        #expect(try socket.channel.readInbound(as: (any Channel).self) === idle)
        socket.fail(EMFILE)
        idle.embeddedEventLoop.run()
        socket.channel.embeddedEventLoop.run()
        #expect(!idle.isActive)
        // The file that became free is used at once.
        #expect(socket.isLookedAt == true)
    }

    @Test func `when every connection is busy the next one waits until one is not`() throws {
        let socket = try Socket()
        let busy = EmbeddedChannel()
        try socket.channel.writeInbound(busy as any Channel)
        socket.connections.note(.busy, of: busy, at: .now())
        socket.channel.read()
        #expect(socket.isLookedAt == false)
        socket.channel.embeddedEventLoop.advanceTime(by: AcceptLoop.pauseForRoom)
        #expect(socket.isLookedAt == false)
        socket.connections.note(.idle, of: busy, at: .now())
        socket.channel.embeddedEventLoop.advanceTime(by: AcceptLoop.pauseForRoom)
        #expect(socket.isLookedAt == true)
    }

    @Test func `a client that goes away before it is accepted stops nothing`() throws {
        let socket = try Socket()
        socket.fail(ECONNABORTED)
        #expect(socket.isLookedAt == nil)
        try socket.channel.throwIfErrorCaught()
    }
}
