import AWSWire
import Synchronization

@testable import Console

/// A browser as far as the server can tell: it keeps cookies, fills in forms as it finds them, and
/// follows redirects.
final class Browser: Sendable {
    struct Answer {
        let status: Int
        let text: String
        let headers: WireHeaders
        /// The address after redirects, with its query.
        let address: String

        /// Whether a piece of markup stands in the page.
        func shows(_ text: String) -> Bool { self.text.contains(text) }
    }

    private let console: Console
    private let cookies = Mutex<[String: String]>([:])
    private let language: String
    let host: String

    init(_ console: Console, language: String = "en", host: String = "localhost:8426") {
        self.console = console
        self.language = language
        self.host = host
    }

    func get(_ address: String) async -> Answer { await send("GET", address, []) }

    func get(_ page: some ConsolePage) async -> Answer { await get(page.href) }

    /// Submits the form called `name` of a page, with its hidden fields and those given.
    func submit(
        _ name: String, of page: Answer, _ fields: [(String, String)] = [],
        changing headers: [(String, String)] = []
    ) async throws -> Answer {
        let forms = page.text.split(separator: "<form ").dropFirst()
        guard let form = forms.first(where: { $0.contains("name=\"form\" value=\"\(name)\"") })
        else { throw Missing(form: name) }
        let body = form.split(separator: "</form>", maxSplits: 1)[0]
        let action = body.firstMatch(of: /action="([^"]*)"/).map { Self.unescaped($0.1) } ?? ""
        let hidden = body.matches(of: /<input[^>]* name="([^"]*)" value="([^"]*)"[^>]*>/)
            .filter { $0.0.contains("type=\"hidden\"") || $0.0.hasSuffix(" hidden>") }
            .map { (Self.unescaped($0.1), Self.unescaped($0.2)) }
        let names = Set(fields.map(\.0))
        return await send(
            "POST", action, hidden.filter { !names.contains($0.0) } + fields, headers)
    }

    /// Sends a form to a page with the token of another page's.
    func send(
        _ name: String, to page: any ConsolePage, tokenOf other: Answer,
        _ fields: [(String, String)]
    ) async throws -> Answer {
        let token = other.text.firstMatch(of: /name="form-token" value="([^"]*)"/)
        guard let token else { throw Missing(form: name) }
        return await send(
            "POST", page.href, [("form", name), (AntiForgery.field, String(token.1))] + fields)
    }

    /// Sends fields as they are.
    func post(_ page: some ConsolePage, _ fields: [(String, String)]) async -> Answer {
        await send("POST", page.href, fields)
    }

    struct Missing: Error { let form: String }

    private func send(
        _ method: String, _ address: String, _ fields: [(String, String)],
        _ more: [(String, String)] = [], redirects: Int = 5
    ) async -> Answer {
        let parts = address.split(separator: "?", maxSplits: 1).map(String.init)
        var headers: WireHeaders = ["host": host, "accept-language": language]
        for (name, value) in more { headers.add(name, value) }
        let sent = cookies.withLock { $0.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
        if !sent.isEmpty { headers.add("cookie", sent) }
        let body = fields.map { "\(PercentCoding.encode($0.0))=\(PercentCoding.encode($0.1))" }
        let answer = await console.respond(
            to: WireRequest(
                method: method, path: parts[0], query: parts.count > 1 ? parts[1] : "",
                headers: headers, body: Array(body.joined(separator: "&").utf8)))
        guard let answer else { return Answer(status: 0, text: "", headers: [:], address: address) }
        keep(answer.headers.all("set-cookie"))
        if answer.status == 303, redirects > 0, let next = answer.headers["location"] {
            return await send("GET", next, [], redirects: redirects - 1)
        }
        return Answer(
            status: answer.status, text: String(decoding: answer.body, as: UTF8.self),
            headers: answer.headers, address: address)
    }

    private func keep(_ lines: [String]) {
        cookies.withLock { kept in
            for line in lines {
                let pair = line.split(separator: ";")[0].split(
                    separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                kept[String(pair[0])] = line.contains("Max-Age=0") ? nil : String(pair[1])
            }
        }
    }

    static func unescaped(_ text: some StringProtocol) -> String {
        String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
            .replacing("&#13;", with: "\r").replacing("&amp;", with: "&")
    }
}
