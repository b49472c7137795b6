import IAMIdentifiers
import Operations

// The part of a list that an address names.
extension ListQuery {
    /// What differs from the list as it begins.
    var parameters: [(String, String)] {
        var parameters: [(String, String)] = []
        if !search.isEmpty { parameters.append(("q", search)) }
        parameters += settings
        if page > 1 { parameters.append(("page", String(page))) }
        return parameters
    }

    /// What stays when another text is searched for.
    var settings: [(String, String)] {
        var settings: [(String, String)] = []
        if !filter.isEmpty { settings.append(("filter", filter)) }
        if !sort.isEmpty { settings.append(("sort", sort)) }
        if isDescending { settings.append(("order", "desc")) }
        return settings
    }

    init(_ fields: FormFields) {
        self.init(
            search: Self.searchText(fields, "q"), filter: Self.word(fields["filter"]),
            sort: Self.word(fields["sort"]), isDescending: fields["order"].isExactly("desc"),
            page: min(max(fields.integer("page") ?? 1, 1), 1_000_000))
    }

    /// What was typed into a search box, as far as it is looked for.
    static func searchText(_ fields: FormFields, _ name: String) -> String {
        String(fields.trimmed(name).unicodeScalars.prefix(longestSearch))
    }

    private static func word(_ text: String) -> String { String(text.unicodeScalars.prefix(20)) }

    /// The list from its beginning, sorted by something else or, if it is already sorted by that,
    /// the other way round.
    func sorted(by sort: String) -> ListQuery {
        var query = at(page: 1)
        query.isDescending = isSorted(by: sort) && !isDescending
        query.sort = sort
        return query
    }

    func isSorted(by sort: String) -> Bool { self.sort.isExactly(sort) }
}
