import IAMIdentifiers

extension EventPage {
    struct View {
        var event: EventRow
        /// The record, in lines.
        var record: String
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        let event = view.event
        var facts: [(Phrase, HTML)] = [
            (.eventTime, page.moment(event.at)), (.eventSource, "\(event.source)"),
            (.eventID, page.identifier(event.id)),
        ]
        if !event.userName.isEmpty {
            let others = EventHistoryPage(filter: .userName, value: event.userName)
            facts.append((.userName, "<a href=\"\(others)\">\(event.userName)</a>"))
        }
        if !event.accessKeyID.isEmpty {
            let others = EventHistoryPage(filter: .accessKey, value: event.accessKeyID)
            facts.append((.accessKeyID, "<a href=\"\(others)\">\(event.accessKeyID)</a>"))
        }
        return page.document(
            event.name,
            content: """
                \(page.card(page[.summary], page.facts(facts)))
                \(resources(of: event, page))
                \(page.card(
                    page[.eventRecord],
                    CodeView.render(view.record, page, label: page[.eventRecord])))
                """)
    }

    private static func resources(of event: EventRow, _ page: PageContext) -> HTML {
        guard !event.resources.isEmpty else { return "" }
        let rows = event.resources.map { resource in
            let others = EventHistoryPage(filter: .resourceName, value: resource.name)
            return """
                <tr><th scope="row"><a class="mono" href="\(others)">\(resource.name)</a></th>\
                \(page.cell(.resourceType, "\(resource.type)"))</tr>
                """ as HTML
        }
        return page.card(
            page[.resources],
            page.table(page[.resources], columns: [.resourceName, .resourceType], rows: rows))
    }
}
