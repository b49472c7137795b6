import Glibc
package import IAMIdentifiers

extension IPAddress {
    /// `127.0.0.0/8` or `::1`.
    var isLoopback: Bool {
        isVersion6 ? bytes.dropLast().allSatisfy { $0 == 0 } && bytes.last == 1 : bytes[0] == 127
    }

    /// What one household or machine commonly has for itself: an IPv4 address, or the first 64 bits
    /// of an IPv6 address with zeros after them. Source: RFC 6177 §2, RFC 4291 §2.5.1.
    var endSite: IPAddress {
        isVersion6 ? IPAddress(bytes: bytes.prefix(8) + [UInt8](repeating: 0, count: 8)) : self
    }
}

extension IPAddress: CustomStringConvertible {
    package var description: String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        inet_ntop(isVersion6 ? AF_INET6 : AF_INET, bytes, &text, socklen_t(text.count))
        return String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
