import AWSWire
import CZlib

/// Compresses the console's assets, and nothing else.
///
/// A compressed page whose length an observer sees, and part of whose text an attacker chooses,
/// gives away its secrets letter by letter (the BREACH attack, <https://breachattack.com>). So only
/// an answer that says of itself that it is the same for everyone, `Cache-Control: public`, is
/// compressed; pages and API answers never are.
enum Compression {
    /// Below this, in bytes, the saving is not worth the work.
    static let least = 1_024

    private static let textTypes = [
        "text/css", "text/javascript", "application/javascript", "image/svg+xml",
        "application/json", "application/manifest+json", "text/plain",
    ]

    /// Whether an answer is compressed for a client that takes it.
    static func mayApply(to answer: WireResponse) -> Bool {
        answer.body.count >= least && answer.status == 200 && isPublicText(answer.headers)
            && answer.headers["content-encoding"] == nil
    }

    /// `answer` compressed, if it may be and the client takes it; otherwise as it was.
    static func apply(to answer: WireResponse, for request: WireRequest) -> WireResponse {
        guard mayApply(to: answer) else { return answer }
        var answer = answer
        answer.headers.add("vary", "accept-encoding")
        guard acceptsGzip(request.headers.all("accept-encoding")),
            let compressed = gzip(answer.body)
        else { return answer }
        answer.headers.add("content-encoding", "gzip")
        answer.body = compressed
        return answer
    }

    private static func isPublicText(_ headers: WireHeaders) -> Bool {
        guard let control = headers["cache-control"] else { return false }
        let directives = control.split(separator: ",")
        let type = headers["content-type"]?.prefix { $0 != ";" } ?? ""
        return directives.contains { $0.filter { $0 != " " } == "public" }
            && textTypes.contains { type == $0 }
    }

    /// Whether `gzip` is named without a weight of nothing. `*` is not taken for it: every browser
    /// names it. Source: RFC 9110 §12.5.3.
    static func acceptsGzip(_ values: [String]) -> Bool {
        values.flatMap { $0.lowercased().split(separator: ",") }.contains { element in
            let parts = element.filter { $0 != " " && $0 != "\t" }.split(separator: ";")
            guard parts.first == "gzip" else { return false }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }?.dropFirst(2)
            return weight.map { (Double($0) ?? 0) > 0 } ?? true
        }
    }

    /// The bytes in gzip form (RFC 1952); nil if zlib has no memory for it.
    static func gzip(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        let gzipWindow: CInt = 15 + 16
        let ready = deflateInit2_(
            &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzipWindow, 8, Z_DEFAULT_STRATEGY,
            ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
        guard ready == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        var input = bytes
        let room = Int(deflateBound(&stream, uLong(bytes.count)))
        return input.withUnsafeMutableBufferPointer { source in
            var length = 0
            let output = [UInt8](unsafeUninitializedCapacity: room) { target, count in
                stream.next_in = source.baseAddress
                stream.avail_in = uInt(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = uInt(room)
                if deflate(&stream, Z_FINISH) == Z_STREAM_END { count = Int(stream.total_out) }
                length = count
            }
            return length > 0 ? output : nil
        }
    }
}
