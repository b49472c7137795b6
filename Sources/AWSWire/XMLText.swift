import IAMIdentifiers

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
        bytes.append(text, escaping: needsEscape) { rest, bytes in
            switch rest[rest.startIndex] {
            case UInt8(ascii: "<"): bytes.append("&lt;")
            case UInt8(ascii: ">"): bytes.append("&gt;")
            case UInt8(ascii: "&"): bytes.append("&amp;")
            case UInt8(ascii: "\""): bytes.append("&quot;")
            case UInt8(ascii: "\r"): bytes.append("&#xD;")
            case firstOfNoCharacter:
                guard rest.starts(with: "\u{FFFE}".utf8) || rest.starts(with: "\u{FFFF}".utf8)
                else {
                    bytes.append(firstOfNoCharacter)
                    return 1
                }
                bytes.append("\u{FFFD}")
                return 3
            default: bytes.append("\u{FFFD}")
            }
            return 1
        }
    }

    /// The first byte of U+FFFE and U+FFFF, and of others.
    private static let firstOfNoCharacter: UInt8 = 0xEF

    private static func needsEscape(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\t"), UInt8(ascii: "\n"): false
        case 0..<0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"),
            UInt8(ascii: "\""), firstOfNoCharacter:
            true
        default: false
        }
    }
}
