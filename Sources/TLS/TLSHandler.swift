package import NIOCore

/// Speaks TLS with a client: bytes of the network on one side, those of the protocol on the other.
///
/// A client that does not begin with TLS is passed on as it is, and whoever made the handler is not
/// told that the connection is secure. Used on its channel's event loop only.
package final class TLSHandler: ChannelDuplexHandler {
    package typealias InboundIn = ByteBuffer
    package typealias InboundOut = ByteBuffer
    package typealias OutboundIn = ByteBuffer
    package typealias OutboundOut = ByteBuffer

    private enum State {
        /// Nothing has come yet.
        case silent
        case greeting
        case open
        /// The client does not speak TLS.
        case plain
        /// Nothing more is read or written.
        case closed
    }

    /// The first byte of a connection that speaks TLS: the type of a record with a greeting.
    /// Source: RFC 8446 §5.1.
    private static let greeting: UInt8 = 22

    private let session: TLSSession
    private let onSecure: (any Channel) -> Void
    private var state = State.silent
    private var isInputEnded = false

    /// - Parameter onSecure: called once client and server have agreed.
    /// - Returns: nil when there is no memory for it.
    package init?(_ context: TLSContext, onSecure: @escaping (any Channel) -> Void) {
        guard let session = TLSSession(context) else { return nil }
        self.session = session
        self.onSecure = onSecure
    }

    package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let bytes = unwrapInboundIn(data)
        if state == .silent, let first = bytes.readableBytesView.first {
            state = first == Self.greeting ? .greeting : .plain
        }
        switch state {
        case .plain: context.fireChannelRead(data)
        case .closed: break
        case .silent, .greeting, .open:
            session.receive(bytes)
            proceed(context)
        }
    }

    /// Does what can be done with what has come.
    private func proceed(_ context: ChannelHandlerContext) {
        if state == .greeting {
            let progress = session.greet()
            send(context)
            switch progress {
            case .done:
                state = .open
                onSecure(context.channel)
            case .needsMore: return
            case .ended, .failed: return giveUp(context)
            }
        }
        while state == .open {
            var buffer = context.channel.allocator.buffer(capacity: 0)
            let progress = session.read(into: &buffer)
            if buffer.readableBytes > 0 { context.fireChannelRead(wrapInboundOut(buffer)) }
            // Keys may have been renewed, which is answered.
            send(context)
            switch progress {
            case .done: continue
            case .needsMore: return
            case .ended: return endInput(context)
            case .failed: return giveUp(context)
            }
        }
    }

    /// Sends what the session has to say by itself.
    private func send(_ context: ChannelHandlerContext) {
        guard let bytes = session.toBeSent(context.channel.allocator) else { return }
        context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
    }

    /// Ends a connection that cannot go on. What is wrong was told to the client by an alert.
    private func giveUp(_ context: ChannelHandlerContext) {
        state = .closed
        context.close(promise: nil)
    }

    private func endInput(_ context: ChannelHandlerContext) {
        guard !isInputEnded else { return }
        isInputEnded = true
        context.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
    }

    package func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard case ChannelEvent.inputClosed = event else {
            return context.fireUserInboundEventTriggered(event)
        }
        endInput(context)
    }

    package func write(
        context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?
    ) {
        switch state {
        case .plain: context.write(data, promise: promise)
        case .open:
            guard session.write(unwrapOutboundIn(data)) == .done else {
                promise?.fail(ChannelError.ioOnClosedChannel)
                return giveUp(context)
            }
            let bytes = session.toBeSent(context.channel.allocator) ?? ByteBuffer()
            context.write(wrapOutboundOut(bytes), promise: promise)
        case .silent, .greeting, .closed: promise?.fail(ChannelError.ioOnClosedChannel)
        }
    }

    package func close(
        context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?
    ) {
        if mode != .input, state == .open {
            session.end()
            send(context)
            if mode == .all { state = .closed }
        }
        context.close(mode: mode, promise: promise)
    }
}
