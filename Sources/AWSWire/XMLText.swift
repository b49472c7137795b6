/// Text inside an XML element or attribute.
package enum XMLText {
    /// The bytes that a text has as XML; 0 for none.
    package static func size(of text: String?) -> Int {
        var size = 0
        for byte in (text ?? "").utf8 {
            switch byte {
            case UInt8(ascii: "\""): size += 6
            case UInt8(ascii: "&"), 0x0D: size += 5
            case UInt8(ascii: "<"), UInt8(ascii: ">"): size += 4
            case 0x09, 0x0A: size += 1
            case 0..<0x20: size += 3
            default: size += 1
            }
        }
        return size
    }

    /// Appends `text` with `<`, `>`, `&` and `"` as entities.
    ///
    /// A carriage return is written as a reference, because a parser would read it as a line feed.
    /// XML 1.0 cannot hold the other control characters, U+FFFE and U+FFFF in any spelling (section
    /// 2.2); each is written as U+FFFD, the replacement character, so that the rest can be read.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": bytes.append(contentsOf: "&lt;".utf8)
            case ">": bytes.append(contentsOf: "&gt;".utf8)
            case "&": bytes.append(contentsOf: "&amp;".utf8)
            case "\"": bytes.append(contentsOf: "&quot;".utf8)
            case "\r": bytes.append(contentsOf: "&#xD;".utf8)
            case "\t", "\n": bytes.append(UInt8(scalar.value))
            case "\0"..<" ", "\u{FFFE}", "\u{FFFF}": bytes.append(contentsOf: "\u{FFFD}".utf8)
            default: bytes.append(contentsOf: scalar.utf8)
            }
        }
    }
}
