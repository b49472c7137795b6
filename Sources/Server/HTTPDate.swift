import IAMIdentifiers

extension Timestamp {
    /// The moment as HTTP writes it: `Sun, 06 Nov 1994 08:49:37 GMT`. SDKs measure the difference
    /// of clocks by it. Source: RFC 9110 §5.6.7.
    var httpDate: String { internetDate(zone: "GMT") }
}
