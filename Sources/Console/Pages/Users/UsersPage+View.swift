import IAMIdentifiers
import Operations

extension UsersPage {
    struct Row: Sendable, Equatable {
        var name: String
        var path: String
        var createdAt: Timestamp?
        var passwordLastUsedAt: Timestamp?
    }

    struct View {
        var list: ListPage<Row>
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        let query = view.list.query
        let target = { UsersPage(query: $0) }
        let rows = view.list.rows.map { row in
            """
            <tr><th scope="row"><a href="\(UserPage(name: row.name))">\(row.name)\
            </a></th><td>\(row.path)</td><td>\(page.moment(row.createdAt))</td>
            <td>\(page.moment(row.passwordLastUsedAt))</td></tr>
            """ as HTML
        }
        let list: HTML =
            rows.isEmpty
            ? page.empty(
                query.search.isEmpty ? .noUsers : .nothingFound,
                query.search.isEmpty ? page.linkButton(.createUser, to: CreateUserPage()) : "")
            : """
            <div class="stack tight">\(page.table(
                page[.users],
                head: [
                    page.heading(.userName, sorting: query, at: target), page.heading(.path),
                    page.heading(
                        .created, sorting: query, by: UserList.Order.created.rawValue, at: target),
                    page.heading(
                        .passwordLastUsed, sorting: query,
                        by: UserList.Order.signedIn.rawValue, at: target),
                ], rows: rows))
            \(page.pages(of: view.list, at: target))</div>
            """
        return page.document(
            page[.users], lead: page[.usersLead],
            actions: page.goButton(.createUser, .primary, to: CreateUserPage()),
            content: """
                \(page.find(.findUsers, in: query, to: UsersPage()))
                \(list)
                """)
    }
}
