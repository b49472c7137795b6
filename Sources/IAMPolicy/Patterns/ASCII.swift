extension UInt8 {
    var isASCIILetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    /// The lower-case letter of an ASCII capital; any other byte itself.
    var asciiLowercased: UInt8 {
        UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self ? self | 0x20 : self
    }
}

extension String {
    /// The text with ASCII's capitals in lower case and nothing else changed: names of actions and
    /// of condition keys are ASCII, and a letter that merely folds to one of theirs is another.
    init(lowercasingASCIIOf text: String) {
        self.init(decoding: text.utf8.map(\.asciiLowercased), as: UTF8.self)
    }
}
