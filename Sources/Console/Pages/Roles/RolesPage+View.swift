import IAMIdentifiers
import Operations

extension RolesPage {
    struct View {
        var list: ListPage<Row>
        /// Whether the reader may know when a role was last used.
        var tellsUse: Bool
    }

    struct Row: Sendable, Equatable {
        var name: String
        var createdAt: Timestamp?
        var lastUsedAt: Timestamp?
        /// Whom the trust policy names.
        var trusted: [TrustedEntity]
    }

    /// Principals of a role that the list names; the rest are counted.
    private static let shownPrincipals = 2

    static func render(_ view: View, _ page: PageContext) -> HTML {
        let query = view.list.query
        let target = { RolesPage(query: $0) }
        let tellsUse = view.tellsUse
        let rows = view.list.rows.map { row(of: $0, tellsUse: tellsUse, page) }
        let list: HTML =
            rows.isEmpty
            ? page.empty(
                query.search.isEmpty ? .noRoles : .nothingFound,
                query.search.isEmpty ? page.linkButton(.createRole, to: CreateRolePage()) : "")
            : """
            <div class="stack tight">
            \(page.sorts(orders(tellsUse), of: query, at: target))
            \(page.table(
                page[.roles],
                head: [page.heading(.roleName, sorting: query, at: target),
                    page.heading(.trustedEntities)]
                    + orders(tellsUse).dropFirst().map { label, order in
                        page.heading(label, sorting: query, by: order, at: target)
                    }, rows: rows))
            \(page.pages(of: view.list, at: target))</div>
            """
        return page.document(
            page[.roles], lead: page[.rolesLead],
            actions: page.goButton(.createRole, .primary, to: CreateRolePage()),
            content: "\(page.find(.findRoles, in: query, to: RolesPage()))\(list)")
    }

    private static func orders(_ tellsUse: Bool) -> [(Phrase, String)] {
        [(.roleName, "")] + (tellsUse ? [(.lastActivity, RoleList.Order.used.rawValue)] : [])
            + [(.created, RoleList.Order.created.rawValue)]
    }

    private static func row(
        of role: Row, tellsUse: Bool, _ page: PageContext
    ) -> HTML {
        let names = role.trusted.prefix(shownPrincipals).map { $0.label(page) }
        let rest = role.trusted.count - names.count
        let trusted: HTML = """
            \(names.map { "<div>\($0)</div>" as HTML })\
            \(rest > 0 ? "<div class=\"quiet small\">\(page[.andMore(rest)])</div>" : "")
            """
        return """
            <tr><th scope="row"><a href="\(RolePage(name: role.name))">\(role.name)</a></th>\
            \(page.cell(.trustedEntities, trusted))\
            \(tellsUse ? page.cell(.lastActivity, page.moment(role.lastUsedAt)) : "")\
            \(page.cell(.created, page.moment(role.createdAt)))</tr>
            """
    }
}
