import IAMIdentifiers

/// The URL of an issuer of tokens: `https://`, a host, and maybe a path.
///
/// The URL should not contain a port number, says AWS; one is taken if the operator names the
/// issuer. Nothing is normalised: tokens name their issuer by these bytes.
///
/// Source: IAM API Reference, CreateOpenIDConnectProvider, "Url".
/// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html>
package struct IssuerURL: Sendable, Hashable {
    package let text: String
    /// A name or an address; an address of IPv6 has its brackets.
    package let host: String
    /// 443 where the URL names none.
    package let port: Int
    /// Empty, or begins with a slash.
    package let path: String

    package static let scheme = "https://"
    package static let longest = 255

    /// - Parameter longest: bytes of the URL at most.
    /// - Returns: nil for other text, such as one with a query, a fragment or a user's name.
    package init?(_ text: String, longest: Int = longest) {
        guard text.utf8.count <= longest, text.begins(with: Self.scheme) else { return nil }
        let rest = text.utf8.dropFirst(Self.scheme.utf8.count)
        let path = rest.firstIndex(of: UInt8(ascii: "/")).map { rest[$0...] } ?? rest.suffix(0)
        let authority = String(decoding: rest.prefix(rest.count - path.count), as: UTF8.self)
        guard path.allSatisfy(Self.isPathByte), let (host, port) = Self.parts(of: authority)
        else { return nil }
        self.text = text
        self.host = host
        self.port = port ?? 443
        self.path = String(decoding: path, as: UTF8.self)
        hasPort = port != nil
    }

    /// Whether the URL itself names a port.
    package let hasPort: Bool

    private static func parts(of authority: String) -> (host: String, port: Int?)? {
        let end = authority.utf8.lastIndex(of: UInt8(ascii: "]"))
        let after = end.map { authority.utf8.index(after: $0) } ?? authority.utf8.startIndex
        let host: Substring
        var port: Int?
        if let colon = authority.utf8[after...].firstIndex(of: UInt8(ascii: ":")) {
            host = authority[..<colon]
            let digits = authority.utf8[colon...].dropFirst()
            guard 1...5 ~= digits.count, digits.allSatisfy({ 0x30...0x39 ~= $0 }),
                let number = Int(String(decoding: digits, as: UTF8.self)), 1...65_535 ~= number
            else { return nil }
            port = number
        } else {
            host = authority[...]
        }
        guard !host.isEmpty else { return nil }
        if end != nil {
            let inner = host.utf8.dropFirst().dropLast()
            guard host.utf8.first == UInt8(ascii: "["), host.utf8.last == UInt8(ascii: "]"),
                inner.allSatisfy({ isHexadecimal($0) || $0 == 0x3A || $0 == 0x2E })
            else { return nil }
        } else {
            guard host.utf8.allSatisfy(isHostByte), host.utf8.first != UInt8(ascii: ".") else {
                return nil
            }
        }
        return (String(host), port)
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        let letter = byte.asciiLowercased
        return 0x30...0x39 ~= byte || UInt8(ascii: "a")...UInt8(ascii: "z") ~= letter
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        0x30...0x39 ~= byte || UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte.asciiLowercased
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    /// What a path may have; no wildcard of policies is among it.
    private static func isPathByte(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || "-._~/:@!&'()+,;=%".utf8.contains(byte)
    }
}
