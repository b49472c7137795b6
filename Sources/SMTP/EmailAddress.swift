import IAMIdentifiers

/// An e-mail address that can stand in a command of SMTP and in a header as it is.
///
/// ASCII alone: an address beyond it needs SMTPUTF8 of every server on its way, and domains beyond
/// it have an ASCII form (`xn--…`). Nothing in it can end a line or an address.
///
/// Source: RFC 5321 §4.1.2 and §4.5.3.1; without quoted local parts and address literals.
/// <https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2>
package struct EmailAddress: Sendable, Hashable, CustomStringConvertible {
    package let description: String
    /// What stands behind the `@`.
    package let domain: String

    /// Nil for anything else.
    package init?(_ text: String) {
        let parts = text.parts(at: "@")
        guard text.utf8.count <= 254, parts.count == 2, (1...64).contains(parts[0].utf8.count),
            Self.isDotSeparated(parts[0], with: "!#$%&'*+-/=?^_`{|}~"),
            Self.isDotSeparated(parts[1], with: "-")
        else { return nil }
        description = text
        domain = parts[1]
    }

    /// Whether a text is words joined by single dots, each of letters, digits and `marks`.
    private static func isDotSeparated(_ text: String, with marks: String) -> Bool {
        text.parts(at: ".").allSatisfy { word in
            !word.isEmpty
                && word.utf8.allSatisfy { $0.isLetterOrDigit || marks.utf8.contains($0) }
        }
    }
}

extension UInt8 {
    /// Of ASCII.
    var isLetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
