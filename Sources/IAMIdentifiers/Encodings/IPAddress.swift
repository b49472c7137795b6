/// An IPv4 or IPv6 address.
///
/// An IPv4 address in its IPv6 form, `::ffff:192.0.2.1`, is that IPv4 address: a server that
/// listens on both families sees it so.
///
/// Source: RFC 4291, section 2.2. <https://www.rfc-editor.org/rfc/rfc4291#section-2.2>
package struct IPAddress: Hashable, Sendable {
    /// Four bytes or sixteen, the most significant first.
    package let bytes: [UInt8]

    /// Reads the usual text of an address, without port, brackets or zone.
    package init?(_ text: String) {
        let text = Array(text.utf8)
        guard !text.contains(UInt8(ascii: "/")),
            let (bits, width, _) = IPAddressReader.range(text.span)
        else { return nil }
        let isVersion4 = width == 32 || bits >> 32 == 0xFFFF
        bytes = stride(from: isVersion4 ? 24 : 120, through: 0, by: -8).map {
            UInt8(truncatingIfNeeded: bits >> UInt128($0))
        }
    }

    package init(bytes: [UInt8]) { self.bytes = bytes }

    package var isVersion6: Bool { bytes.count == 16 }
}

/// Reads the text of an address or a range from its front to its end, copying nothing.
///
/// Source: RFC 4632 (CIDR), RFC 4291 section 2.2 (text of IPv6 addresses).
package struct IPAddressReader {
    private var rest: Slice<UnsafeBufferPointer<UInt8>>

    /// An address in the lowest 32 or 128 bits, or one with a slash and the number of its first
    /// bits that count; nil for any other text. Allocates nothing.
    package static func range(
        _ text: Span<UInt8>
    ) -> (address: UInt128, width: Int, prefix: Int)? {
        text.withUnsafeBufferPointer { bytes in
            var reader = IPAddressReader(rest: bytes[...])
            return reader.range()
        }
    }

    private mutating func range() -> (address: UInt128, width: Int, prefix: Int)? {
        var width = 32
        let address: UInt128
        if rest.contains(UInt8(ascii: ":")) {
            width = 128
            guard let bits = ipv6() else { return nil }
            address = bits
        } else {
            guard let bits = ipv4() else { return nil }
            address = UInt128(bits)
        }
        var prefix = width
        if take("/") {
            guard let length = decimal(atMost: UInt32(width)) else { return nil }
            prefix = Int(length)
        }
        return rest.isEmpty ? (address, width, prefix) : nil
    }

    /// Four numbers to 255, without leading zeros, which some read as octal.
    private mutating func ipv4() -> UInt32? {
        var address: UInt32 = 0
        for index in 0..<4 {
            guard index == 0 || take("."), let byte = decimal(atMost: 255) else { return nil }
            address = address << 8 | byte
        }
        return address
    }

    /// Eight groups of hexadecimal digits, a run of zero groups given as `::`, the last two perhaps
    /// written as an IPv4 address.
    private mutating func ipv6() -> UInt128? {
        var head: UInt128 = 0
        var tail: UInt128 = 0
        var count = 0
        var tailCount = 0
        var hasGap = false
        if take(":") {
            guard take(":") else { return nil }
            hasGap = true
        }
        while let next = rest.first, next != UInt8(ascii: "/") {
            guard count < 8 else { return nil }
            var group: UInt128
            var width = 1
            if isIPv4Next {
                guard let bits = ipv4() else { return nil }
                group = UInt128(bits)
                width = 2
            } else {
                guard let bits = hexadecimal() else { return nil }
                group = UInt128(bits)
            }
            count += width
            if hasGap {
                tail = tail << UInt128(16 * width) | group
                tailCount += width
            } else {
                head = head << UInt128(16 * width) | group
            }
            if rest.isEmpty || rest.first == UInt8(ascii: "/") { break }
            guard width == 1, take(":") else { return nil }
            if take(":") {
                guard !hasGap else { return nil }
                hasGap = true
            } else if rest.isEmpty || rest.first == UInt8(ascii: "/") {
                return nil
            }
        }
        guard hasGap ? count < 8 : count == 8 else { return nil }
        let headShift = 16 * (8 - (count - tailCount))
        return (headShift == 128 ? 0 : head << UInt128(headShift)) | tail
    }

    /// Whether the group that comes next holds a full stop.
    private var isIPv4Next: Bool {
        for byte in rest {
            if byte == UInt8(ascii: ".") { return true }
            if byte == UInt8(ascii: ":") || byte == UInt8(ascii: "/") { return false }
        }
        return false
    }

    /// One to three digits without a leading zero.
    private mutating func decimal(atMost limit: UInt32) -> UInt32? {
        var value: UInt32 = 0
        var count = 0
        while let byte = rest.first, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte {
            guard count < 3, !(count == 1 && value == 0) else { return nil }
            value = value * 10 + UInt32(byte - UInt8(ascii: "0"))
            count += 1
            rest = rest.dropFirst()
        }
        return count > 0 && value <= limit ? value : nil
    }

    /// One to four hexadecimal digits.
    private mutating func hexadecimal() -> UInt32? {
        var value: UInt32 = 0
        var count = 0
        while let digit = rest.first.flatMap({ Hexadecimal.value(of: $0) }) {
            guard count < 4 else { return nil }
            value = value << 4 | UInt32(digit)
            count += 1
            rest = rest.dropFirst()
        }
        return count > 0 ? value : nil
    }

    private mutating func take(_ byte: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: byte) else { return false }
        rest = rest.dropFirst()
        return true
    }
}
