import IAMIdentifiers
package import IAMModel

/// One page of a list: where it begins and how long it may be.
///
/// A marker is the base64url of the sort key of the last thing on the page before, so that a page
/// begins where the last one ended even when things came and went between.
///
/// Source: IAM API Reference, ListUsers, "Marker" and "MaxItems".
/// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUsers.html>
package struct Paging {
    /// The page's length when the caller names none.
    package static let defaultMaxItems = 100

    /// The sort key after which the page begins; empty for the first.
    package let after: String
    /// 1 to 1,000, which the model's range has ensured.
    package let maxItems: Int

    /// - Parameter parameter: the one of the API that holds the marker.
    /// - Throws: `ValidationError` when the marker is not one that a page before gave.
    package init(marker: String?, maxItems: Int?, _ parameter: String = "Marker") throws {
        self.maxItems = maxItems ?? Self.defaultMaxItems
        guard let marker else {
            after = ""
            return
        }
        guard let bytes = Base64.forURLs.decoded(marker), !bytes.isEmpty, !bytes.contains(0),
            let key = String(validating: bytes, as: UTF8.self)
        else { throw IAMError.validationError("Invalid \(parameter).", about: parameter) }
        after = key
    }

    /// The page that a request asks for.
    package init(_ input: some AsksForPage) throws {
        try self.init(marker: input.marker, maxItems: input.maxItems)
    }

    /// Rows to ask for: one more than fits, which tells whether there is more.
    package var limit: Int { maxItems + 1 }

    /// Cuts what was found to the page.
    /// - Parameters:
    ///   - found: at most ``limit`` things, sorted by `key`.
    ///   - key: what sorts them.
    package func page<Item>(_ found: [Item], by key: (Item) -> String) -> Page<Item> {
        guard found.count > maxItems else { return Page(items: found, marker: nil) }
        let items = Array(found.prefix(maxItems))
        return Page(items: items, marker: items.last.map { Self.marker(at: key($0)) })
    }

    /// One page of a list that is held whole, sorted by `key`.
    package func page<Item>(of all: [Item], by key: (Item) -> String) -> Page<Item> {
        page(Array(all.filter { key($0) > after }.prefix(limit)), by: key)
    }

    /// The first of a list in any order that come after the page before, sorted by `key`.
    func first<Item>(of all: [Item], _ limit: Int, by key: (Item) -> String) -> [Item] {
        let sorted = all.map { (key($0), $0) }.filter { $0.0 > after }.sorted { $0.0 < $1.0 }
        return sorted.prefix(limit).map(\.1)
    }

    /// The marker of a page that begins after a thing of this sort key.
    static func marker(at key: String) -> String { Base64.forURLs.encoded(Array(key.utf8)) }
}

/// What one answer of a list holds.
package struct Page<Item> {
    package let items: [Item]
    /// Where the next page begins; nil on the last.
    package let marker: String?
    package var isTruncated: Bool { marker != nil }
}
