import IAMIdentifiers

/// A part of a sorted list: what its names hold, what sorts it, where it begins, how long it is.
///
/// Sorted by name, what the search text names comes first, then what begins with it.
package struct ListSlice<Order: Sendable>: Sendable {
    /// In lower case, as names are kept for comparing; every name holds the empty text.
    let search: String
    let order: Order
    let isDescending: Bool
    let offset: Int
    let limit: Int

    /// - Parameter search: without regard to the case of ASCII's letters.
    package init(
        holding search: String, by order: Order, descending isDescending: Bool, offset: Int,
        limit: Int
    ) {
        self.search = search.asciiLowercased
        self.order = order
        self.isDescending = isDescending
        self.offset = offset
        self.limit = limit
    }

    /// ` ORDER BY … LIMIT … OFFSET …`.
    /// - Parameter column: what sorts beside the name; nil to sort by name.
    func ending(sortedBy column: SQL?) -> SQL {
        let direction: SQL = isDescending ? " DESC" : " ASC"
        let first = column.map { $0 + direction + ", " } ?? rank.map { $0 + ", " } ?? ""
        return " ORDER BY " + first + "name_key" + direction + " LIMIT \(limit) OFFSET \(offset)"
    }

    /// How well a name answers the search, the best first whatever the direction. Without a search
    /// all answer alike, and the names are read in the order of their index.
    private var rank: SQL? {
        guard !search.isEmpty else { return nil }
        return """
            CASE WHEN name_key = \(search) THEN 0
                WHEN name_key LIKE \(SQL.pattern(of: search) + "%") ESCAPE '!' THEN 1 ELSE 2 END
            """
    }
}

extension SQL {
    /// ` AND` the name holds a text, in lower case; nothing for an empty one.
    ///
    /// The bound, which every name is behind, has the engine go through the index of names and read
    /// the rows that it finds, and no others.
    static func nameHolds(_ text: String) -> SQL {
        guard !text.isEmpty else { return "" }
        let pattern = "%" + pattern(of: text.asciiLowercased) + "%"
        return " AND name_key > '' AND name_key LIKE \(pattern) ESCAPE '!'"
    }

    /// A text as `LIKE` matches it literally.
    fileprivate static func pattern(of text: String) -> String {
        var pattern = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if "!%_".unicodeScalars.contains(scalar) { pattern.append("!") }
            pattern.append(scalar)
        }
        return String(pattern)
    }
}
