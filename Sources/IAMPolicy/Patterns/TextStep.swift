/// One step of a text in a policy, in which wildcards and variables may stand.
enum TextStep: Hashable, Sendable {
    /// This byte of UTF-8, whatever it means elsewhere.
    case byte(UInt8)
    /// `?`: one character, of however many bytes.
    case character
    /// `*`: any number of characters, none included.
    case run
    case variable(PolicyVariable)

    static let colon = TextStep.byte(UInt8(ascii: ":"))
}

extension [TextStep] {
    /// The steps of a text without wildcards and variables.
    init(literal text: some StringProtocol) { self = text.utf8.map { .byte($0) } }

    /// The steps of a text in which `*` and `?` are wildcards.
    init(wildcards text: some StringProtocol) {
        self = text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "*"): .run
            case UInt8(ascii: "?"): .character
            default: .byte(byte)
            }
        }
    }
}
