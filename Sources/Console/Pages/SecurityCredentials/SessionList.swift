import IAMIdentifiers
import Operations

/// The reader's own sessions, each with a way to end it, and one to end all but this.
struct SessionList {
    enum Form: String {
        case end = "end-session"
        case endOthers = "end-other-sessions"
    }

    static func render(_ sessions: [SessionSummary], _ page: PageContext) -> HTML {
        let rows = sessions.map { session in
            """
            <tr><th scope="row">\(browser(session.userAgent, page))</th>
            \(page.cell(.address, "<code class=\"no-break\">\(session.sourceAddress)</code>"))
            \(page.cell(.signedInAt, page.moment(session.createdAt)))
            \(page.cell(.lastUsed, page.moment(session.lastSeenAt)))
            <td>\(control(session, page))</td></tr>
            """ as HTML
        }
        let table = page.table(
            page[.sessions], columns: [.browser, .address, .signedInAt, .lastUsed, .actions],
            rows: rows)
        guard sessions.contains(where: { !$0.isCurrent }) else { return table }
        return """
            \(table)
            <div class="actions">\(page.form(Form.endOthers, page.button(.endOtherSessions)))</div>
            """
    }

    /// The browser in a few words, with all that it said of itself as its title. One that is not
    /// known is shown as it described itself.
    private static func browser(_ userAgent: String, _ page: PageContext) -> HTML {
        if userAgent.isEmpty { return "\(page[.none])" }
        guard let name = BrowserName(userAgent: userAgent) else { return "\(userAgent)" }
        return "<span title=\"\(userAgent)\">\(page[Phrase(name)])</span>"
    }

    private static func control(_ session: SessionSummary, _ page: PageContext) -> HTML {
        guard !session.isCurrent else { return page.badge(page[.thisSession], .good) }
        return page.form(
            Form.end,
            "\(page.hidden("session", session.id))\(page.button(.endSession, .small))")
    }
}
