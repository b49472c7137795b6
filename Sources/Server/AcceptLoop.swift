import Glibc
import Logging
import NIOCore

/// Accepts connections one at a time, as long as there is room for them and the operating system
/// has a file for each.
///
/// While there is no room, the listening socket is not polled, since NIO would report the same
/// connection again and again. It is polled again when a connection closes, or after a while. Used
/// on its channel's event loop only.
final class AcceptLoop: ChannelDuplexHandler {
    typealias InboundIn = any Channel
    typealias InboundOut = any Channel
    typealias OutboundIn = Never

    /// How long to wait for room, when all connections have a request in progress.
    static let pauseForRoom = TimeAmount.milliseconds(50)
    /// How long to wait for files.
    static let pauseForFiles = TimeAmount.milliseconds(500)
    /// How far apart two lines of the log are that say the same.
    static let silence = TimeAmount.minutes(1)

    private let connections: Connections
    private let proxies: TrustedProxies
    private let logger: Logger
    private var resumption: Scheduled<Void>?
    /// When what is out of order may next be said.
    private var nextWord: [Complaint: NIODeadline] = [:]

    private enum Complaint { case room, files, site }

    init(_ connections: Connections, proxies: TrustedProxies, logger: Logger) {
        self.connections = connections
        self.proxies = proxies
        self.logger = logger
    }

    func channelInactive(context: ChannelHandlerContext) {
        resumption?.cancel()
        resumption = nil
        context.fireChannelInactive()
    }

    func read(context: ChannelHandlerContext) {
        guard resumption == nil else { return }
        if hasRoom(context) { context.read() } else { pause(context, for: Self.pauseForRoom) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let channel = unwrapInboundIn(data)
        channel.closeFuture.hop(to: context.eventLoop).assumeIsolated().whenComplete { _ in
            self.connections.closed(channel)
            self.resume(context)
        }
        let address = channel.remoteAddress?.ipAddress ?? "local"
        let site = proxies.site(of: address)
        switch connections.admit(channel, from: site, at: context.eventLoop.now) {
        case .admitted(let closing):
            closing?.close(promise: nil)
            context.fireChannelRead(data)
        case .refused:
            channel.close(promise: nil)
            complain(
                .site,
                "an address has as many connections as it may, and gets no more; "
                    + "`connections_per_address` is the limit",
                ["address": "\(address)"], context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch (error as? IOError)?.errnoCode {
        case EMFILE, ENFILE, ENOBUFS, ENOMEM:
            pause(context, for: Self.pauseForFiles)
            connections.giveUpOne(at: context.eventLoop.now)?.close(promise: nil)
            complain(
                .files,
                "a connection could not be accepted, and waits; if there are too few "
                    + "files, raise the limit of open files (`ulimit -n`)",
                ["cause": "\(error)", "connections": "\(connections.count)"], context)
        case ECONNABORTED:
            break  // The client went away before it was accepted.
        default:
            context.fireErrorCaught(error)
        }
    }

    private func hasRoom(_ context: ChannelHandlerContext) -> Bool {
        if connections.hasRoom(at: context.eventLoop.now) { return true }
        complain(
            .room, "all connections have requests in progress; further ones wait",
            ["connections": "\(connections.count)"], context)
        return false
    }

    private func pause(_ context: ChannelHandlerContext, for time: TimeAmount) {
        guard resumption == nil, context.channel.isActive else { return }
        try? context.channel.syncOptions?.setOption(.autoRead, value: false)
        resumption = context.eventLoop.assumeIsolated().scheduleTask(in: time) {
            self.resume(context)
        }
    }

    /// Looks at the listening socket again, unless nothing was paused.
    private func resume(_ context: ChannelHandlerContext) {
        guard let resumption else { return }
        resumption.cancel()
        self.resumption = nil
        guard context.channel.isActive else { return }
        if hasRoom(context) {
            try? context.channel.syncOptions?.setOption(.autoRead, value: true)
        } else {
            pause(context, for: Self.pauseForRoom)
        }
    }

    private func complain(
        _ complaint: Complaint, _ sentence: String, _ metadata: Logger.Metadata,
        _ context: ChannelHandlerContext
    ) {
        let now = context.eventLoop.now
        if let next = nextWord[complaint], now < next { return }
        nextWord[complaint] = now + Self.silence
        logger.warning("\(sentence)", metadata: metadata)
    }
}
