package import AWSWire
import IAMIdentifiers
package import Operations

/// The page `/dev/mail`, which shows the mail of development mode.
///
/// It is no ``ConsolePage``: it is there in development mode alone, and needs neither session nor
/// form.
package enum DevelopmentMail {
    /// The page as an answer.
    /// - Parameter languages: the `Accept-Language` of the request.
    package static func response(_ mail: [Mail.Sent], accepting languages: String?) -> WireResponse
    {
        Reply.page(render(mail, Language(accepting: languages))).response
    }

    static func render(_ mail: [Mail.Sent], _ language: Language) -> HTML {
        let title = Phrase.mailTitle.text(in: language)
        let none: HTML = "<p>\(Phrase.noMail.text(in: language))</p>"
        return """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)" data-theme="\(Theme.automatic.rawValue)">
            <head><meta charset="utf-8"><title>\(title) · Gatehouse</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="same-origin">
            <link rel="icon" href="\(Assets.icon.path)">
            <link rel="stylesheet" href="\(Assets.style.path)"></head>
            <body><div class="frame alone"><main id="main" tabindex="-1"><div class="stack">
            <div class="title"><div class="words"><h1>\(title)</h1>
            <p>\(Phrase.mailLead.text(in: language))</p></div></div>
            \(mail.isEmpty ? none : "")
            \(mail.map { message($0, language) })
            </div></main></div></body></html>

            """
    }

    private static func message(_ mail: Mail.Sent, _ language: Language) -> HTML {
        let facts = [
            (Phrase.mailFrom, mail.sender), (.mailTo, mail.recipient),
            (.mailSent, mail.at.iso8601),
        ]
        let pairs = facts.map { name, value in
            "<div><dt>\(name.text(in: language))</dt><dd>\(value)</dd></div>" as HTML
        }
        return """
            <section class="card"><div class="stack"><h2>\(mail.subject)</h2>
            <dl class="facts-list">\(pairs)</dl>
            \(paragraphs(of: mail.text))</div></section>
            """
    }

    /// The paragraphs of plain text; one that is an address is a link, as mail programs show it.
    private static func paragraphs(of text: String) -> [HTML] {
        text.parts(at: "\n", keepingEmpty: false).map { line in
            line.begins(with: "http://") || line.begins(with: "https://")
                ? "<p><a href=\"\(line)\">\(line)</a></p>" : "<p>\(line)</p>"
        }
    }
}
