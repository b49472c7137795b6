import CCurl

/// A message on its way, as libcurl's callbacks see it. They run on the thread that sends, while it
/// sends.
final class SMTPTransfer {
    /// Bytes of a server's replies to one message, altogether. One that says more is left.
    private static let longestConversation = 65_536

    private let bytes: [UInt8]
    private let isCancelled: @Sendable () -> Bool
    private var position = 0
    private var heard = 0
    private(set) var reply = SMTPReply()
    private(set) var isReadToItsEnd = false
    private(set) var wasCancelled = false

    init(_ bytes: [UInt8], _ isCancelled: @escaping @Sendable () -> Bool) {
        self.bytes = bytes
        self.isCancelled = isCancelled
    }

    /// Has a connection read the message from here. The transfer must live until it is done.
    func attach(to curl: UnsafeMutableRawPointer) -> CURLcode {
        curl_shim_set_callbacks(
            curl,
            { buffer, size, count, context in
                SMTPTransfer.of(context)?.read(
                    into: UnsafeMutableRawBufferPointer(start: buffer, count: size * count)) ?? 0
            },
            { bytes, size, count, context in
                SMTPTransfer.of(context)?.hear(
                    UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
            },
            { context, _, _, _, _ in SMTPTransfer.of(context)?.shallStop() == false ? 0 : 1 },
            Unmanaged.passUnretained(self).toOpaque())
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> SMTPTransfer? {
        // Safe because: `attach` gave this object, which outlives the connection.
        context.map { Unmanaged<SMTPTransfer>.fromOpaque($0).takeUnretainedValue() }
    }

    /// - Returns: how many bytes were given; 0 at the end.
    private func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let next = bytes[position...].prefix(buffer.count)
        if next.isEmpty { isReadToItsEnd = true }
        buffer.copyBytes(from: next)
        position += next.count
        return next.count
    }

    /// - Returns: how many bytes were taken; 0 to leave a server that says too much.
    private func hear(_ line: UnsafeRawBufferPointer) -> Int {
        heard += line.count
        guard heard <= Self.longestConversation else { return 0 }
        reply.add(line)
        return line.count
    }

    private func shallStop() -> Bool {
        wasCancelled = isCancelled()
        return wasCancelled
    }
}
