import IAMIdentifiers

/// Percent-encoding as URLs and forms use it, over UTF-8.
///
/// Source: URL Standard, sections 1.3 "Percent-encoded bytes" and 5
/// "application/x-www-form-urlencoded". <https://url.spec.whatwg.org/#percent-encoded-bytes>
enum PercentCoding {
    /// The text with every byte encoded but letters, digits and `-._~` and those of `allowed`.
    static func encode(_ text: String, allowing allowed: String = "") -> String {
        let kept = Set<UInt8>("-._~".utf8).union(allowed.utf8)
        var encoded: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                encoded.append(byte)
            case _ where kept.contains(byte): encoded.append(byte)
            default: encoded += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 15)]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    /// The decoded text, or nil when an escape is cut short, the bytes are not UTF-8, one is zero,
    /// which no text that is kept can hold, or more than 30 combining marks follow each other.
    /// - Parameter plusIsSpace: as in a form or a query; in a path a plus is a plus.
    static func decode(_ text: some StringProtocol, plusIsSpace: Bool) -> String? {
        decode(text.utf8, plusIsSpace: plusIsSpace)
    }

    static func decode(_ text: some Sequence<UInt8>, plusIsSpace: Bool) -> String? {
        var bytes: [UInt8] = []
        var rest = text.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = rest.next().flatMap(value), let low = rest.next().flatMap(value)
                else { return nil }
                bytes.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
            default: bytes.append(byte)
            }
        }
        guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self),
            !text.hasLongCombiningRun
        else { return nil }
        return text
    }

    private static func digit(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "A") + nibble - 10
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
