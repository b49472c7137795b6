import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import TLS

/// What makes requests of a connection's bytes, and bytes of their answers: HTTP/1.1 with
/// keep-alive and pipelining.
struct HTTPConnection: HTTPChannelHandler {
    let limits: Limits
    let connections: Connections
    /// With what TLS is spoken; nil where it is not.
    let certificate: ListenerCertificate?
    let responder: Responder

    /// No memory was left for a connection.
    private struct NoMemory: Error {}

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<AcceptedConnection> {
        channel.eventLoop.makeCompletedFuture {
            let pipeline = channel.pipeline.syncOperations
            if let certificate {
                let handler = TLSHandler(certificate.context, onSecure: connections.becameSecure)
                guard let handler else { throw NoMemory() }
                try pipeline.addHandler(handler)
            }
            var decoderLimits = NIOHTTPDecoderLimitConfiguration()
            decoderLimits.maxHeaderFieldSize = limits.headerBytes
            decoderLimits.maxHeaderListSize = limits.headerBytes
            decoderLimits.maxHeaderFieldCount = limits.headerFields
            // Requests are answered in turn by the loop that reads them; what cannot be parsed it
            // answers with 400; header fields are checked where they are made.
            try pipeline.configureHTTPServerPipeline(
                withPipeliningAssistance: false, withErrorHandling: false,
                withOutboundHeaderValidation: false, withEncoderConfiguration: .init(),
                withDecoderLimitConfiguration: decoderLimits)
            try pipeline.addHandler(RequestCodec())
            try pipeline.addHandler(
                ConnectionDeadlines(
                    connections, idle: .seconds(Int64(limits.idleSeconds)),
                    body: .seconds(Int64(limits.bodySeconds))))
            try pipeline.addHandler(HTTPConnectionStateHandler(logger: logger))
            let connection = try AcceptedConnection(channel)
            // The server may have been told to stop before this handler was added.
            if connections.isStopping { channel.close(promise: nil) }
            return connection
        }
    }

    func handle(value: AcceptedConnection, logger: Logger) async {
        await withTaskExecutorPreference(LoopExecutor(value.channel.eventLoop)) {
            await value.use { await handleHTTP(asyncChannel: $0, logger: logger) }
        }
    }
}
