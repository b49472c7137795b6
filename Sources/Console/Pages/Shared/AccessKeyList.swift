import IAMIdentifiers

/// The access keys of one principal as a table with what can be done to each.
struct AccessKeyList {
    /// What its forms do; each is one operation.
    enum Form: String {
        case create = "create-access-key"
        case activate = "activate-access-key"
        case deactivate = "deactivate-access-key"
        case delete = "delete-access-key"
    }

    struct Row: Sendable, Equatable {
        var id: String
        var isActive: Bool
        var createdAt: Timestamp?
        var lastUsedAt: Timestamp?
        /// The service the key was last used for, such as `iam`; empty when never used.
        var lastUsedService = ""
        /// Whether the last use could be read; it takes a permission of its own.
        var isUseKnown = true
    }

    /// Keys one principal may own, inactive ones included.
    static let limit = 2

    /// - Parameter here: the page that shows the keys, for who exchanges one and looks again; nil
    ///   where the exchange is not offered.
    static func render(_ rows: [Row], at here: (any ConsolePage)?, _ page: PageContext) -> HTML {
        let isFull = rows.count >= limit
        let full: HTML = isFull ? "<p class=\"quiet small\">\(page[.twoKeysAtMost])</p>" : ""
        let create = page.form(
            Form.create, page.button(.createNewAccessKey, .primary, isDisabled: isFull))
        guard !rows.isEmpty else {
            return "<div class=\"stack tight\">\(page.empty(.noAccessKeys))\(create)</div>"
        }
        return """
            <div class="stack tight">
            \(page.table(
                page[.accessKeys],
                columns: [.accessKeyID, .status, .created, .lastUsed, .actions],
                rows: rows.map { self.row($0, page) }))
            <div class="actions">\(create)\(full)</div>
            \(here.flatMap { KeyRotation(rows, at: $0)?.render(page) })
            \(rows.map { confirmation($0, page) })</div>
            """
    }

    private static func row(_ row: Row, _ page: PageContext) -> HTML {
        let used: HTML =
            row.lastUsedAt == nil
            ? "\(page[row.isUseKnown ? .never : .notKnown])"
            : "\(page.moment(row.lastUsedAt)) <span class=\"badge\">\(row.lastUsedService)</span>"
        let toggle = page.form(
            row.isActive ? Form.deactivate : Form.activate,
            """
            \(page.hidden("key", row.id))\
            \(page.button(row.isActive ? .makeInactive : .makeActive, .small))
            """)
        return """
            <tr><th scope="row"><code class="no-break">\(row.id)</code></th>
            \(page.cell(.status, page.badge(
                page[row.isActive ? .active : .inactive], row.isActive ? .good : .neutral)))
            \(page.cell(.created, page.moment(row.createdAt)))\(page.cell(.lastUsed, used))
            <td><div class="actions">\(toggle)\
            \(page.opener(.delete, .smallDanger, opens: "delete-\(row.id)"))</div></td></tr>
            """
    }

    /// Deleting cannot be undone, so it says what stops working before it asks again.
    private static func confirmation(_ row: Row, _ page: PageContext) -> HTML {
        let id = "delete-\(row.id)"
        let use: HTML =
            row.lastUsedAt == nil
            ? "<p>\(page[row.isUseKnown ? .keyNeverUsed : .keyUseNotKnown])</p>"
            : "<p>\(page[.lastUsed]): \(page.moment(row.lastUsedAt))</p>"
        return page.dialog(
            id, title: page[.deleteKeyQuestion],
            """
            <p><code>\(row.id)</code></p>\(use)<p>\(page[.deleteKeyText])</p>
            \(page.form(Form.delete, class: "actions", """
                \(page.hidden("key", row.id))\(page.button(.delete, .danger))\(page.cancel(id))
                """))
            """)
    }
}
