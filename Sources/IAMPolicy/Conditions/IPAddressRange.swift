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
    init?(_ text: String) {
        let parts = text.utf8.split(
            separator: UInt8(ascii: "/"), maxSplits: 1, omittingEmptySubsequences: false)
        let address: UInt128
        var width = 32
        if let bits = Self.ipv4(parts[0][...]) {
            address = UInt128(bits)
        } else if let bits = Self.ipv6(parts[0][...]) {
            width = 128
            address = bits
        } else {
            return nil
        }
        var prefix = width
        if parts.count == 2 {
            guard let length = Self.decimal(parts[1], atMost: width) else { return nil }
            prefix = length
        }
        if width == 128, prefix >= 96, address >> 32 == 0xFFFF {
            width = 32
            prefix -= 96
        }
        self.width = width
        self.prefix = prefix
        let mask = Self.mask(width: width, prefix: prefix)
        self.address = address & mask
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

// Reading the text of addresses.
extension IPAddressRange {
    /// Four numbers to 255, without leading zeros, which some read as octal.
    private static func ipv4(_ text: Substring.UTF8View) -> UInt32? {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var address: UInt32 = 0
        for part in parts {
            guard let byte = decimal(part, atMost: 255) else { return nil }
            address = address << 8 | UInt32(byte)
        }
        return address
    }

    /// Eight groups of hexadecimal digits, a run of zero groups given as `::`, the last two perhaps
    /// written as an IPv4 address.
    private static func ipv6(_ text: Substring.UTF8View) -> UInt128? {
        let bytes = Array(text)
        guard let gap = bytes.indices.first(where: { bytes[$0...].starts(with: "::".utf8) }) else {
            guard let groups = groups(text), groups.count == 8 else { return nil }
            return number(groups)
        }
        let middle = text.index(text.startIndex, offsetBy: gap)
        guard let head = groups(text[..<middle], mayEndInIPv4: false),
            let tail = groups(text[middle...].dropFirst(2)), head.count + tail.count < 8
        else { return nil }
        let zeros = [UInt16](repeating: 0, count: 8 - head.count - tail.count)
        return number(head + zeros + tail)
    }

    private static func groups(
        _ text: Substring.UTF8View, mayEndInIPv4: Bool = true
    ) -> [UInt16]? {
        if text.isEmpty { return [] }
        var parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        var tail: [UInt16] = []
        if mayEndInIPv4, let last = parts.last, let bits = ipv4(last) {
            parts.removeLast()
            tail = [UInt16(bits >> 16), UInt16(bits & 0xFFFF)]
        }
        var groups: [UInt16] = []
        for part in parts {
            guard (1...4).contains(part.count), part.allSatisfy({ $0 != UInt8(ascii: "+") }),
                let group = UInt16(Substring(part), radix: 16)
            else { return nil }
            groups.append(group)
        }
        return groups + tail
    }

    private static func number(_ groups: [UInt16]) -> UInt128 {
        groups.reduce(0) { $0 << 16 | UInt128($1) }
    }

    /// One to three digits without a leading zero.
    private static func decimal(_ text: Substring.UTF8View, atMost limit: Int) -> Int? {
        guard (1...3).contains(text.count),
            text.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
            text.count == 1 || text.first != UInt8(ascii: "0"),
            let number = Int(Substring(text)), number <= limit
        else { return nil }
        return number
    }
}
