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
        guard reader.offset == bytes.count else { throw reader.error(expecting: .end) }
        return node
    }

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    private mutating func value(depth: Int) throws(JSONError) -> JSONNode {
        skipWhitespace()
        let start = offset
        guard depth <= Self.maximumDepth else { throw JSONError(offset: start, fault: .tooDeep) }
        let content: JSONNode.Content
        switch peek {
        case UInt8(ascii: "{"): content = .object(try members(depth: depth))
        case UInt8(ascii: "["): content = .array(try elements(depth: depth))
        case UInt8(ascii: "\""): content = .string(try string(as: .value))
        case UInt8(ascii: "t"): content = try word("true", .boolean(true))
        case UInt8(ascii: "f"): content = try word("false", .boolean(false))
        case UInt8(ascii: "n"): content = try word("null", .null)
        case let byte? where byte == UInt8(ascii: "-") || JSONFault.isDigit(byte):
            content = .number(try number())
        default: throw error(expecting: .value)
        }
        return JSONNode(content: content, range: start..<offset)
    }

    private mutating func members(depth: Int) throws(JSONError) -> [JSONNode.Member] {
        var members: [JSONNode.Member] = []
        var names: Set<ExactText> = []
        takeByte("{")
        if take("}") { return members }
        repeat {
            skipWhitespace()
            let start = offset
            let name = try string(as: .name)
            guard names.insert(ExactText(name)).inserted else {
                throw JSONError(offset: start, fault: .repeatedName(name))
            }
            try expect(":", or: .colon)
            let node = try value(depth: depth + 1)
            members.append(JSONNode.Member(name: name, offset: start, value: node))
        } while take(",")
        try expect("}", or: .comma)
        return members
    }

    private mutating func elements(depth: Int) throws(JSONError) -> [JSONNode] {
        var elements: [JSONNode] = []
        takeByte("[")
        if take("]") { return elements }
        repeat {
            elements.append(try value(depth: depth + 1))
        } while take(",")
        try expect("]", or: .comma)
        return elements
    }

    private mutating func word(
        _ word: StaticString, _ content: JSONNode.Content
    ) throws(JSONError) -> JSONNode.Content {
        let matches = word.withUTF8Buffer { bytes[offset...].starts(with: $0) }
        guard matches else { throw error(expecting: .value) }
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
        while let byte = peek, JSONFault.isDigit(byte) { offset += 1 }
        guard offset > start else { throw error(expecting: .digit) }
    }

    private func error(expecting expected: JSONExpectation) -> JSONError {
        JSONError(offset: offset, fault: JSONFault(at: offset, in: bytes, expected: expected))
    }
}

// Strings.
extension JSONReader {
    private mutating func string(as expected: JSONExpectation) throws(JSONError) -> String {
        let start = offset
        guard takeByte("\"") else { throw error(expecting: expected) }
        var characters: [UInt8] = []
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                offset += 1
                let text = String(decoding: characters, as: UTF8.self)
                guard !text.hasLongCombiningRun else {
                    throw JSONError(offset: start, fault: .manyCombiningMarks)
                }
                return text
            case UInt8(ascii: "\\"): try escape(into: &characters)
            case 0..<0x20: throw JSONError(offset: offset, fault: .controlCharacter)
            default:
                characters.append(byte)
                offset += 1
            }
        }
        throw JSONError(offset: offset, fault: .endsEarly)
    }

    private mutating func escape(into characters: inout [UInt8]) throws(JSONError) {
        let start = offset
        offset += 1
        guard let letter = peek else { throw JSONError(offset: start, fault: .endsEarly) }
        offset += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): characters.append(letter)
        case UInt8(ascii: "b"): characters.append(0x08)
        case UInt8(ascii: "f"): characters.append(0x0C)
        case UInt8(ascii: "n"): characters.append(0x0A)
        case UInt8(ascii: "r"): characters.append(0x0D)
        case UInt8(ascii: "t"): characters.append(0x09)
        case UInt8(ascii: "u"): characters += try UTF8.encode(scalar(from: start))!  // always
        default: throw JSONError(offset: start, fault: .malformedEscape)
        }
    }

    /// The character of one `\uXXXX`, or of two that are a surrogate pair.
    private mutating func scalar(from start: Int) throws(JSONError) -> Unicode.Scalar {
        let first = try codeUnit()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard 0xD800..<0xDC00 ~= first, takeByte("\\"), takeByte("u") else {
            throw JSONError(offset: start, fault: .halfCharacter)
        }
        let second = try codeUnit()
        guard 0xDC00..<0xE000 ~= second,
            let scalar = Unicode.Scalar(0x10000 + ((first - 0xD800) << 10 | (second - 0xDC00)))
        else { throw JSONError(offset: start, fault: .halfCharacter) }
        return scalar
    }

    private mutating func codeUnit() throws(JSONError) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = peek.flatMap(Hexadecimal.value) else {
                throw JSONError(offset: offset, fault: .malformedEscape)
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

    private mutating func expect(
        _ byte: Unicode.Scalar, or expected: JSONExpectation
    ) throws(JSONError) {
        guard take(byte) else { throw error(expecting: expected) }
    }
}
