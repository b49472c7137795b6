import IAMIdentifiers

/// A range of addresses: `10.0.0.0/8`, `fd00::/8`, or one address by itself.
package struct IPNetwork: Hashable, Sendable, CustomStringConvertible {
    let address: IPAddress
    /// How many leading bits must agree: 0…32 or 0…128.
    let prefix: Int

    /// Reads an address, or an address and a prefix length. Bits beyond the prefix must be zero:
    /// `10.1.2.3/8` is more likely a mistake than a wish to trust sixteen million addresses.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let address = IPAddress(String(parts[0])) else { return nil }
        let width = address.bytes.count * 8
        self.address = address
        if parts.count == 2 {
            guard parts[1].utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let prefix = Int(parts[1]),
                prefix <= width
            else { return nil }
            self.prefix = prefix
        } else {
            self.prefix = width
        }
        let isExact = address.bytes.indices.allSatisfy {
            address.bytes[$0] & ~Self.mask(prefix: self.prefix, byte: $0) == 0
        }
        guard isExact else { return nil }
    }

    func contains(_ other: IPAddress) -> Bool {
        other.bytes.count == address.bytes.count
            && address.bytes.indices.allSatisfy {
                (other.bytes[$0] ^ address.bytes[$0]) & Self.mask(prefix: prefix, byte: $0) == 0
            }
    }

    /// The bits of byte `byte` that the first `prefix` bits of an address reach.
    private static func mask(prefix: Int, byte: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: 0xFF00 >> min(8, max(0, prefix - byte * 8)))
    }

    package var description: String { "\(address)/\(prefix)" }
}
