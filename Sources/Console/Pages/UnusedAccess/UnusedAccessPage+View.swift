import IAMModel
import Operations

extension UnusedAccessPage {
    struct View {
        var period: Period
        var found: UnusedAccess.Output
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        let tabs = Period.allCases.map { period -> (Phrase, any ConsolePage) in
            (.unusedDays(period.days), Self.of(period))
        }
        let rows = view.found.unused.map { row($0, page) }
        let shown = Phrase.range(
            rows.isEmpty ? 0 : 1, rows.count, of: view.found.total, in: page.language)
        return page.document(
            page[.unusedAccess], lead: page[.unusedAccessLead],
            content: """
                \(page.tabs(tabs, current: Self.of(view.period)))
                \(rows.isEmpty ? page.empty(.nothingUnused) : """
                    <div class="stack tight">\(page.table(
                        page[.unusedAccess],
                        columns: [.unusedWhat, .unusedWhose, .lastUsedColumn, .created],
                        rows: rows))
                    <p class="quiet small" role="status">\(page[shown])</p></div>
                    """)
                """)
    }

    private static func of(_ period: Period) -> UnusedAccessPage {
        var page = UnusedAccessPage()
        page.period = period
        return page
    }

    private static func row(_ unused: UnusedAccess.Unused, _ page: PageContext) -> HTML {
        let what: HTML =
            switch unused.kind {
            case .password: "\(page[.passwordWord])"
            case .accessKey:
                """
                \(page[.accessKeyWord])\
                \(unused.accessKeyID.map { " <code>\($0)</code>" as HTML })
                """
            case .role: "\(page[.role])"
            }
        let owner: any ConsolePage =
            unused.kind == .role
            ? RolePage(name: unused.owner) : UserPage(name: unused.owner, tab: .credentials)
        return """
            <tr><th scope="row">\(what)</th>
            \(page.cell(.unusedWhose, "<a href=\"\(owner)\">\(unused.owner)</a>"))
            \(page.cell(.lastUsedColumn, page.moment(unused.lastUsedAt)))
            \(page.cell(.created, page.moment(unused.createdAt)))</tr>
            """
    }
}
