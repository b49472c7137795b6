import IAMIdentifiers

/// A host and perhaps a port, as the header field `Host` and a URL name them:
/// `id.example.com:8426`, `[::1]`.
///
/// Read by bytes. What is no host is refused: an empty one, user information, anything but letters,
/// digits, `-`, `.` and `_` in a name, anything but an address within brackets.
///
/// Source: RFC 3986 §3.2, RFC 9110 §7.2.
package struct Authority: Sendable, Hashable {
    /// A name, an IPv4 address, or an IPv6 address in its brackets. ASCII, in lower case, never
    /// empty.
    package let host: String
    /// Nil without one.
    package let port: UInt16?

    /// Bytes of a host at most: the longest name of the DNS, with a dot at its end.
    private static let longestHost = 254

    /// Reads the text of an authority; nil for anything else.
    package init?(_ text: String) {
        let bytes = Array(text.utf8.prefix(Self.longestHost + 7))
        guard bytes.count == text.utf8.count else { return nil }
        let end: Int
        if bytes.first == UInt8(ascii: "[") {
            guard let bracket = bytes.firstIndex(of: UInt8(ascii: "]")),
                bytes[1..<bracket].contains(UInt8(ascii: ":")),
                bytes[1..<bracket].allSatisfy(Self.isAddressByte)
            else { return nil }
            end = bracket + 1
        } else {
            end = bytes.firstIndex(of: UInt8(ascii: ":")) ?? bytes.count
            guard bytes[..<end].allSatisfy(Self.isNameByte) else { return nil }
        }
        guard 1...Self.longestHost ~= end else { return nil }
        host = String(decoding: bytes[..<end], as: UTF8.self).asciiLowercased
        if end == bytes.count {
            port = nil
        } else {
            let digits = bytes[(end + 1)...]
            guard bytes[end] == UInt8(ascii: ":"),
                digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
                let port = UInt16(String(decoding: digits, as: UTF8.self))
            else { return nil }
            self.port = port
        }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private static func isAddressByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ":"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}
