import AWSWire
import CZlib
import Testing

@testable import Server

@Suite struct CompressionTests {
    private let text = Array(String(repeating: "a { color: red }\n", count: 200).utf8)

    private func answer(
        cacheControl: String = "public, max-age=60", type: String = "text/css; charset=utf-8",
        length: Int? = nil, accepting: String? = "gzip, br"
    ) -> WireResponse {
        var request = WireRequest(method: "GET", path: "/")
        if let accepting { request.headers.add("Accept-Encoding", accepting) }
        return Compression.apply(
            to: WireResponse(
                status: 200, headers: ["content-type": type, "cache-control": cacheControl],
                body: Array(text.prefix(length ?? text.count))),
            for: request)
    }

    @Test func `a public asset comes compressed and expands to what it was`() throws {
        let answer = answer()
        #expect(answer.headers["content-encoding"] == "gzip")
        #expect(answer.headers["vary"] == "accept-encoding")
        #expect(answer.body.count < text.count / 10)
        #expect(expand(answer.body) == text)
    }

    @Test func `what may hold a secret, is short, or is no text stays as it is`() {
        #expect(answer(cacheControl: "no-store").headers["content-encoding"] == nil)
        #expect(answer(cacheControl: "private").headers["content-encoding"] == nil)
        #expect(answer(type: "text/html").headers["content-encoding"] == nil)
        #expect(answer(type: "image/png").headers["content-encoding"] == nil)
        #expect(answer(length: Compression.least - 1).headers["content-encoding"] == nil)
    }

    @Test(arguments: [
        (nil, false), ("", false), ("br", false), ("gzip;q=0", false), ("gzip; q=0.0", false),
        ("*", false), ("gzip", true), ("GZIP", true), ("br, gzip;q=0.5", true), ("gzip;q=x", false),
    ])
    func `only a client that takes gzip gets it`(accepting: String?, expected: Bool) {
        #expect((answer(accepting: accepting).headers["content-encoding"] == "gzip") == expected)
    }

    private func expand(_ bytes: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        let size = CInt(MemoryLayout<z_stream>.size)
        guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, size) == Z_OK else { return nil }
        defer { inflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: text.count + 1)
        let count = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = uInt(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = uInt(target.count)
                return inflate(&stream, Z_FINISH) == Z_STREAM_END ? Int(stream.total_out) : 0
            }
        }
        return Array(output.prefix(count))
    }
}
