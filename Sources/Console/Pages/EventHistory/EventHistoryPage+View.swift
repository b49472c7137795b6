import IAMIdentifiers
import Operations

extension EventHistoryPage {
    struct View {
        var asked: EventHistoryPage
        var rows: [EventRow] = []
        /// Where the next page begins; nil on the last.
        var next: String?
        var problems = FormProblems()
    }

    /// Resources of an event that the list names; the rest are counted.
    private static let shownResources = 2

    static func render(_ view: View, _ page: PageContext) -> HTML {
        page.document(
            page[.eventHistory], lead: page[.eventHistoryLead],
            content: """
                \(page.summary(view.problems))
                \(form(view, page))
                \(list(view, page))
                """)
    }

    private static let labels: [(Filter, Phrase)] = [
        (.userName, .userName), (.eventName, .eventName), (.resourceName, .resourceName),
        (.resourceType, .resourceType), (.eventSource, .eventSource),
        (.accessKey, .accessKeyID), (.changes, .changesOnly), (.reads, .readsOnly),
    ]

    private static func form(_ view: View, _ page: PageContext) -> HTML {
        let asked = view.asked
        let options = labels.map { filter, label in
            """
            <option value="\(filter.rawValue)"\(" selected", if: filter == asked.filter)>\
            \(page[label])</option>
            """ as HTML
        }
        let days: [(Phrase, String, String)] = [
            (.firstDay, "from", asked.from), (.lastDay, "to", asked.to),
        ]
        return """
            <form method="get" action="\(EventHistoryPage())" class="card"><div class="stack">
            <div class="grid">
            <div class="field"><label for="field-by">\(page[.findBy])</label>
            <select id="field-by" name="by"><option value="">\(page[.allEvents])</option>\
            \(options)</select></div>
            \(page.field(
                Field(
                    label: .lookedFor, name: "value", value: asked.value, hint: .lookedForHint,
                    isRequired: false, maximumLength: 2_000), view.problems))
            \(days.map { label, name, value in
                page.field(
                    Field(label: label, name: name, kind: .date, value: value, isRequired: false),
                    view.problems)
            })</div>
            <div class="actions">\(page.button(.searchButton, .primary))</div></div></form>
            """
    }

    private static func list(_ view: View, _ page: PageContext) -> HTML {
        guard !view.rows.isEmpty else { return page.empty(.noEvents) }
        var (first, next) = (view.asked, view.asked)
        first.after = ""
        next.after = view.next ?? ""
        let back: HTML =
            view.asked.after.isEmpty ? "" : page.linkButton(.firstPage, .small, to: first)
        let forth: HTML =
            view.next == nil ? "" : page.linkButton(.nextPage, .small, to: next)
        return """
            <div class="stack tight">
            \(page.table(
                page[.eventHistory],
                columns: [.eventName, .eventTime, .userName, .eventSource, .resources],
                rows: view.rows.map { row($0, page) }))
            <div class="table-foot"><nav class="pages" aria-label="\(page[.pages])">\
            \(back)\(forth)</nav></div></div>
            """
    }

    private static func row(_ event: EventRow, _ page: PageContext) -> HTML {
        let names = event.resources.prefix(shownResources).map {
            "<div class=\"mono\">\($0.name)</div>" as HTML
        }
        let rest = event.resources.count - names.count
        let resources: HTML = """
            \(names)\(rest > 0 ? "<div class=\"quiet small\">\(page[.andMore(rest)])</div>" : "")
            """
        return """
            <tr><th scope="row"><a href="\(EventPage(id: event.id))">\(event.name)</a></th>\
            \(page.cell(.eventTime, page.moment(event.at)))\
            \(page.cell(.userName, "\(event.userName)"))\
            \(page.cell(.eventSource, "\(event.source)"))\
            \(page.cell(.resources, resources))</tr>
            """
    }
}
