import CCurl

/// A document on its way, as libcurl's callbacks see it. They run on the thread that fetches, while
/// it fetches.
final class HTTPSTransfer {
    /// Bytes of an answer's head at most.
    private static let longestHead = 65_536

    private let longest: Int
    private let request: HTTPSRequest
    private let isCancelled: @Sendable () -> Bool
    private var head = 0
    private(set) var body: [UInt8] = []
    private(set) var isTooLong = false
    private(set) var wasCancelled = false
    private(set) var wasForbidden = false

    init(longest: Int, _ request: HTTPSRequest, _ isCancelled: @escaping @Sendable () -> Bool) {
        self.longest = longest
        self.request = request
        self.isCancelled = isCancelled
    }

    /// Has a connection answer to here. The transfer must live until it is done.
    func attach(to curl: UnsafeMutableRawPointer) -> CURLcode {
        curl_shim_set_fetch_callbacks(
            curl,
            { bytes, size, count, context in
                HTTPSTransfer.of(context)?.take(
                    UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
            },
            { _, size, count, context in HTTPSTransfer.of(context)?.hear(size * count) ?? 0 },
            { context, _, _, _, _ in HTTPSTransfer.of(context)?.shallStop() == false ? 0 : 1 },
            { context, _, address in
                HTTPSTransfer.of(context)?.socket(for: address) ?? CURL_SOCKET_BAD
            },
            Unmanaged.passUnretained(self).toOpaque())
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> HTTPSTransfer? {
        // Safe because: `attach` gave this object, which outlives the connection.
        context.map { Unmanaged<HTTPSTransfer>.fromOpaque($0).takeUnretainedValue() }
    }

    /// - Returns: how many bytes were taken; 0 to leave a server that sends too much.
    private func take(_ bytes: UnsafeRawBufferPointer) -> Int {
        guard body.count + bytes.count <= longest else {
            isTooLong = true
            return 0
        }
        body += bytes
        return bytes.count
    }

    private func hear(_ count: Int) -> Int {
        head += count
        guard head <= Self.longestHead else {
            isTooLong = true
            return 0
        }
        return count
    }

    private func shallStop() -> Bool {
        wasCancelled = wasCancelled || isCancelled()
        return wasCancelled
    }

    /// The socket for an address that the server's name led to, if it may be asked.
    private func socket(for address: UnsafeMutablePointer<curl_sockaddr>?) -> curl_socket_t {
        guard let address else { return CURL_SOCKET_BAD }
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = Int(curl_shim_address_bytes(address, &bytes))
        guard mayAsk(Array(bytes.prefix(count))) else {
            wasForbidden = true
            return CURL_SOCKET_BAD
        }
        return curl_shim_socket(address)
    }

    private func mayAsk(_ address: [UInt8]) -> Bool {
        if request.isPlain { return PublicAddress.isOfThisMachine(address) }
        return request.mayBePrivate || PublicAddress.isPublic(address)
    }
}
