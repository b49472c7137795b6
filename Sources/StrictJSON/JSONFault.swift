import IAMIdentifiers

/// Why a text is not JSON: what stands where the reader expected something else.
package enum JSONFault: Hashable, Sendable {
    /// Nothing but white space.
    case empty
    /// The byte order mark that some editors put before a text.
    case byteOrderMark
    /// A character that is not seen, such as a no-break space.
    case invisible(Unicode.Scalar)
    case comment
    /// A comma with nothing behind it but the end of its list or object.
    case trailingComma
    /// A comma with nothing before it.
    case strayComma
    case missingComma
    case missingColon
    /// A name and a colon with no value behind them.
    case missingValue
    /// Curly or angle quotation marks, as word processors make them.
    case typographicQuote
    case singleQuote
    /// A name without quotation marks.
    case unquotedName
    /// A word that is no value of JSON, such as Python's `True`.
    case unquotedWord(String)
    /// A text that does not begin as JSON does, such as the name of a file.
    case notJSON
    case repeatedName(String)
    /// A second value behind the first.
    case secondDocument
    case textAfterEnd
    /// The text ends inside a list, an object or a string.
    case endsEarly
    /// A bracket that closes what is not open.
    case strayBracket
    case malformedNumber
    /// A line end or another control character inside a string.
    case controlCharacter
    case malformedEscape
    /// Half of a character that is written as two escapes.
    case halfCharacter
    /// More combining marks in a row than any writing has.
    case manyCombiningMarks
    case tooDeep
    case unexpected
}

extension JSONFault {
    /// What the writer of the text is told: what stands there, and what to do.
    package var advice: String {
        switch self {
        case .empty: "the text is empty; write what it is to say between { and }"
        case .byteOrderMark:
            "the text begins with a byte order mark, which is invisible; save it as UTF-8 "
                + "without one"
        case .invisible(let scalar):
            "an invisible character, \(Self.name(of: scalar)), stands here; replace it with a "
                + "space"
        case .comment: "a comment stands here, and JSON has none; remove it"
        case .trailingComma: "nothing follows the last comma; remove the comma"
        case .strayComma: "a comma stands here with nothing before it; remove it"
        case .missingComma: "a comma is missing before this"
        case .missingColon: "a name is followed by a colon and a value; the colon is missing here"
        case .missingValue: "a value is missing here"
        case .typographicQuote:
            "these quotation marks are typographic ones; write straight ones: \""
        case .singleQuote: "strings stand between double quotation marks: \""
        case .unquotedName: "a name stands between quotation marks: \""
        case .unquotedWord(let word):
            switch word {
            case "True", "TRUE": "\(word) is no value of JSON; write true"
            case "False", "FALSE": "\(word) is no value of JSON; write false"
            case "None", "nil", "undefined": "\(word) is no value of JSON; write null"
            default: "a string stands between quotation marks: \""
            }
        case .notJSON:
            "this does not begin as JSON, with {; if it is the name of a file, give the file's "
                + "text instead, with aws as file://NAME"
        case .repeatedName(let name):
            "the name \(name.excerpt) stands twice in this object; write it once, with a list of "
                + "values"
        case .secondDocument: "a second document begins here; keep one of them"
        case .textAfterEnd: "the document ends before this; remove what follows it"
        case .endsEarly: "the text ends before everything in it is closed"
        case .strayBracket: "this closes something that is not open; check the brackets before it"
        case .malformedNumber:
            "this is not a number as JSON writes it, such as 10 or -0.5; a string stands between "
                + "quotation marks"
        case .controlCharacter:
            "a line end or another control character stands inside a string; close the string "
                + "before it, or write \\n"
        case .malformedEscape:
            "there is no such escape in JSON; write \\\\ for a backslash"
        case .halfCharacter: "this escape is half a character; write both halves"
        case .manyCombiningMarks:
            "too many combining marks follow a character; 30 are the most in a row"
        case .tooDeep: "values are nested more than 32 deep"
        case .unexpected: "the text is not JSON from here on"
        }
    }

    private static func name(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return scalar.properties.name.map { "\(code) (\($0))" } ?? code
    }
}
