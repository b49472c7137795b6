/// Text inside an XML element or attribute.
enum XMLText {
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
