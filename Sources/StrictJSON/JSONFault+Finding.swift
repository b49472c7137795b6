/// What the reader was about to read when it stopped.
enum JSONExpectation {
    case value
    case name
    case colon
    /// A comma, or the end of the list or the object.
    case comma
    case digit
    case end
}

extension JSONFault {
    /// The fault at a byte where the reader expected something else.
    init(at offset: Int, in bytes: [UInt8], expected: JSONExpectation) {
        let text = Substring(decoding: bytes[offset...].prefix(64), as: UTF8.self)
        guard let first = text.unicodeScalars.first else {
            let isBlank = bytes.allSatisfy(JSONReader.isWhitespace)
            self = isBlank ? .empty : expected == .digit ? .malformedNumber : .endsEarly
            return
        }
        if let fault = Self.ofCharacter(first, at: offset, text, before: bytes[..<offset]) {
            self = fault
            return
        }
        if let last = bytes[..<offset].last, Self.isDigit(last), expected != .name,
            Self.isDigit(bytes[offset]) || ".-".unicodeScalars.contains(first)
                || first.properties.isAlphabetic
        {
            self = .malformedNumber
            return
        }
        switch expected {
        case .end: self = "{[".unicodeScalars.contains(first) ? .secondDocument : .textAfterEnd
        case .comma: self = "]}".unicodeScalars.contains(first) ? .strayBracket : .missingComma
        case .colon: self = .missingColon
        case .digit: self = .malformedNumber
        case .name: self = first.properties.isAlphabetic ? .unquotedName : .unexpected
        case .value:
            let word = text.prefix { $0.isLetter }
            if offset == bytes.prefix(while: JSONReader.isWhitespace).count {
                self = .notJSON
            } else if "]}".unicodeScalars.contains(first) {
                self = .missingValue
            } else if word.isEmpty {
                self = "+.".unicodeScalars.contains(first) ? .malformedNumber : .unexpected
            } else {
                self = .unquotedWord(String(word))
            }
        }
    }

    static func isDigit(_ byte: UInt8) -> Bool {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }

    /// The fault of a character that JSON has nowhere, or not after what stands before it; nil for
    /// any other character.
    private static func ofCharacter(
        _ first: Unicode.Scalar, at offset: Int, _ text: Substring, before: ArraySlice<UInt8>
    ) -> JSONFault? {
        let previous = before.last { !JSONReader.isWhitespace($0) }
        switch first {
        case "\u{FEFF}" where offset == 0: return .byteOrderMark
        case "#": return .comment
        case "/" where ["//", "/*"].contains { text.utf8.starts(with: $0.utf8) }: return .comment
        case "}" where previous == UInt8(ascii: ","), "]" where previous == UInt8(ascii: ","):
            return .trailingComma
        case ",": return .strayComma
        case "'", "`": return .singleQuote
        case "\u{2018}"..."\u{201F}", "\u{2039}", "\u{203A}", "\u{AB}", "\u{BB}", "\u{FF02}":
            return .typographicQuote
        default: break
        }
        let isSeen =
            switch first.properties.generalCategory {
            case .spaceSeparator, .lineSeparator, .paragraphSeparator, .format, .control: false
            default: true
            }
        return isSeen ? nil : .invisible(first)
    }
}
