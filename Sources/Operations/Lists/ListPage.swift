package import AWSWire

/// One page of a list, and how many rows the whole has.
package struct ListPage<Row: Sendable>: Sendable {
    package let rows: [Row]
    /// Rows of all pages together.
    package let total: Int
    /// The query, its page brought within what exists.
    package let query: ListQuery

    package init(rows: [Row], total: Int, query: ListQuery) {
        self.rows = rows
        self.total = total
        self.query = query
    }

    /// The position of the first row, counted from 1; 0 when there is none.
    package var first: Int { rows.isEmpty ? 0 : query.offset + 1 }
    package var last: Int { first == 0 ? 0 : first + rows.count - 1 }
    package var isLastPage: Bool { last >= total }

    package func map<Other>(_ transform: (Row) -> Other) -> ListPage<Other> {
        ListPage<Other>(rows: rows.map(transform), total: total, query: query)
    }
}

extension ListPage: Equatable where Row: Equatable {}

extension ListPage: WireShape where Row: WireShape {
    package init(from fields: inout FieldReader) {
        self.init(
            rows: fields.structures("Rows") ?? [], total: fields.requiredInteger("Total"),
            query: fields.requiredStructure("Query"))
    }

    package func encode(into writer: inout FieldWriter) {
        writer.structures("Rows", rows)
        writer.integer("Total", total)
        writer.structure("Query", query)
    }
}
