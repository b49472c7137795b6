import IAMIdentifiers

extension IPAddressRange {
    /// The ranges that are not of the Internet.
    ///
    /// Source: RFC 1918 (private), RFC 6598 (shared), RFC 3927 (link-local), RFC 1122 (loopback),
    /// RFC 4193 and RFC 4291 (the same of IPv6).
    private static let privateRanges = [
        "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16",
        "127.0.0.0/8", "fc00::/7", "fe80::/10", "::1",
    ].compactMap { IPAddressRange(Array($0.utf8).span) }

    /// Whether no address of the range is of the Internet.
    var isPrivate: Bool { Self.privateRanges.contains { $0.contains(self) } }

    /// How the range is written with zeros behind its prefix, or nil when `text` is written so, or
    /// is of IPv6, whose addresses have many forms.
    func networkText(unlike text: String) -> String? {
        let parts = text.parts(at: "/", keepingEmpty: false)
        guard parts.count == 2, let prefix = Int(parts[1]), (0...32).contains(prefix) else {
            return nil
        }
        let bytes = parts[0].parts(at: ".", keepingEmpty: false).compactMap { UInt32($0) }
        guard bytes.count == 4 else { return nil }
        let address = bytes.reduce(0) { $0 << 8 | $1 }
        let network = prefix == 0 ? 0 : address & (UInt32.max << UInt32(32 - prefix))
        guard network != address else { return nil }
        let text = stride(from: 24, through: 0, by: -8).map { "\(network >> UInt32($0) & 255)" }
        return "\(text.joined(separator: "."))/\(prefix)"
    }
}
