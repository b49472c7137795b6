import IAMIdentifiers
import Operations

/// The reader's own sessions, each with a way to end it.
struct SessionList {
    enum Form: String { case end = "end-session" }

    static func render(_ sessions: [SessionSummary], _ page: PageContext) -> HTML {
        let rows = sessions.map { session in
            """
            <tr><th scope="row">\(session.userAgent.isEmpty ? page[.none] : session.userAgent)</th>
            <td><code>\(session.sourceAddress)</code></td>
            <td>\(page.moment(session.createdAt))</td>
            <td>\(control(session, page))</td></tr>
            """ as HTML
        }
        return page.table(
            page[.sessions], columns: [.browser, .address, .signedInAt, .actions], rows: rows)
    }

    private static func control(_ session: SessionSummary, _ page: PageContext) -> HTML {
        guard !session.isCurrent else { return page.badge(page[.thisSession], .good) }
        return page.form(
            Form.end,
            "\(page.hidden("session", session.id))\(page.button(.endSession, .small))")
    }
}
