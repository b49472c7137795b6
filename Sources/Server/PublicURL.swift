/// Where clients reach the server from outside: `https://id.example.com`. Sign-in and setup links
/// are made from it.
package struct PublicURL: Sendable, Hashable, CustomStringConvertible {
    package let isSecure: Bool
    /// A name or address; an IPv6 address with its brackets.
    package let host: String
    /// Nil when the scheme's own port is meant.
    package let port: Int?

    package init(isSecure: Bool, host: String, port: Int?) {
        self.isSecure = isSecure
        self.host = host
        self.port = port
    }

    /// Reads `http://HOST[:PORT]` or `https://HOST[:PORT]`. A path other than `/`, a query or user
    /// information is refused: the console needs the whole of a host.
    package init?(_ text: String) {
        let schemes = [("https://", 443), ("http://", 80)]
        guard let (scheme, usual) = schemes.first(where: { text.hasPrefix($0.0) }) else {
            return nil
        }
        var authority = text.dropFirst(scheme.count)
        if authority.hasSuffix("/") { authority = authority.dropLast() }
        let hasPort = authority.last != "]" && authority.contains(":")
        guard
            let address = ListenAddress(hasPort ? String(authority) : "\(authority):\(usual)"),
            address.port > 0, address.host.utf8.allSatisfy(Self.isHostByte)
        else { return nil }
        isSecure = scheme == "https://"
        host = address.host.contains(":") ? "[\(address.host)]" : address.host.lowercased()
        port = address.port == usual ? nil : address.port
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: ":"):
            true
        default: false
        }
    }

    /// Whether it leads to the machine that asks.
    var isOfThisMachine: Bool {
        let isVersion6 = host.hasPrefix("[")
        let name = isVersion6 ? String(host.dropFirst().dropLast()) : host
        return ListenAddress(host: name, port: 0).isLoopback
    }

    package var description: String {
        (isSecure ? "https://" : "http://") + host + (port.map { ":\($0)" } ?? "")
    }
}
