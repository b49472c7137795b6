/// Base64 as policies hold binary values: padded, and exactly what encoding the bytes gives, so
/// that equal bytes are equal texts.
///
/// Source: RFC 4648, section 4. <https://www.rfc-editor.org/rfc/rfc4648#section-4>
enum Base64 {
    /// Whether a text is the one encoding of some bytes.
    static func isCanonical(_ text: some BidirectionalCollection<UInt8>) -> Bool {
        let count = text.count
        guard count.isMultiple(of: 4) else { return false }
        let padding = text.suffix(2).reversed().prefix { $0 == UInt8(ascii: "=") }.count
        var last: UInt8 = 0
        for character in text.dropLast(padding) {
            guard let value = value(of: character) else { return false }
            last = value
        }
        // The bits of the last character that belong to no byte are zero.
        return switch padding {
        case 1: last & 0b11 == 0
        case 2: last & 0b1111 == 0
        default: true
        }
    }

    private static func value(of character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): character - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): character - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
