import HummingbirdCore
import NIOCore
import NIOHTTPTypes

/// A connection that was accepted, with the requests that come by it and the answers that go.
///
/// NIO stops the process when what it wraps a connection in is let go before it was used. That
/// happens to a connection that is accepted in the moment in which the server stops: nobody takes
/// it any more. So whoever lets one go closes it.
final class AcceptedConnection: ServerChildChannelValue {
    typealias Parts = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>

    private let parts: Parts
    var channel: any Channel { parts.channel }

    /// Adds what wraps the channel to the end of its pipeline. Called on its event loop.
    init(_ channel: any Channel) throws {
        parts = try Parts(
            wrappingChannelSynchronously: channel,
            configuration: .init(
                backPressureStrategy: .init(lowWatermark: 1, highWatermark: 2),
                isOutboundHalfClosureEnabled: true))
    }

    /// Answers what is asked until the connection ends.
    func use(_ body: (Parts) async -> Void) async {
        await body(parts)
    }

    deinit {
        // Of a connection that was used it finds everything closed.
        Task { [parts] in try? await parts.executeThenClose { _, _ in } }
    }
}
