package import AWSWire
import IAMIdentifiers

/// The part of a list that a page of the console shows. Lists of the API have no total, no search
/// and no order to choose, so the console has operations of its own for them.
package struct ListQuery: WireShape, Hashable {
    /// What the names that are listed hold, without regard to the case of ASCII's letters.
    package var search: String
    /// A filter that the list itself names, such as `customer` of policies; empty for none.
    package var filter: String
    /// What sorts the list, by a name that it gives; empty or unknown for the name.
    package var sort: String
    package var isDescending: Bool
    /// Counted from 1. A page behind the last is the last.
    package var page: Int
    /// How many rows a page has.
    package var size: Int

    /// Rows on a page where none are asked for.
    package static let pageSize = 50
    /// The longest text that is searched for, in characters of Unicode.
    package static let longestSearch = 200

    private static let searches = StringLimits(max: 2 * longestSearch)
    private static let words = StringLimits(max: 40)
    private static let pages = IntegerLimits(min: 1, max: 1_000_000)
    private static let sizes = IntegerLimits(min: 1, max: 200)

    package init(
        search: String = "", filter: String = "", sort: String = "", isDescending: Bool = false,
        page: Int = 1, size: Int = pageSize
    ) {
        self.search = search
        self.filter = filter
        self.sort = sort
        self.isDescending = isDescending
        self.page = page
        self.size = size
    }

    package init(from fields: inout FieldReader) {
        search = fields.string("Search", Self.searches) ?? ""
        filter = fields.string("Filter", Self.words) ?? ""
        sort = fields.string("Sort", Self.words) ?? ""
        isDescending = fields.boolean("IsDescending") ?? false
        page = fields.integer("Page", Self.pages) ?? 1
        size = fields.integer("Size", Self.sizes) ?? Self.pageSize
    }

    /// Writes what is not as it begins: an audit record says what was asked for.
    package func encode(into writer: inout FieldWriter) {
        writer.string("Search", search.isEmpty ? nil : search)
        writer.string("Filter", filter.isEmpty ? nil : filter)
        writer.string("Sort", sort.isEmpty ? nil : sort)
        writer.boolean("IsDescending", isDescending ? true : nil)
        writer.integer("Page", page == 1 ? nil : page)
        writer.integer("Size", size == Self.pageSize ? nil : size)
    }

    /// The same list at another page.
    package func at(page: Int) -> ListQuery {
        var query = self
        query.page = page
        return query
    }

    /// The query with its page brought within a list of `total` rows.
    package func within(_ total: Int) -> ListQuery {
        at(page: min(page, max(1, (total + size - 1) / size)))
    }

    /// Rows before the page.
    package var offset: Int { (page - 1) * size }

    /// How well a name answers the search, as tables rank them: 0 when it is the text, 1 when it
    /// begins with it, 2 when it holds it or nothing is searched for; nil when it does not.
    /// - Parameter key: the name in lower case.
    func rank(ofKey key: String) -> Int? {
        guard !search.isEmpty else { return 2 }
        let text = search.asciiLowercased
        if key.begins(with: text) { return key.isExactly(text) ? 0 : 1 }
        return key.utf8.holds(text) ? 2 : nil
    }
}
