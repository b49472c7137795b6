/// Strings of JSON, RFC 8259, section 7.
package enum JSONText {
    /// Appends `text` as a JSON string, quotation marks included. Only what must be escaped is.
    /// - Parameter namesControls: whether line feed, carriage return and tab have their short
    ///   escapes, `\n`, `\r` and `\t`; else they are numbers as the other controls are.
    package static func append(
        _ text: String, namingControls namesControls: Bool = true, to bytes: inout [UInt8]
    ) {
        bytes.append(UInt8(ascii: "\""))
        bytes.append(text, escaping: needsEscape) { rest, bytes in
            switch rest[rest.startIndex] {
            case UInt8(ascii: "\""): bytes.append("\\\"")
            case UInt8(ascii: "\\"): bytes.append("\\\\")
            case UInt8(ascii: "\n") where namesControls: bytes.append("\\n")
            case UInt8(ascii: "\r") where namesControls: bytes.append("\\r")
            case UInt8(ascii: "\t") where namesControls: bytes.append("\\t")
            case let byte:
                bytes.append("\\u00")
                Hexadecimal.append(byte, to: &bytes)
            }
            return 1
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    /// `text` as a JSON string, quotation marks included.
    package static func quoted(_ text: String, namingControls: Bool = true) -> String {
        var bytes: [UInt8] = []
        append(text, namingControls: namingControls, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
