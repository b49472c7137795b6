/// Which trace a request belongs to, as the header field `traceparent` says.
///
/// Source: W3C, "Trace Context", section 3.2.
/// <https://www.w3.org/TR/trace-context/#traceparent-header>
package struct TraceContext: Sendable, Equatable {
    /// The ID of the trace: 32 lower-case hexadecimal digits, not all of them 0.
    package let traceID: String
    /// The ID of who sent the request: 16 lower-case hexadecimal digits, not all of them 0.
    package let parentID: String
    /// Two hexadecimal digits. `01` says that the sender may have recorded its part.
    package let flags: String

    /// Reads a field's value; nil for one that is not valid, which is as good as none. A version
    /// that is not known may have more behind the flags.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        let dashes = [2, 35, 52]
        guard bytes.count >= 55, dashes.allSatisfy({ bytes[$0] == UInt8(ascii: "-") }),
            bytes.count == 55 || bytes[55] == UInt8(ascii: "-")
        else { return nil }
        func digits(_ range: Range<Int>) -> String? {
            guard bytes[range].allSatisfy({ Self.isDigit($0) }) else { return nil }
            return String(decoding: bytes[range], as: UTF8.self)
        }
        guard let version = digits(0..<2), let traceID = digits(3..<35),
            let parentID = digits(36..<52), let flags = digits(53..<55),
            version.utf8.contains(where: { $0 != UInt8(ascii: "f") }),
            bytes.count == 55 || version.utf8.contains(where: { $0 != UInt8(ascii: "0") }),
            [traceID, parentID].allSatisfy({ $0.utf8.contains { $0 != UInt8(ascii: "0") } })
        else { return nil }
        self.traceID = traceID
        self.parentID = parentID
        self.flags = flags
    }

    private init(traceID: String, parentID: String, flags: String) {
        self.traceID = traceID
        self.parentID = parentID
        self.flags = flags
    }

    /// The same trace, for a request that the server sends itself on behalf of this one.
    package func child(_ id: UInt64 = .random(in: 1 ... .max)) -> TraceContext {
        let digits = String(id, radix: 16)
        let zeros = String(repeating: "0", count: 16 - digits.utf8.count)
        return TraceContext(traceID: traceID, parentID: zeros + digits, flags: flags)
    }

    /// The value of the header field.
    package var text: String { "00-\(traceID)-\(parentID)-\(flags)" }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
}

extension TraceContext {
    /// The trace of the request that the current task answers; nil where it has none.
    @TaskLocal package static var current: TraceContext?
}
