import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Turns the parts of HTTP/1 messages that NIO reads and writes into those of swift-http-types.
///
/// The request's target is passed on as it was sent, even one that names a scheme and a host, so
/// that ``HTTPEndpoint`` can see what it names. A request of HTTP/1.0 may have no Host field. One
/// of another version is then passed on with an empty host, which is refused.
final class RequestCodec: ChannelDuplexHandler, RemovableChannelHandler, Sendable {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            guard let request = Self.request(head) else {
                context.fireErrorCaught(HTTPParserError.invalidMethod)
                return
            }
            context.fireChannelRead(wrapInboundOut(.head(request)))
        case .body(let buffer):
            context.fireChannelRead(wrapInboundOut(.body(buffer)))
        case .end:
            // Nothing that is asked of us is said in trailers.
            context.fireChannelRead(wrapInboundOut(.end(nil)))
        }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let part: OutboundOut
        switch unwrapOutboundIn(data) {
        case .head(let response): part = .head(Self.head(response))
        case .body(let buffer): part = .body(.byteBuffer(buffer))
        case .end: part = .end(nil)
        }
        context.write(wrapOutboundOut(part), promise: promise)
    }

    /// Nil when the method is none.
    private static func request(_ head: HTTPRequestHead) -> HTTPRequest? {
        guard let method = HTTPRequest.Method(head.method.rawValue) else { return nil }
        var fields = HTTPFields()
        fields.reserveCapacity(head.headers.count)
        var host: String?
        for (name, value) in head.headers {
            guard let name = HTTPField.Name(name) else { continue }
            if host == nil, name == .host {
                host = value
            } else {
                fields.append(HTTPField(name: name, value: value))
            }
        }
        if host == nil, head.version != .http1_0 { host = "" }
        return HTTPRequest(
            method: method, scheme: "http", authority: host, path: head.uri, headerFields: fields)
    }

    private static func head(_ response: HTTPResponse) -> HTTPResponseHead {
        HTTPResponseHead(
            version: .http1_1,
            status: HTTPResponseStatus(
                statusCode: response.status.code, reasonPhrase: response.status.reasonPhrase),
            headers: HTTPHeaders(response.headerFields.map { ($0.name.rawName, $0.value) }))
    }
}

extension HTTPField.Name {
    fileprivate static let host = HTTPField.Name("Host")!  // a valid field name
}
