import Glibc

/// An IPv4 or IPv6 address.
struct IPAddress: Hashable, Sendable, CustomStringConvertible {
    /// Four bytes or sixteen, the most significant first.
    let bytes: [UInt8]

    /// Reads the usual text of an address, without port, brackets or zone.
    ///
    /// An IPv4 address mapped into IPv6 (`::ffff:192.0.2.1`) is taken as the IPv4 address it is, so
    /// that one peer has one name whichever socket it came through.
    init?(_ text: String) {
        if let bytes = Self.parse(text, family: AF_INET, size: 4) {
            self.bytes = bytes
        } else if let bytes = Self.parse(text, family: AF_INET6, size: 16) {
            let isMapped =
                bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10...11] == [0xFF, 0xFF]
            self.bytes = isMapped ? Array(bytes[12...]) : bytes
        } else {
            return nil
        }
    }

    var isVersion6: Bool { bytes.count == 16 }

    /// `127.0.0.0/8` or `::1`.
    var isLoopback: Bool {
        isVersion6 ? bytes.dropLast().allSatisfy { $0 == 0 } && bytes.last == 1 : bytes[0] == 127
    }

    /// What one household or machine commonly has for itself: an IPv4 address, or the first 64 bits
    /// of an IPv6 address with zeros after them. Source: RFC 6177 §2, RFC 4291 §2.5.1.
    var endSite: IPAddress {
        isVersion6 ? IPAddress(bytes: bytes.prefix(8) + [UInt8](repeating: 0, count: 8)) : self
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    var description: String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        inet_ntop(isVersion6 ? AF_INET6 : AF_INET, bytes, &text, socklen_t(text.count))
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    private static func parse(_ text: String, family: CInt, size: Int) -> [UInt8]? {
        guard !text.utf8.contains(0) else { return nil }
        var bytes = [UInt8](repeating: 0, count: size)
        return inet_pton(family, text, &bytes) == 1 ? bytes : nil
    }
}
