import IAMIdentifiers

/// Percent-encoding of the texts that the console takes and gives, over UTF-8.
///
/// Source: URL Standard, sections 1.3 "Percent-encoded bytes" and 5
/// "application/x-www-form-urlencoded". <https://url.spec.whatwg.org/#percent-encoded-bytes>
enum PercentCoding {
    /// The text with every byte encoded but letters, digits and `-._~` and those of `allowed`.
    static func encode(_ text: String, allowing allowed: String = "") -> String {
        PercentEncoding.encode(text, allowing: allowed)
    }

    /// The decoded text, or nil when an escape is cut short, the bytes are not UTF-8, one is zero,
    /// which no text that is kept can hold, or more than 30 combining marks follow each other.
    /// - Parameter plusIsSpace: as in a form or a query; in a path a plus is a plus.
    static func decode(_ text: some StringProtocol, plusIsSpace: Bool) -> String? {
        decode(text.utf8, plusIsSpace: plusIsSpace)
    }

    static func decode(_ text: some Collection<UInt8>, plusIsSpace: Bool) -> String? {
        guard let bytes = PercentEncoding.decoded(text, plusIsSpace: plusIsSpace),
            !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self),
            !text.hasLongCombiningRun
        else { return nil }
        return text
    }
}
