/// What part of a long list a page shows.
struct ListQuery: Sendable, Hashable {
    /// Only rows whose name holds this text are shown; empty shows all.
    var search = ""
    /// A filter the page itself names, such as `customer` for policies; empty for none.
    var filter = ""
    /// Counted from 1.
    var page = 1

    static let pageSize = 50

    /// As the query of an address, with what differs from the default alone.
    var parameters: [(String, String)] {
        var parameters: [(String, String)] = []
        if !search.isEmpty { parameters.append(("q", search)) }
        if !filter.isEmpty { parameters.append(("filter", filter)) }
        if page > 1 { parameters.append(("page", String(page))) }
        return parameters
    }

    init() {}

    /// What was typed into a search box, as far as it is looked for.
    static func searchText(_ fields: FormFields, _ name: String) -> String {
        String(fields.trimmed(name).prefix(200))
    }

    init(_ fields: FormFields) {
        search = Self.searchText(fields, "q")
        filter = String(fields["filter"].prefix(40))
        page = min(max(fields.integer("page") ?? 1, 1), 1_000_000)
    }

    /// The same list at another page.
    func at(page: Int) -> ListQuery {
        var query = self
        query.page = page
        return query
    }
}

/// One page of a list that was read whole.
struct ListPage<Row: Sendable>: Sendable {
    /// The rows to show.
    let rows: [Row]
    /// How many rows match in all.
    let total: Int
    /// The query, its page brought within what exists.
    let query: ListQuery

    /// Cuts the page out of the rows that match, which are in their final order.
    init(_ matching: [Row], _ query: ListQuery) {
        total = matching.count
        let last = max(1, (total + ListQuery.pageSize - 1) / ListQuery.pageSize)
        self.query = query.at(page: min(query.page, last))
        let start = (self.query.page - 1) * ListQuery.pageSize
        rows = Array(matching.dropFirst(start).prefix(ListQuery.pageSize))
    }

    /// The position of the first row shown, counted from 1; 0 when there is none.
    var first: Int { rows.isEmpty ? 0 : (query.page - 1) * ListQuery.pageSize + 1 }
    var last: Int { first == 0 ? 0 : first + rows.count - 1 }
    var isLastPage: Bool { last >= total }
}
