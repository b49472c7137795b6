import IAMIdentifiers

extension IdentityProvidersPage {
    struct Row: Sendable {
        var name: String
        var type: Phrase
        var page: any ConsolePage
        var createdAt: Timestamp?
        /// Until when its metadata counts; nil for a provider without metadata.
        var validUntil: Timestamp?
    }

    static func render(_ rows: [Row], _ page: PageContext) -> HTML {
        let lines = rows.map { row in
            """
            <tr><th scope="row"><a href="\(row.page)">\(row.name)</a></th>
            \(page.cell(.type, "\(page[row.type])"))
            \(page.cell(.created, row.createdAt.map { page.moment($0) } ?? "–"))
            \(page.cell(.validUntil, page.day(row.validUntil)))</tr>
            """ as HTML
        }
        return page.document(
            page[.identityProviders], lead: page[.identityProvidersLead],
            actions: page.goButton(
                .addIdentityProvider, .primary, to: CreateIdentityProviderPage()),
            content: rows.isEmpty
                ? page.empty(
                    .noIdentityProviders,
                    page.linkButton(.addIdentityProvider, to: CreateIdentityProviderPage()))
                : page.table(
                    page[.identityProviders],
                    columns: [.providerName, .type, .created, .validUntil], rows: lines))
    }
}

extension PageContext {
    /// The day of a moment, which may be to come.
    func day(_ moment: Timestamp?) -> HTML {
        guard let moment else { return "–" }
        let text = moment.iso8601
        return "<time datetime=\"\(text)\" class=\"no-break\">\(String(text.prefix(10)))</time>"
    }
}
