import AWSWire

/// What a page answers.
struct Reply: Sendable {
    enum Content: Sendable {
        case page(HTML, status: Int)
        /// Another page, fetched anew, so that reloading does not send a form twice.
        case redirect(any ConsolePage)
        /// For programs.
        case json(String, status: Int)
        /// A file to keep.
        case file(name: String, type: String, text: String)
    }

    var content: Content
    /// `Set-Cookie` lines.
    var cookies: [String] = []
    /// What the page that a redirect leads to says was done.
    var notice: Notice?
    /// What later requests say of the address that this answers.
    /// Source: Referrer Policy, section 3. <https://www.w3.org/TR/referrer-policy/>
    var referrerPolicy = "same-origin"

    /// The answer at an address with a secret in it.
    func tellingNobodyTheAddress() -> Reply {
        var reply = self
        reply.referrerPolicy = "strict-origin"
        return reply
    }

    static func page(_ html: HTML, status: Int = 200) -> Reply {
        Reply(content: .page(html, status: status))
    }

    static func redirect(
        _ page: any ConsolePage, _ notice: Notice? = nil, cookies: [String] = []
    ) -> Reply {
        Reply(content: .redirect(page), cookies: cookies, notice: notice)
    }

    /// Scripts, styles and pictures come from here as files, forms go nowhere else, and no other
    /// page may frame these.
    ///
    /// Source: Content Security Policy Level 3. <https://www.w3.org/TR/CSP3/>
    static let contentSecurityPolicy = """
        default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; \
        connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'
        """

    /// The answer as the listener sends it. Pages are kept by no cache: they show who is signed in.
    var response: WireResponse {
        var headers: WireHeaders = [
            "cache-control": "no-store", "x-content-type-options": "nosniff",
            "referrer-policy": referrerPolicy,
            "content-security-policy": Self.contentSecurityPolicy,
            "cross-origin-opener-policy": "same-origin", "vary": "accept-language, cookie",
        ]
        for cookie in cookies { headers.add("set-cookie", cookie) }
        switch content {
        case .page(let html, let status):
            headers.add("content-type", "text/html; charset=utf-8")
            return WireResponse(status: status, headers: headers, body: Array(html.markup.utf8))
        case .redirect(let page):
            headers.add("location", page.href)
            return WireResponse(status: 303, headers: headers)
        case .json(let text, let status):
            headers.add("content-type", "application/json")
            return WireResponse(status: status, headers: headers, body: Array(text.utf8))
        case .file(let name, let type, let text):
            headers.add("content-type", type)
            headers.add("content-disposition", "attachment; filename=\"\(name)\"")
            return WireResponse(status: 200, headers: headers, body: Array(text.utf8))
        }
    }
}
