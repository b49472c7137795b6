import IAMIdentifiers

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
    init?(_ text: Span<UInt8>) {
        guard let (address, width, prefix) = IPAddressReader.range(text) else { return nil }
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
