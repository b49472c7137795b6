import IAMIdentifiers

/// Where the server listens: a host name or address, and a TCP port.
package struct ListenAddress: Sendable, Hashable, CustomStringConvertible {
    /// A name or an IP address; an IPv6 address stands without its brackets.
    package let host: String
    /// 0…65535. With 0 the system chooses a free port.
    package let port: Int

    /// `127.0.0.1:8426`, where Gatehouse is found unless told otherwise.
    package static let standard = ListenAddress(host: "127.0.0.1", port: 8_426)

    package init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    /// Reads `HOST:PORT` or `[IPV6]:PORT`; nil for anything else.
    package init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":") else { return nil }
        let digits = text[text.index(after: colon)...]
        var host = text[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = host.dropFirst().dropLast()
            guard IPAddress(String(host))?.isVersion6 == true else { return nil }
        } else if host.contains(":") {
            return nil
        }
        guard !host.isEmpty, host.utf8.allSatisfy({ 0x21...0x7E ~= $0 }),
            digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
            let port = UInt16(digits)
        else { return nil }
        self.init(host: String(host), port: Int(port))
    }

    /// Whether only programs on this machine can reach it. A name other than `localhost` is taken
    /// to be reachable from outside, whatever it resolves to.
    package var isLoopback: Bool {
        host.lowercased() == "localhost" || IPAddress(host)?.isLoopback == true
    }

    package var description: String {
        host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
}

extension ListenAddress {
    /// Where a browser on this machine finds the server: by name where the address is loopback, so
    /// that `ACCOUNT.signin.localhost` leads to the same place.
    /// - Parameter isSecure: whether TLS is spoken there.
    package func url(isSecure: Bool) -> String {
        "\(isSecure ? "https" : "http")://\(isLoopback ? ListenAddress(host: "localhost", port: port) : self)"
    }
}
