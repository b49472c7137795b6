package import Credentials
import IAMIdentifiers

/// A file of hardware tokens, as their vendor delivers it: a serial number and a seed in each line,
/// with a comma between them.
///
/// ```csv
/// # ordered on 2026-11-02
/// serial,seed
/// GAHT12345678,3132333435363738393031323334353637383930
/// GAHT12345679,GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ
/// ```
///
/// Empty lines and lines that begin with `#` are left out, and so is a line of headings before the
/// first token. A value may stand between double quotes, and has to if there is a comma in it. A
/// seed is hexadecimal or Base32; one that is both is hexadecimal, which has fewer digits.
package enum TokenFile {
    /// One token, and its line for errors.
    package struct Token: Sendable, Equatable {
        package let line: Int
        package let serialNumber: String
        package let seed: TOTPSeed
    }

    /// Lines that a file may have.
    package static let longest = 10_000
    /// Bytes that a file may have: more than ``longest`` lines of the longest values.
    package static let largest = 8_388_608

    /// The tokens of a file.
    /// - Throws: ``TokenRefusal``, with the line.
    package static func tokens(in text: String) throws(TokenRefusal) -> [Token] {
        let text = text.begins(with: "\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
        // Of a file with CR LF each line ends with a CR, which goes with the spaces.
        let lines = text.parts(at: "\n")
        guard lines.count <= longest + 1, lines.count <= longest || lines[longest].isEmpty else {
            throw TokenRefusal(line: longest + 1, .tooManyLines)
        }
        var tokens: [Token] = []
        var seen: Set<ExactText> = []
        var mayBeHeadings = true
        for (index, line) in lines.enumerated() {
            let line = trimmed(line)
            guard !line.isEmpty, !line.begins(with: "#") else { continue }
            let values = values(of: line)
            let areHeadings = mayBeHeadings && isHeadings(values)
            mayBeHeadings = false
            if areHeadings { continue }
            let token = try token(values, line: index + 1)
            guard seen.insert(ExactText(token.serialNumber.asciiLowercased)).inserted else {
                throw TokenRefusal(line: token.line, .twice(token.serialNumber))
            }
            tokens.append(token)
        }
        guard !tokens.isEmpty else { throw TokenRefusal(line: nil, .empty) }
        return tokens
    }

    private static func token(_ values: [String], line: Int) throws(TokenRefusal) -> Token {
        guard values.count == 2 else { throw TokenRefusal(line: line, .form) }
        guard isSerialNumber(values[0]) else { throw TokenRefusal(line: line, .serialNumber) }
        let text = Secret(values[1])
        guard let seed = TOTPSeed(hexadecimal: text) ?? TOTPSeed(base32: text) else {
            throw TokenRefusal(line: line, .seed)
        }
        return Token(line: line, serialNumber: values[0], seed: seed)
    }

    /// Whether a text can be what is printed on a token. An ARN cannot: those are the serial
    /// numbers of devices that AWS's clients take for authenticator apps and security keys.
    ///
    /// Source: IAM API Reference, EnableMFADevice, `SerialNumber`.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_EnableMFADevice.html>
    private static func isSerialNumber(_ text: String) -> Bool {
        (9...256).contains(text.utf8.count) && !text.asciiLowercased.begins(with: "arn:")
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: "_+=/:,.@-".utf8.contains(byte)
                }
            }
    }

    private static func isHeadings(_ values: [String]) -> Bool {
        let serial = ["serial", "serial number", "serial_number", "serialnumber"]
        let seed = ["seed", "secret", "secret key", "secret_key", "key"]
        return values.count == 2
            && serial.contains { values[0].asciiLowercased.isExactly($0) }
            && seed.contains { values[1].asciiLowercased.isExactly($0) }
    }

    /// A text without the spaces, tabs and carriage returns around it.
    private static func trimmed(_ text: String) -> String {
        func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0D].contains(byte) }
        let bytes = Array(text.utf8)
        guard let first = bytes.firstIndex(where: { !isSpace($0) }),
            let last = bytes.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(decoding: bytes[first...last], as: UTF8.self)
    }

    /// The values of a line. A quote that is not closed stays in its value, which is refused.
    private static func values(of line: String) -> [String] {
        let parts = line.parts(at: "\"", keepingEmpty: true)
        guard parts.count % 2 == 1 else { return [line] }
        // What stands at the odd places is quoted; commas elsewhere separate values.
        var values = [""]
        for (index, part) in parts.enumerated() {
            let pieces = index % 2 == 1 ? [part] : part.parts(at: ",")
            values[values.count - 1] += pieces[0]
            values += pieces.dropFirst()
        }
        return values.map(trimmed)
    }
}

/// Why tokens were not imported. None was, then. It never says what a seed is.
package struct TokenRefusal: Error, Equatable, CustomStringConvertible {
    /// What is wrong.
    package enum Problem: Sendable, Equatable {
        case empty, tooManyLines, form, serialNumber, seed
        /// The file has the serial number before.
        case twice(String)
        /// The account has a device of this serial number already.
        case exists(String)
        /// That device is assigned to somebody.
        case assigned(String)
    }

    /// Counted from 1; nil where no line is to blame.
    package let line: Int?
    package let problem: Problem

    init(line: Int?, _ problem: Problem) {
        self.line = line
        self.problem = problem
    }

    /// One line for the operator, without the number of the line in the file.
    package var description: String {
        switch problem {
        case .empty: "there is no token in the file; write `serial,seed` in each line"
        case .tooManyLines: "a file has at most \(TokenFile.longest) lines; split it"
        case .form: "write `serial,seed`"
        case .serialNumber:
            "a serial number has 9 to 256 letters, digits and characters of `_+=/:,.@-`, and does "
                + "not begin with `arn:`"
        case .seed: "a seed has 16 to 128 bytes, in hexadecimal or Base32"
        case .twice(let serial): "the file has `\(serial)` twice"
        case .exists(let serial):
            "the account has a device `\(serial)`; --replace replaces the seed of a token that "
                + "nobody uses"
        case .assigned(let serial):
            "`\(serial)` is assigned to somebody; take it from them before it is replaced"
        }
    }
}
