#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The part of an IPv6 address that names a network.
enum IPv6Network {
    /// The first bytes of an address, as hexadecimal text; nil for what is no IPv6 address, and for
    /// an IPv4 address in IPv6's form (`::ffff:192.0.2.1`).
    /// - Parameter bits: 0 to 128, a multiple of 8.
    static func prefix(bits: Int, of text: String) -> String? {
        var address = in6_addr()
        guard inet_pton(AF_INET6, text, &address) == 1 else { return nil }
        let bytes = withUnsafeBytes(of: &address) { Array($0) }
        guard Array(bytes.prefix(12)) != Array(repeating: 0, count: 10) + [0xFF, 0xFF] else {
            return nil
        }
        return bytes.prefix(bits / 8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
