#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The part of an IPv6 address that names a network.
enum IPv6Network {
    /// The first 64 bits of an address, as hexadecimal text; nil for what is no IPv6 address, and
    /// for an IPv4 address in IPv6's form (`::ffff:192.0.2.1`).
    ///
    /// Source: RFC 4291, section 2.5.4: an interface's identifier is the last 64 bits.
    /// <https://www.rfc-editor.org/rfc/rfc4291#section-2.5.4>
    static func prefix64(of text: String) -> String? {
        var address = in6_addr()
        guard inet_pton(AF_INET6, text, &address) == 1 else { return nil }
        let bytes = withUnsafeBytes(of: &address) { Array($0) }
        guard Array(bytes.prefix(12)) != Array(repeating: 0, count: 10) + [0xFF, 0xFF] else {
            return nil
        }
        return bytes.prefix(8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
