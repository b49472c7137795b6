import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Ends connections that take too long to say what they want, or to take the answer, and tells
/// ``Connections`` what each waits for.
///
/// The time for a request's head and the time for its body are counted as wholes: a client that
/// sends one byte now and then gains nothing. While the server works on an answer no time is
/// counted; while an answer waits for the client to read on, the time of a body is.
/// Used on its channel's event loop only.
final class ConnectionDeadlines: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// A body that did not arrive in time.
    struct SlowBody: Error {}

    /// How long a client may take to close a connection that the server has closed on its side.
    private static let closing = TimeAmount.seconds(5)

    private let connections: Connections
    private let idle: TimeAmount
    private let body: TimeAmount
    /// When the connection is ended; nil while the client owes nothing.
    private var deadline: NIODeadline?
    /// The one timer of the connection, and when it fires. It looks at `deadline` then, so that
    /// putting the deadline off, which happens with each request, costs nothing.
    private var timer: (scheduled: Scheduled<Void>, moment: NIODeadline)?
    private var isReadingBody = false
    /// Whether more of an answer waits than the channel holds, because the client does not read.
    private var isStalled = false
    /// Requests whose head has come and whose answer has not gone.
    private var unanswered = 0

    init(_ connections: Connections, idle: TimeAmount, body: TimeAmount) {
        self.connections = connections
        self.idle = idle
        self.body = body
    }

    func handlerAdded(context: ChannelHandlerContext) {
        setDeadline(in: idle, .idle, context)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        stopTimer()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        // A client that sends no more and still waits gets its answer. Only work that takes long is
        // given up.
        if case ChannelEvent.inputClosed = event, unanswered > 0 {
            connections.left(context.channel)
        }
        context.fireUserInboundEventTriggered(event)
    }

    func channelInactive(context: ChannelHandlerContext) {
        connections.left(context.channel)
        stopTimer()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            unanswered += 1
            isReadingBody = true
            if !isStalled { setDeadline(in: body, .slow, context) }
        case .body:
            break
        case .end:
            isReadingBody = false
            if !isStalled { waitForAnswerOrRequest(context) }
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) {
            unanswered -= 1
            // A request answered before all of its body was read: the rest keeps its deadline.
            if unanswered == 0, !isReadingBody, !isStalled {
                setDeadline(in: idle, .idle, context)
            }
        }
        context.write(data, promise: promise)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        isStalled = !context.channel.isWritable
        if isStalled || isReadingBody {
            setDeadline(in: body, .slow, context)
        } else {
            waitForAnswerOrRequest(context)
        }
        context.fireChannelWritabilityChanged()
    }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        if mode == .output { setDeadline(in: Self.closing, .idle, context) }
        context.close(mode: mode, promise: promise)
    }

    /// The client owes nothing until its answers have gone, then the next request.
    private func waitForAnswerOrRequest(_ context: ChannelHandlerContext) {
        guard unanswered > 0 else { return setDeadline(in: idle, .idle, context) }
        deadline = nil
        connections.note(.busy, of: context.channel, at: context.eventLoop.now)
    }

    private func setDeadline(
        in time: TimeAmount, _ activity: Connections.Activity, _ context: ChannelHandlerContext
    ) {
        let now = context.eventLoop.now
        connections.note(activity, of: context.channel, at: now)
        let moment = now + time
        deadline = moment
        if let timer, timer.moment <= moment { return }
        stopTimer()
        startTimer(at: moment, context)
    }

    private func startTimer(at moment: NIODeadline, _ context: ChannelHandlerContext) {
        let scheduled = context.eventLoop.assumeIsolated().scheduleTask(deadline: moment) {
            self.timer = nil
            self.timerFired(context)
        }
        timer = (scheduled, moment)
    }

    private func stopTimer() {
        timer?.scheduled.cancel()
        timer = nil
    }

    private func timerFired(_ context: ChannelHandlerContext) {
        guard let deadline else { return }
        if deadline > context.eventLoop.now {
            startTimer(at: deadline, context)
        } else if isReadingBody, unanswered > 0, !isStalled {
            // The endpoint answers 408; if it cannot, the connection ends soon after.
            setDeadline(in: Self.closing, .slow, context)
            context.fireErrorCaught(SlowBody())
        } else {
            context.close(promise: nil)
        }
    }
}
