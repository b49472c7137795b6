/// Strings of JSON, RFC 8259, section 7.
package enum JSONText {
    /// Appends `text` as a JSON string, quotation marks included. Only what must be escaped is.
    /// - Parameter namesControls: whether line feed, carriage return and tab have their short
    ///   escapes, `\n`, `\r` and `\t`; else they are numbers as the other controls are.
    package static func append(
        _ text: String, namingControls namesControls: Bool = true, to bytes: inout [UInt8]
    ) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
            case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
            case UInt8(ascii: "\n") where namesControls: bytes.append(contentsOf: "\\n".utf8)
            case UInt8(ascii: "\r") where namesControls: bytes.append(contentsOf: "\\r".utf8)
            case UInt8(ascii: "\t") where namesControls: bytes.append(contentsOf: "\\t".utf8)
            case 0..<0x20:
                bytes.append(contentsOf: "\\u00".utf8)
                Hexadecimal.append(byte, to: &bytes)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// `text` as a JSON string, quotation marks included.
    package static func quoted(_ text: String, namingControls: Bool = true) -> String {
        var bytes: [UInt8] = []
        append(text, namingControls: namingControls, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
