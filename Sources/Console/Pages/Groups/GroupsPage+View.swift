import IAMIdentifiers
import Operations

extension GroupsPage {
    struct Row: Sendable, Equatable {
        var name: String
        var path: String
        var createdAt: Timestamp?
    }

    struct View {
        var list: ListPage<Row>
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        let query = view.list.query
        let target = { GroupsPage(query: $0) }
        let rows = view.list.rows.map { row in
            """
            <tr><th scope="row"><a href="\(GroupPage(name: row.name))">\(row.name)</a>\
            </th>\(page.cell(.path, "\(row.path)"))\
            \(page.cell(.created, page.moment(row.createdAt)))</tr>
            """ as HTML
        }
        let list: HTML =
            rows.isEmpty
            ? page.empty(
                query.search.isEmpty ? .noGroups : .nothingFound,
                query.search.isEmpty ? page.linkButton(.createGroup, to: CreateGroupPage()) : "")
            : """
            <div class="stack tight">
            \(page.table(
                page[.groups],
                head: [
                    page.heading(.groupName, sorting: query, at: target), page.heading(.path),
                    page.heading(
                        .created, sorting: query, by: GroupList.Order.created.rawValue,
                        at: target),
                ], rows: rows))
            \(page.pages(of: view.list, at: target))</div>
            """
        return page.document(
            page[.groups], lead: page[.groupsLead],
            actions: page.goButton(.createGroup, .primary, to: CreateGroupPage()),
            content: "\(page.find(.findGroups, in: query, to: GroupsPage()))\(list)")
    }
}
