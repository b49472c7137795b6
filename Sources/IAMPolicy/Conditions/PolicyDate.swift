import IAMIdentifiers

extension Timestamp {
    /// A moment as policies write it: one of the W3C's forms of ISO 8601, or seconds since 1970.
    ///
    /// `2026-11`, `2026-11-22`, `2026-11-22T02:24Z`, `2026-11-22T02:24:38Z` and with a fraction or
    /// an offset. A year alone is not read: `2026` is also a number of seconds.
    ///
    /// Source: IAM User Guide, "IAM JSON policy elements: Condition operators", "Date condition
    /// operators"; W3C, "Date and Time Formats". <https://www.w3.org/TR/NOTE-datetime>
    init?(policyDate text: String) {
        let bytes = Array(text.utf8)
        if bytes.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) {
            guard bytes.count != 4, bytes.count <= 12, let seconds = Int64(text) else { return nil }
            self.init(seconds: seconds)
            return
        }
        var full = bytes
        if bytes.count == 7 { full += "-01".utf8 }
        if bytes.count > 16, bytes[16] != UInt8(ascii: ":") {
            full.insert(contentsOf: ":00".utf8, at: 16)
        }
        self.init(iso8601: String(decoding: full, as: UTF8.self))
    }
}
