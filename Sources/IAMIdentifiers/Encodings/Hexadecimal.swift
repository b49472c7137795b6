/// Bytes as hexadecimal digits, two for each.
@usableFromInline
package enum Hexadecimal {
    /// Adds `bytes` in lower case. It is not generic, since signatures run it: generic, it took a
    /// tenth of their time.
    package static func append(_ bytes: UnsafeRawBufferPointer, to text: inout [UInt8]) {
        let start = text.count
        text += repeatElement(0, count: 2 * bytes.count)
        for (index, byte) in bytes.enumerated() {
            text[start + 2 * index] = digit(byte >> 4, ten: UInt8(ascii: "a"))
            text[start + 2 * index + 1] = digit(byte & 15, ten: UInt8(ascii: "a"))
        }
    }

    /// Adds one byte in lower case.
    static func append(_ byte: UInt8, to text: inout [UInt8]) {
        text.append(digit(byte >> 4, ten: UInt8(ascii: "a")))
        text.append(digit(byte & 15, ten: UInt8(ascii: "a")))
    }

    /// `bytes` in lower case.
    package static func text(of bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        Array(bytes).withUnsafeBytes { append($0, to: &text) }
        return String(decoding: text, as: UTF8.self)
    }

    /// The bytes, or nil unless `text` is an even number of digits in lower case.
    @inlinable
    package static func bytes(of text: String) -> [UInt8]? { bytes(of: Array(text.utf8)[...]) }

    /// The same of the bytes of a text.
    @inlinable
    package static func bytes(of digits: ArraySlice<UInt8>) -> [UInt8]? {
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count / 2)
        for index in stride(from: digits.startIndex, to: digits.endIndex, by: 2) {
            guard let high = lowercaseValue(of: digits[index]),
                let low = lowercaseValue(of: digits[index + 1])
            else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }

    /// The value of one digit in lower case; nil for any other character.
    @inlinable
    static func lowercaseValue(of digit: UInt8) -> UInt8? {
        UInt8(ascii: "A")...UInt8(ascii: "F") ~= digit ? nil : value(of: digit)
    }

    /// The value of one digit in either case; nil for any other character.
    @inlinable
    package static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }

    /// The digit of a value below 16.
    /// - Parameter ten: the letter for ten, `a` or `A`.
    @inlinable
    package static func digit(_ value: UInt8, ten: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : ten + value - 10
    }
}
