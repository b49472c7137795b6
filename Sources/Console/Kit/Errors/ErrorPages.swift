import Operations

/// The pages of what went wrong. Each says what to do next.
struct ErrorPages {
    /// The session's principal may not do this.
    static func denied(_ sentence: String, _ page: PageContext) -> HTML {
        frame(
            page, page[.deniedTitle],
            """
            <p>\(page[.deniedText])</p>
            \(facts(ofDenial: sentence, page))
            """)
    }

    /// Who was refused what, and why.
    static func facts(ofDenial sentence: String, _ page: PageContext) -> HTML {
        guard let denial = Denial(sentence) else { return "<p>\(sentence)</p>" }
        var rows: [(Phrase, HTML)] = [
            (.principal, "<code>\(denial.principal)</code>"),
            (.action, "<code>\(denial.action)</code>"),
        ]
        if !denial.resource.isEmpty { rows.append((.resource, "<code>\(denial.resource)</code>")) }
        if !denial.reason.isEmpty { rows.append((.reason, "\(denial.reason)")) }
        return page.facts(rows)
    }

    /// Nothing is at this address, or the thing is gone.
    static func notFound(_ sentence: String?, _ page: PageContext) -> HTML {
        frame(
            page, page[.notFoundTitle], "<p>\(sentence ?? page[.notFoundText])</p>")
    }

    /// A form that was not sent from a page of ours, or from one too old.
    static func forged(_ page: PageContext) -> HTML {
        frame(page, page[.forgedTitle], "<p>\(page[.forgedText])</p>")
    }

    /// A form or address that cannot be read.
    static func malformed(_ page: PageContext) -> HTML {
        frame(page, page[.malformedTitle], "<p>\(page[.malformedText])</p>")
    }

    /// The operation was refused for another reason, in its own sentence.
    static func refused(_ sentence: String, _ page: PageContext) -> HTML {
        frame(page, page[.refusedTitle], "<p>\(sentence)</p>")
    }

    /// The request names a host that is not among the names of this server.
    ///
    /// The page stands alone, without styles, which a browser would ask for under the same name.
    static func unknownHost(_ host: String, _ language: Language) -> HTML {
        let title = Phrase.unknownHostTitle.text(in: language)
        return """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head><meta charset="utf-8"><title>\(title) · Gatehouse</title></head>
            <body><main id="main"><h1>\(title)</h1>
            <p>\(Phrase.unknownHostText.text(in: language))</p>
            <pre><code>hosts = ["\(host)"]</code></pre>
            </main></body></html>

            """
    }

    private static func frame(_ page: PageContext, _ title: String, _ content: HTML) -> HTML {
        guard page.principal != nil else {
            return page.gate(
                title,
                content: """
                    <div class="card stack">\(content)
                    <p><a href="\(SignInPage())">\(page[.backToSignIn])</a></p>
                    </div>
                    """)
        }
        return page.document(
            title, within: [HomePage.self],
            content: "<div class=\"card stack\">\(content)</div>")
    }
}
