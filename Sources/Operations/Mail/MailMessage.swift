/// What a message says. It is written once, and sent as plain text and as HTML.
///
/// A message has one link at most and no pictures. Nothing that a stranger chooses is in it but an
/// address, since mail programs make links of what looks like one.
package struct MailMessage: Sendable, Equatable {
    /// One paragraph after the other.
    enum Part: Sendable, Equatable {
        case text(BilingualText)
        /// A link on a line of its own.
        /// - Parameter label: what HTML shows in its place.
        case link(String, label: BilingualText)
        /// A code to be typed, on a line of its own.
        case code(String)
    }

    package let language: Language
    package let subject: String
    private let parts: [Part]

    init(_ language: Language, subject: BilingualText, _ parts: [Part]) {
        self.language = language
        self.subject = subject.text(in: language)
        self.parts = parts
    }

    /// How long the link or the code in it works; nil without one. It is not sent later.
    var goodFor: Duration? {
        let isForSomething = parts.contains { part in
            switch part {
            case .text: false
            case .link, .code: true
            }
        }
        return isForSomething ? MailLink.life : nil
    }

    /// The message as plain text.
    package var text: String {
        let paragraphs = parts.map { part in
            switch part {
            case .text(let text): text.text(in: language)
            case .link(let address, _): address
            case .code(let code): code
            }
        }
        return paragraphs.joined(separator: "\n\n") + "\n"
    }

    /// The message as HTML.
    package var html: String {
        let paragraphs = parts.map { part in
            switch part {
            case .text(let text): "<p>\(Self.escaped(text.text(in: language)))</p>\n"
            case .link(let address, let label):
                "<p><a href=\"\(Self.escaped(address))\">"
                    + "\(Self.escaped(label.text(in: language)))</a></p>\n"
            case .code(let code): "<p><strong>\(Self.escaped(code))</strong></p>\n"
            }
        }
        let title = Self.escaped(subject)
        return """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head><meta charset="utf-8"><title>\(title)</title></head>
            <body>
            \(paragraphs.joined())</body></html>

            """
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
