import IAMIdentifiers
import Operations

extension CredentialReportPage {
    enum Form: String { case generate = "generate-report" }

    struct View {
        var list: ListPage<CredentialReportRow>
        /// Nil while there is no report.
        var generatedAt: Timestamp?
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        let download: HTML =
            view.generatedAt == nil
            ? "" : page.goButton(.downloadReport, .primary, to: CredentialReportFilePage())
        return page.document(
            page[.credentialReport], lead: page[.credentialReportLead], actions: download,
            content: view.generatedAt == nil ? nothing(page) : table(view, page))
    }

    private static func nothing(_ page: PageContext) -> HTML {
        page.card(
            page[.noReportYet],
            """
            <p>\(page[.noReportYetText])</p>
            \(page.form(
                Form.generate, to: CredentialReportPage(),
                "<div class=\"actions\">\(page.button(.makeReport, .primary))</div>"))
            """)
    }

    private static func table(_ view: View, _ page: PageContext) -> HTML {
        let target = { CredentialReportPage(query: $0) }
        let rows = view.list.rows.map { row($0, page) }
        return """
            \(page.facts([(.reportMade, page.moment(view.generatedAt))]))
            <p class="quiet small">\(page[.reportHolds])</p>
            \(page.find(.findUsers, in: view.list.query, to: CredentialReportPage()))
            \(rows.isEmpty ? page.empty(.nothingFound) : """
                <div class="stack tight">\(page.table(
                    page[.credentialReport],
                    columns: [
                        .user, .passwordWord, .passwordNextChange, .mfaWord, .accessKeyNumber(1),
                        .accessKeyNumber(2), .certificates,
                    ], rows: rows))
                \(page.pages(of: view.list, at: target))</div>
                """)
            """
    }

    private static func row(_ row: CredentialReportRow, _ page: PageContext) -> HTML {
        let name: HTML =
            row.isRoot
            ? "\(page[.rootUser])"
            : "<a href=\"\(UserPage(name: row.user, tab: .credentials))\">\(row.user)</a>"
        let hasMFA = row["mfa_active"] == "true"
        let needsMFA = row["password_enabled"] == "true" && !hasMFA
        let mfa = page.badge(
            page[hasMFA ? .mfaOn : .mfaOff], hasMFA ? .good : needsMFA ? .danger : .neutral)
        return """
            <tr><th scope="row">\(name)</th>
            \(page.cell(.passwordWord, password(row, page)))
            \(page.cell(.passwordNextChange, date(row["password_next_rotation"], page)))
            \(page.cell(.mfaWord, mfa))
            \(page.cell(.accessKeyNumber(1), key(row, 1, page)))
            \(page.cell(.accessKeyNumber(2), key(row, 2, page)))
            \(page.cell(.certificates, certificates(row, page)))</tr>
            """
    }

    private static func password(_ row: CredentialReportRow, _ page: PageContext) -> HTML {
        guard row["password_enabled"] == "true" else { return none(page) }
        let changed: HTML =
            row.isRoot
            ? ""
            : "<div class=\"small\">\(page[.changedWord]) "
                + date(row["password_last_changed"], page) + "</div>"
        return """
            <div class="small">\(page[.lastUsedWord]) \(date(row["password_last_used"], page))\
            </div>\(changed)
            """
    }

    private static func key(
        _ row: CredentialReportRow, _ number: Int, _ page: PageContext
    ) -> HTML {
        let made = row["access_key_\(number)_last_rotated"]
        guard made != "N/A" else { return none(page) }
        let isActive = row["access_key_\(number)_active"] == "true"
        let service = row["access_key_\(number)_last_used_service"]
        let used: HTML = service == "N/A" ? "" : " <code>\(service)</code>"
        return """
            \(page.badge(page[isActive ? .active : .inactive], isActive ? .good : .neutral))
            <div class="small">\(page[.madeWord]) \(date(made, page))</div>
            <div class="small">\(page[.lastUsedWord]) \
            \(date(row["access_key_\(number)_last_used_date"], page))\(used)</div>
            """
    }

    private static func certificates(_ row: CredentialReportRow, _ page: PageContext) -> HTML {
        let active = (1...2).count { row["cert_\($0)_active"] == "true" }
        return active == 0 ? none(page) : "\(active)"
    }

    private static func none(_ page: PageContext) -> HTML {
        "<span class=\"quiet\">\(page[.none])</span>"
    }

    /// The day of a moment as the report writes it, or a word where it has none.
    private static func date(_ text: String, _ page: PageContext) -> HTML {
        switch text {
        case "N/A", "no_information": "<span class=\"quiet\">\(page[.never])</span>"
        case "not_supported": none(page)
        default:
            "<time datetime=\"\(text)\" class=\"no-break\">"
                + "\(String(Substring(text.utf8.prefix(10))))</time>"
        }
    }
}
