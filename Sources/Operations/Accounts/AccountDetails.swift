import IAMIdentifiers

/// An account's name and its root user's e-mail address, checked.
package struct AccountDetails: Sendable, Equatable {
    package let name: String
    package let email: String

    /// - Throws: ``AccountRefusal/nameNotValid`` or ``AccountRefusal/emailNotValid``.
    ///
    /// Source: AWS Account Management Reference, PutAccountName: 1 to 50 characters; here also
    /// those beyond ASCII.
    /// <https://docs.aws.amazon.com/accounts/latest/reference/API_PutAccountName.html>
    package init(name: String, email: String) throws(AccountRefusal) {
        guard Self.isName(name) else { throw .nameNotValid }
        guard Self.isEmail(email) else { throw .emailNotValid }
        self.name = name
        self.email = email
    }

    /// Whether an account can have this name.
    static func isName(_ name: String) -> Bool {
        (1...50).contains(name.unicodeScalars.count) && name.contains { $0 != " " }
            && name.unicodeScalars.allSatisfy(isPrintable)
    }

    private static func isPrintable(_ character: Unicode.Scalar) -> Bool {
        switch character.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
            .paragraphSeparator:
            false
        default: character != "<" && character != ">"
        }
    }

    /// Whether a text is an address as people have them: a local part of 1 to 64 characters
    /// without spaces or quotes, and a host name. ASCII alone, so that case means one thing.
    ///
    /// Source: RFC 5321, sections 4.1.2 and 4.5.3.1.
    /// <https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2>
    static func isEmail(_ text: String) -> Bool {
        let parts = text.parts(at: "@")
        guard text.utf8.count <= 254, parts.count == 2, (1...64).contains(parts[0].utf8.count),
            isDotSeparated(parts[0], with: "!#$%&'*+-/=?^_`{|}~")
        else { return false }
        return isDotSeparated(parts[1], with: "-")
    }

    /// Whether a text is words joined by single dots, each of letters, digits and `marks`.
    private static func isDotSeparated(_ text: String, with marks: String) -> Bool {
        text.parts(at: ".").allSatisfy { word in
            !word.isEmpty
                && word.utf8.allSatisfy { isLetterOrDigit($0) || marks.utf8.contains($0) }
        }
    }

    private static func isLetterOrDigit(_ character: UInt8) -> Bool {
        switch character {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
