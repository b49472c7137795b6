/// An IPv4 or IPv6 address, or all addresses with the same first bits, in CIDR notation.
///
/// An IPv4 address in its IPv6 form, `::ffff:192.0.2.1`, is that IPv4 address: a server that
/// listens on both families sees it so.
///
/// Source: RFC 4632 (CIDR), RFC 4291 section 2.2 (text of IPv6 addresses).
struct IPAddressRange: Hashable, Sendable {
    /// 32 or 128.
    private let width: Int
    /// How many of the first bits count.
    private let prefix: Int
    /// The address in the lowest `width` bits, the bits that do not count cleared.
    private let address: UInt128

    /// A range from `192.0.2.0/24` or `2001:db8::/32`, or one address; nil for anything else.
    init?(_ text: some RandomAccessCollection<UInt8>) {
        var reader = AddressReader(text)
        guard let (address, width, prefix) = reader.range() else { return nil }
        if width == 128, prefix >= 96, address >> 32 == 0xFFFF {
            self.width = 32
            self.prefix = prefix - 96
        } else {
            self.width = width
            self.prefix = prefix
        }
        self.address = address & Self.mask(width: self.width, prefix: self.prefix)
    }

    /// Whether every address of another range is in this one.
    func contains(_ other: IPAddressRange) -> Bool {
        width == other.width && prefix <= other.prefix
            && other.address & Self.mask(width: width, prefix: prefix) == address
    }

    private static func mask(width: Int, prefix: Int) -> UInt128 {
        let all: UInt128 = width == 32 ? 0xFFFF_FFFF : .max
        return all & (.max << UInt128(width - prefix))
    }
}

/// Reads the text of an address or a range from its front to its end, copying nothing.
private struct AddressReader<Text: RandomAccessCollection<UInt8>> {
    private var rest: Text.SubSequence

    init(_ text: Text) { rest = text[...] }

    mutating func range() -> (address: UInt128, width: Int, prefix: Int)? {
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
        while let digit = rest.first?.hexadecimalDigit {
            guard count < 4 else { return nil }
            value = value << 4 | digit
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

extension UInt8 {
    fileprivate var hexadecimalDigit: UInt32? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self - UInt8(ascii: "a")) + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self - UInt8(ascii: "A")) + 10
        default: nil
        }
    }
}
