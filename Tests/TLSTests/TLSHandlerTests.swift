import IAMIdentifiers
import NIOCore
import NIOEmbedded
import TestRandom
import TestSupport
import Testing

@testable import TLS

/// What a connection does with bytes that no client of TLS sends. The tests with real clients are
/// in Tests/Clients/test_tls.py.
@Suite struct TLSHandlerTests {
    private static let context = try? TLSContext(
        SelfSignedCertificate.make(for: ["localhost"], at: Timestamp(seconds: 1_800_000_000)))

    /// A connection, and whether TLS was agreed on.
    private static func connection(
        onSecure: @escaping () -> Void = {}
    ) throws -> EmbeddedChannel {
        let context = try #require(context)
        let handler: TLSHandler = try #require(TLSHandler(context) { _ in onSecure() })
        return EmbeddedChannel(handler: handler)
    }

    @Test func `what does not begin with TLS is passed on, and what is answered, too`() throws {
        var isSecure = false
        let channel = try Self.connection { isSecure = true }
        try channel.writeInbound(ByteBuffer(string: "GET / HTTP/1.1\r\n"))
        try channel.writeInbound(ByteBuffer(bytes: [22, 3, 1]))
        try channel.writeOutbound(ByteBuffer(string: "HTTP/1.1 400 Bad Request\r\n"))
        #expect(try channel.readInbound(as: ByteBuffer.self)?.readableBytes == 16)
        #expect(try channel.readInbound(as: ByteBuffer.self)?.readableBytes == 3)
        #expect(try channel.readOutbound(as: ByteBuffer.self)?.readableBytes == 26)
        #expect(!isSecure)
        _ = try channel.finish()
    }

    @Test func `what is written before TLS is agreed on does not leave`() throws {
        let channel = try Self.connection()
        #expect(throws: ChannelError.self) {
            try channel.writeOutbound(ByteBuffer(string: "a secret"))
        }
        try channel.writeInbound(ByteBuffer(bytes: [22, 3, 1, 0, 100]))
        #expect(throws: ChannelError.self) {
            try channel.writeOutbound(ByteBuffer(string: "a secret"))
        }
        #expect(try channel.readOutbound(as: ByteBuffer.self) == nil)
        _ = try? channel.finish()
    }

    /// A greeting of TLS 1.3, without what makes it one of a real client.
    private static let greeting: [UInt8] =
        [22, 3, 1, 0, 49, 1, 0, 0, 45, 3, 3] + [UInt8](repeating: 7, count: 32)
        + [0, 0, 2, 0x13, 0x01, 1, 0, 0, 0]

    @Test func `damaged greetings end the connection or wait, and nothing of them is passed on`()
        throws
    {
        var random = TestSeed.generator()
        for _ in 0..<2_000 {
            var bytes = Self.greeting
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                bytes[Int.random(in: 1..<bytes.count, using: &random)] =
                    UInt8.random(in: 0...255, using: &random)
            }
            if random.next() % 4 == 0 {
                bytes += (0..<Int.random(in: 0...20_000, using: &random)).map { _ in
                    UInt8.random(in: 0...255, using: &random)
                }
            }
            let channel = try Self.connection { Issue.record("TLS was agreed on") }
            while !bytes.isEmpty {
                let count = min(bytes.count, Int.random(in: 1...16_384, using: &random))
                _ = try? channel.writeInbound(ByteBuffer(bytes: bytes.prefix(count)))
                bytes.removeFirst(count)
            }
            #expect(try channel.readInbound(as: ByteBuffer.self) == nil)
            _ = try? channel.finish()
        }
    }
}
