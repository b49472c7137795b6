import IAMIdentifiers
import Operations

extension UsersPage {
    struct View {
        var list: ListPage<UserSummaryList.Row>
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        let query = view.list.query
        return page.document(
            page[.users], lead: page[.usersLead],
            actions: page.goButton(.createUser, .primary, to: CreateUserPage()),
            content: """
                <div class="find-bar">\(page.find(.findUsers, in: query, to: UsersPage()))
                \(view.list.rows.isEmpty ? "" : page.opener(.columns, opens: "columns"))</div>
                \(view.list.rows.isEmpty ? nothing(query, page) : table(view, page))
                """)
    }

    private static func nothing(_ query: ListQuery, _ page: PageContext) -> HTML {
        page.empty(
            query.search.isEmpty ? .noUsers : .nothingFound,
            query.search.isEmpty ? page.linkButton(.createUser, to: CreateUserPage()) : "")
    }

    private static func table(_ view: View, _ page: PageContext) -> HTML {
        let query = view.list.query
        let target = { UsersPage(query: $0) }
        let columns = UserColumn.allCases.filter { !page.hiddenUserColumns.contains($0) }
        let rows = view.list.rows.map { row in
            """
            <tr><th scope="row"><a href="\(UserPage(name: row.name))">\(row.name)</a></th>
            \(columns.map { page.cell($0.label, $0.content(row, page)) })</tr>
            """ as HTML
        }
        let orders =
            [(Phrase.userName, "")] + columns.map { ($0.label, $0.order.rawValue) }
        let unknown: HTML =
            view.list.rows.contains { $0.groups == nil || $0.credentials == nil }
            ? "<p class=\"quiet small\">\(page[.columnsNotKnown])</p>" : ""
        return """
            <div class="stack tight">\(page.sorts(orders, of: query, at: target))
            \(page.table(
                page[.users],
                head: orders.map { page.heading($0, sorting: query, by: $1, at: target) },
                rows: rows))
            \(page.pages(of: view.list, at: target))\(unknown)</div>
            \(chooser(page))
            """
    }

    /// Which columns are shown: a form, which keeps the choice in a cookie.
    private static func chooser(_ page: PageContext) -> HTML {
        let choices = UserColumn.allCases.map { column in
            page.choice(
                page[column.label], name: "column", value: column.rawValue, isRadio: false,
                isChosen: !page.hiddenUserColumns.contains(column))
        }
        return page.dialog(
            "columns", title: page[.columns],
            page.form(
                PreferencesPage.Form.columns, to: PreferencesPage(), class: "stack tight",
                """
                \(page.hidden("back", page.current.href))
                <fieldset class="choices"><legend class="visually-hidden">\(page[.columns])\
                </legend>\(choices)</fieldset>
                <div class="actions">\(page.button(.saveColumns, .primary))\
                \(page.cancel("columns"))</div>
                """))
    }
}
