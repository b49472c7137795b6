package import IAMIdentifiers

/// A message in the form in which mail travels: plain text and HTML that say the same.
///
/// Only what the headers are made of is foreign to it, and none of it can begin another header:
/// addresses have no line ends, the subject is encoded, the rest is of this program.
///
/// Source: RFC 5322 (headers), RFC 2045 to 2047 (MIME), RFC 3834 (`Auto-Submitted`).
package struct EmailMessage: Sendable, Equatable {
    package let sender: EmailAddress
    package let recipient: EmailAddress
    package let subject: String
    package let text: String
    package let html: String
    /// As `en`.
    package let language: String
    package let date: Timestamp
    /// What names the message on all its ways, the same each time it is sent.
    package let messageID: String

    /// - Parameter name: with the sender's domain behind it, what the message is called. All but
    ///   letters, digits and dots is left out.
    package init(
        from sender: EmailAddress, to recipient: EmailAddress, subject: String, text: String,
        html: String, language: String, date: Timestamp, name: String
    ) {
        self.sender = sender
        self.recipient = recipient
        self.subject = subject
        self.text = text
        self.html = html
        self.language = language
        self.date = date
        let name = name.utf8.filter { $0.isLetterOrDigit || $0 == UInt8(ascii: ".") }
        messageID = "\(String(decoding: name, as: UTF8.self))@\(sender.domain)"
    }

    /// The message as it is sent, each line ended by CR LF. No line begins with a dot.
    package var bytes: [UInt8] {
        // The two hyphens before a boundary are none of Base64's characters.
        let boundary = "=_alternative"
        let lines =
            [
                "From: \(sender)",
                "To: \(recipient)",
                "Subject: \(Self.encodedSubject(subject))",
                "Date: \(date.internetDate(zone: "+0000"))",
                "Message-ID: <\(messageID)>",
                "Auto-Submitted: auto-generated",
                "Content-Language: \(language)",
                "MIME-Version: 1.0",
                "Content-Type: multipart/alternative; boundary=\"\(boundary)\"",
                "",
                "--\(boundary)",
            ]
            + Self.part(text, type: "text/plain") + ["--\(boundary)"]
            + Self.part(html, type: "text/html") + ["--\(boundary)--", ""]
        return Array(lines.joined(separator: "\r\n").utf8)
    }

    /// Base64 takes any text, and keeps lines short for every server on the way.
    private static func part(_ text: String, type: String) -> [String] {
        let text = text.parts(at: "\n").joined(separator: "\r\n")
        let encoded = Array(Base64.standard.encoded(Array(text.utf8)).utf8)
        let lines = stride(from: 0, to: encoded.count, by: 76).map { start in
            String(decoding: encoded[start..<min(start + 76, encoded.count)], as: UTF8.self)
        }
        return [
            "Content-Type: \(type); charset=utf-8", "Content-Transfer-Encoding: base64", "",
        ] + lines
    }

    /// A subject as a header has it: as it is, or in encoded words of at most 75 characters.
    ///
    /// Source: RFC 2047 §2. <https://www.rfc-editor.org/rfc/rfc2047#section-2>
    private static func encodedSubject(_ subject: String) -> String {
        // No reader shows a control character, and some take it for a line's end.
        let scalars = subject.unicodeScalars.map {
            $0.properties.generalCategory == .control ? " " : $0
        }
        let subject = scalars.map { String($0) }.joined()
        let isPlain =
            scalars.count <= 66 && scalars.allSatisfy { (0x20...0x7E).contains($0.value) }
            && Array(subject.utf8).firstRange(of: Array("=?".utf8)) == nil
            && scalars.first != " " && scalars.last != " "
        if isPlain { return subject }
        var words: [[UInt8]] = [[]]
        for scalar in scalars {
            let bytes = Array(String(scalar).utf8)
            // 45 bytes are 60 characters of Base64.
            if words[words.count - 1].count + bytes.count > 45 { words.append([]) }
            words[words.count - 1] += bytes
        }
        return words.map { "=?UTF-8?B?\(Base64.standard.encoded($0))?=" }
            .joined(separator: "\r\n ")
    }
}
