import IAMIdentifiers

/// The text of an audit record, which is written without spaces, as it is read.
enum RecordText {
    /// A longer record stays in one line.
    static let longest = 65_536

    /// The same JSON with each member on a line of its own.
    static func indented(_ json: String) -> String {
        guard json.utf8.count <= longest else { return json }
        var text: [UInt8] = []
        var depth = 0
        var isInString = false
        var isEscaped = false
        var previous: UInt8 = 0
        func line() -> [UInt8] { [10] + Array(repeating: 32, count: 2 * depth) }
        for byte in json.utf8 {
            if isInString {
                text.append(byte)
                if !isEscaped, byte == UInt8(ascii: "\"") { isInString = false }
                isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
            } else {
                // What is empty stays together.
                let isOpened = previous == UInt8(ascii: "{") || previous == UInt8(ascii: "[")
                let isClosing = byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
                if isClosing { depth -= 1 }
                if isOpened != isClosing { text += line() }
                text.append(byte)
                switch byte {
                case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
                case UInt8(ascii: ","): text += line()
                case UInt8(ascii: ":"): text.append(32)
                case UInt8(ascii: "\""): isInString = true
                default: break
                }
            }
            previous = byte
        }
        return String(decoding: text, as: UTF8.self)
    }
}
