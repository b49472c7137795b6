/// Which addresses are of the public Internet.
///
/// A name that somebody else chose may lead anywhere: to this machine, to a neighbour, or to the
/// service from which a cloud's machines get their credentials. So the address is looked at that is
/// connected to, after the name was resolved.
///
/// Sources: IANA IPv4 and IPv6 Special-Purpose Address Registries.
/// <https://www.iana.org/assignments/iana-ipv4-special-registry/iana-ipv4-special-registry.xhtml>
/// <https://www.iana.org/assignments/iana-ipv6-special-registry/iana-ipv6-special-registry.xhtml>
package enum PublicAddress {
    /// Whether an address of 4 or 16 bytes, the most significant first, is a public one. Of IPv6
    /// these are global unicast addresses, none of which stands for an address of IPv4.
    package static func isPublic(_ bytes: [UInt8]) -> Bool {
        switch bytes.count {
        case 4: !special4.contains { $0.contains(bytes) }
        case 16: bytes[0] & 0xE0 == 0x20 && !special6.contains { $0.contains(bytes) }
        default: false
        }
    }

    /// Whether an address of 4 or 16 bytes never leads away from this machine: 127.0.0.0/8 and ::1.
    package static func isOfThisMachine(_ bytes: [UInt8]) -> Bool {
        switch bytes.count {
        case 4: bytes[0] == 127
        case 16: bytes == [UInt8](repeating: 0, count: 15) + [1]
        default: false
        }
    }

    private struct Range {
        let first: [UInt8]
        let bits: Int

        init(_ first: [UInt8], _ bits: Int) {
            self.first = first
            self.bits = bits
        }

        func contains(_ bytes: [UInt8]) -> Bool {
            (0..<bits).allSatisfy { bit in
                let mask = UInt8(0x80) >> UInt8(bit % 8)
                let ours = bit / 8 < first.count ? first[bit / 8] : 0
                return ours & mask == bytes[bit / 8] & mask
            }
        }
    }

    private static let special4 = [
        Range([0], 8), Range([10], 8), Range([100, 64], 10), Range([127], 8),
        Range([169, 254], 16), Range([172, 16], 12), Range([192, 0, 0], 24),
        Range([192, 0, 2], 24), Range([192, 88, 99], 24), Range([192, 168], 16),
        Range([198, 18], 15), Range([198, 51, 100], 24), Range([203, 0, 113], 24),
        Range([224], 4), Range([240], 4),
    ]

    /// Of 2000::/3: protocol assignments with Teredo, documentation, and 6to4.
    private static let special6 = [
        Range([0x20, 0x01, 0x00], 23), Range([0x20, 0x01, 0x0D, 0xB8], 32),
        Range([0x20, 0x02], 16), Range([0x3F, 0xFF, 0x00], 20),
    ]
}
