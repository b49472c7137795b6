import IAMIdentifiers

/// Reads one JSON text, strictly.
///
/// Stricter than RFC 8259 where that leaves a choice: a name may stand once in an object, a
/// surrogate must have its other half, a string has no more than 30 combining marks in a row,
/// values nest 32 deep at most, and nothing but white space may surround the value. Foundation's
/// reader keeps no positions and the last of two equal names.
///
/// Source: RFC 8259, "The JavaScript Object Notation (JSON) Data Interchange Format".
/// <https://www.rfc-editor.org/rfc/rfc8259>
package struct JSONReader {
    package static let maximumDepth = 32

    private let bytes: [UInt8]
    private var offset = 0

    /// The value that `bytes`, which are UTF-8, hold.
    package static func read(_ bytes: [UInt8]) throws(JSONError) -> JSONNode {
        var reader = JSONReader(bytes)
        let node = try reader.value(depth: 1)
        reader.skipWhitespace()
        guard reader.offset == bytes.count else { throw JSONError(offset: reader.offset) }
        return node
    }

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    private mutating func value(depth: Int) throws(JSONError) -> JSONNode {
        skipWhitespace()
        let start = offset
        guard depth <= Self.maximumDepth else { throw JSONError(offset: start) }
        let content: JSONNode.Content
        switch peek {
        case UInt8(ascii: "{"): content = .object(try members(depth: depth))
        case UInt8(ascii: "["): content = .array(try elements(depth: depth))
        case UInt8(ascii: "\""): content = .string(try string())
        case UInt8(ascii: "t"): content = try word("true", .boolean(true))
        case UInt8(ascii: "f"): content = try word("false", .boolean(false))
        case UInt8(ascii: "n"): content = try word("null", .null)
        default: content = .number(try number())
        }
        return JSONNode(content: content, range: start..<offset)
    }

    private mutating func members(depth: Int) throws(JSONError) -> [JSONNode.Member] {
        var members: [JSONNode.Member] = []
        var names: Set<ExactText> = []
        try expect("{")
        if take("}") { return members }
        repeat {
            skipWhitespace()
            let start = offset
            let name = try string()
            guard names.insert(ExactText(name)).inserted else { throw JSONError(offset: start) }
            try expect(":")
            let node = try value(depth: depth + 1)
            members.append(JSONNode.Member(name: name, offset: start, value: node))
        } while take(",")
        try expect("}")
        return members
    }

    private mutating func elements(depth: Int) throws(JSONError) -> [JSONNode] {
        var elements: [JSONNode] = []
        try expect("[")
        if take("]") { return elements }
        repeat {
            elements.append(try value(depth: depth + 1))
        } while take(",")
        try expect("]")
        return elements
    }

    private mutating func word(
        _ word: StaticString, _ content: JSONNode.Content
    ) throws(JSONError) -> JSONNode.Content {
        let matches = word.withUTF8Buffer { bytes[offset...].starts(with: $0) }
        guard matches else { throw JSONError(offset: offset) }
        offset += word.utf8CodeUnitCount
        return content
    }

    /// `-? (0 | 1-9 digits) (. digits)? ((e|E) (+|-)? digits)?`
    private mutating func number() throws(JSONError) -> String {
        let start = offset
        takeByte("-")
        if !takeByte("0") { try digits() }
        if takeByte(".") { try digits() }
        if takeByte("e") || takeByte("E") {
            if !takeByte("+") { takeByte("-") }
            try digits()
        }
        return String(decoding: bytes[start..<offset], as: UTF8.self)
    }

    private mutating func digits() throws(JSONError) {
        let start = offset
        while let byte = peek, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { offset += 1 }
        guard offset > start else { throw JSONError(offset: offset) }
    }
}

// Strings.
extension JSONReader {
    private mutating func string() throws(JSONError) -> String {
        let start = offset
        guard takeByte("\"") else { throw JSONError(offset: offset) }
        var characters: [UInt8] = []
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                offset += 1
                let text = String(decoding: characters, as: UTF8.self)
                guard !text.hasLongCombiningRun else { throw JSONError(offset: start) }
                return text
            case UInt8(ascii: "\\"): try escape(into: &characters)
            case 0..<0x20: throw JSONError(offset: offset)
            default:
                characters.append(byte)
                offset += 1
            }
        }
        throw JSONError(offset: offset)
    }

    private mutating func escape(into characters: inout [UInt8]) throws(JSONError) {
        let start = offset
        offset += 1
        guard let letter = peek else { throw JSONError(offset: start) }
        offset += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): characters.append(letter)
        case UInt8(ascii: "b"): characters.append(0x08)
        case UInt8(ascii: "f"): characters.append(0x0C)
        case UInt8(ascii: "n"): characters.append(0x0A)
        case UInt8(ascii: "r"): characters.append(0x0D)
        case UInt8(ascii: "t"): characters.append(0x09)
        case UInt8(ascii: "u"): characters += try UTF8.encode(scalar(from: start))!  // always
        default: throw JSONError(offset: start)
        }
    }

    /// The character of one `\uXXXX`, or of two that are a surrogate pair.
    private mutating func scalar(from start: Int) throws(JSONError) -> Unicode.Scalar {
        let first = try codeUnit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard 0xD800..<0xDC00 ~= first, takeByte("\\"), takeByte("u") else {
            throw JSONError(offset: start)
        }
        let second = try codeUnit()
        guard 0xDC00..<0xE000 ~= second,
            let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10 | (second - 0xDC00)))
        else { throw JSONError(offset: start) }
        return scalar
    }

    private mutating func codeUnit() throws(JSONError) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = peek.flatMap(Hexadecimal.value) else {
                throw JSONError(offset: offset)
            }
            unit = unit << 4 | UInt32(digit)
            offset += 1
        }
        return unit
    }
}

// The next byte.
extension JSONReader {
    private var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    package static func isWhitespace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    private mutating func skipWhitespace() {
        while let byte = peek, Self.isWhitespace(byte) { offset += 1 }
    }

    /// Takes the byte if it stands next, white space not skipped.
    @discardableResult private mutating func takeByte(_ byte: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: byte) else { return false }
        offset += 1
        return true
    }

    /// Takes the byte if it stands next, after any white space.
    private mutating func take(_ byte: Unicode.Scalar) -> Bool {
        skipWhitespace()
        return takeByte(byte)
    }

    private mutating func expect(_ byte: Unicode.Scalar) throws(JSONError) {
        guard take(byte) else { throw JSONError(offset: offset) }
    }
}
