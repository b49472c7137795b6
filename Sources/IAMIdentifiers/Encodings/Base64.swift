/// Base64, of which each value has one spelling: what encoding the bytes gives.
///
/// Source: RFC 4648, sections 4 and 5. <https://www.rfc-editor.org/rfc/rfc4648>
package struct Base64: Sendable {
    /// With `+`, `/` and padding.
    package static let standard = Base64("+", "/", isPadded: true)
    /// With `-`, `_` and no padding, for URLs.
    package static let forURLs = Base64("-", "_", isPadded: false)

    private let mark62: UInt8
    private let mark63: UInt8
    private let isPadded: Bool
    private static let padding = UInt8(ascii: "=")

    private init(_ mark62: Unicode.Scalar, _ mark63: Unicode.Scalar, isPadded: Bool) {
        self.mark62 = UInt8(ascii: mark62)
        self.mark63 = UInt8(ascii: mark63)
        self.isPadded = isPadded
    }

    package func encoded(_ bytes: some Collection<UInt8>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var rest = bytes.makeIterator()
        while let first = rest.next() {
            let second = rest.next()
            let third = second == nil ? nil : rest.next()
            let group = UInt32(first) << 16 | UInt32(second ?? 0) << 8 | UInt32(third ?? 0)
            text.append(character(group >> 18 & 63))
            text.append(character(group >> 12 & 63))
            append(group >> 6 & 63, isThere: second != nil, to: &text)
            append(group & 63, isThere: third != nil, to: &text)
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes; nil for a text that ``encoded(_:)`` does not give.
    /// - Parameter acceptsSpareBits: whether the bits of the last character that belong to no byte
    ///   may be set, which makes other spellings of the same bytes.
    package func decoded(
        _ text: some StringProtocol, acceptsSpareBits: Bool = false
    ) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count / 4 * 3)
        let text = Array(text.utf8)
        return read(text.span, acceptsSpareBits) { bytes.append($0) } ? bytes : nil
    }

    /// Whether a text is the one spelling of some bytes. Allocates nothing.
    package func isCanonical(_ text: Span<UInt8>) -> Bool {
        read(text, false) { _ in }
    }

    /// Reads a text to its end, unless it is none.
    private func read(
        _ text: Span<UInt8>, _ acceptsSpareBits: Bool, _ take: (UInt8) -> Void
    ) -> Bool {
        var buffer: UInt32 = 0
        var bits: UInt32 = 0
        var digits = 0
        var paddings = 0
        for index in text.indices {
            let character = text[index]
            if isPadded, character == Self.padding {
                paddings += 1
                continue
            }
            guard paddings == 0, let value = value(of: character) else { return false }
            digits += 1
            buffer = (buffer << 6 | value) & 0xFFFF
            bits += 6
            guard bits >= 8 else { continue }
            bits -= 8
            take(UInt8(truncatingIfNeeded: buffer >> bits))
        }
        // A single character holds no byte, and padding fills four.
        guard digits % 4 != 1, !isPadded || paddings == (4 - digits % 4) % 4 else { return false }
        return acceptsSpareBits || buffer & (1 << bits - 1) == 0
    }

    private func append(_ value: UInt32, isThere: Bool, to text: inout [UInt8]) {
        if isThere {
            text.append(character(value))
        } else if isPadded {
            text.append(Self.padding)
        }
    }

    private func character(_ value: UInt32) -> UInt8 {
        let value = UInt8(truncatingIfNeeded: value)
        return switch value {
        case 0..<26: UInt8(ascii: "A") + value
        case 26..<52: UInt8(ascii: "a") + value - 26
        case 52..<62: UInt8(ascii: "0") + value - 52
        case 62: mark62
        default: mark63
        }
    }

    private func value(of character: UInt8) -> UInt32? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character - UInt8(ascii: "0")) + 52
        case mark62: 62
        case mark63: 63
        default: nil
        }
    }
}
