import IAMIdentifiers
import TestRandom
import Testing

@testable import SMTP

/// The form of a message. Python's `email` reads real ones in Tests/Clients/test_mail.py.
@Suite struct EmailMessageTests {
    private func message(
        subject: String = "Hello", text: String = "one\ntwo\n", html: String = "<p>한</p>\n"
    ) throws -> EmailMessage {
        EmailMessage(
            from: try #require(EmailAddress("gatehouse@example.com")),
            to: try #require(EmailAddress("root@example.net")), subject: subject, text: text,
            html: html, language: "ko", date: Timestamp(seconds: 1_795_305_600),
            name: "17.1\r\nX: <y>")
    }

    private func lines(_ message: EmailMessage) -> [String] {
        String(decoding: message.bytes, as: UTF8.self).parts(at: "\n")
    }

    @Test func `a message is written with its headers and both its forms`() throws {
        let expected = """
            From: gatehouse@example.com
            To: root@example.net
            Subject: Hello
            Date: Sun, 22 Nov 2026 00:00:00 +0000
            Message-ID: <17.1Xy@example.com>
            Auto-Submitted: auto-generated
            Content-Language: ko
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary="=_alternative"

            --=_alternative
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: base64

            b25lDQp0d28NCg==
            --=_alternative
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: base64

            PHA+7ZWcPC9wPg0K
            --=_alternative--

            """
        #expect(
            try message().bytes == Array(expected.parts(at: "\n").joined(separator: "\r\n").utf8))
    }

    @Test(arguments: [
        ("Plain, with a question?", "Subject: Plain, with a question?"),
        ("계정", "Subject: =?UTF-8?B?6rOE7KCV?="),
        ("=?UTF-8?B?eA==?=", "Subject: =?UTF-8?B?PT9VVEYtOD9CP2VBPT0/PQ==?="),
        (" a ", "Subject: =?UTF-8?B?IGEg?="),
        // No line of the header ends where the subject says so.
        ("a\r\nBcc: x@y", "Subject: a  Bcc: x@y"),
        ("a\u{0}b", "Subject: a b"),
    ])
    func `a subject cannot begin another header`(_ subject: String, _ line: String) throws {
        #expect(try lines(message(subject: subject))[2] == line + "\r")
    }

    @Test func `a long subject is folded between whole characters`() throws {
        let subject = String(repeating: "한글 ", count: 40)
        let lines = try lines(message(subject: subject))
        let end = try #require(lines.firstIndex { $0.begins(with: "Date:") })
        let words = lines[2..<end].map { line in
            line.utf8.filter { $0 != 0x0D }
        }
        #expect(words.count > 5 && words.allSatisfy { $0.count <= 76 + 8 })
        #expect(words.dropFirst().allSatisfy { $0.first == 0x20 && $0.count <= 76 })
        let decoded = try words.enumerated().map { index, word in
            let word = String(decoding: word, as: UTF8.self)
                .replacing("Subject:", with: "").replacing(" ", with: "")
            let bytes = try #require(
                Base64.standard.decoded(word.dropFirst("=?UTF-8?B?".count).dropLast(2)))
            return try #require(String(validating: bytes, as: UTF8.self), "word \(index)")
        }
        #expect(decoded.joined() == subject)
    }

    @Test func `whatever a message says, its lines are short ASCII and none begins with a dot`()
        throws
    {
        var random = TestSeed.generator("EmailMessage")
        for _ in 0..<200 {
            let scalars = (0..<Int.random(in: 0...300, using: &random)).map { _ in
                [".", "\n", "\r", "-", "=", "한", "\u{0}", "a", " ", "\u{2028}"]
                    .randomElement(using: &random) ?? "a"
            }
            let text = scalars.joined()
            let lines = try lines(message(subject: text, text: text, html: text))
            #expect(lines.dropLast().allSatisfy { $0.utf8.last == 0x0D })
            for line in lines {
                #expect(line.utf8.count <= 120)
                #expect(!line.begins(with: "."))
                #expect(line.utf8.dropLast().allSatisfy { (0x20...0x7E).contains($0) })
            }
            #expect(lines.filter { $0.begins(with: "--=_") }.count == 3)
            // Nothing ends the headers but their end.
            let end = try #require(lines.firstIndex { $0.isExactly("\r") })
            #expect(lines[end + 1].begins(with: "--=_"))
        }
    }
}
