import IAMIdentifiers

extension GroupPage {
    /// What its forms do beside those of ``PolicyList``; each is one operation.
    enum Form: String {
        case delete = "delete-group"
        case addUser = "add-user"
        case removeUser = "remove-user"
    }

    /// What the chosen tab shows.
    enum Content: Sendable {
        case users([String], total: Int, others: [String])
        case permissions(PolicyList)
        case accesses(LastAccessSection)
    }

    struct View {
        var name: String
        var arn: String
        var path: String
        var createdAt: Timestamp?
        var tab: GroupPage.Tab
        var content: Content
        /// The name of a user that could not be added.
        var typedUser = ""
        var problems = FormProblems()
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        page.document(
            view.name, lead: page[.groupLead],

            actions: """
                \(page.goButton(.simulatePermissions, to: SimulationPage(group: view.name)))
                \(page.opener(.deleteGroup, .danger, opens: "delete-group"))
                """,
            content: """
                \(page.summary(view.problems))
                \(page.card(page[.summary], page.facts([
                    (.arn, page.identifier(view.arn)), (.path, "\(view.path)"),
                    (.created, page.moment(view.createdAt)),
                ])))
                \(page.tabs(
                    [
                        (.users, GroupPage(name: view.name)),
                        (.permissions, GroupPage(name: view.name, tab: .permissions)),
                        (.lastAccessed, GroupPage(name: view.name, tab: .accesses)),
                    ],
                    current: GroupPage(name: view.name, tab: view.tab)))
                \(content(view, page))
                \(page.dialog("delete-group", title: page[.deleteGroupQuestion(view.name)], """
                    <p>\(page[.deleteGroupText])</p>
                    \(page.form(Form.delete, class: "stack tight", """
                        \(page.field(Field(label: .typeNameToConfirm(view.name), name: "confirm")))
                        <div class="actions">\(page.button(.deleteGroup, .danger))\
                        \(page.cancel("delete-group"))</div>
                        """))
                    """))
                """)
    }

    private static func content(_ view: View, _ page: PageContext) -> HTML {
        switch view.content {
        case .users(let users, let total, let others):
            page.card(
                page[.users], members(users, total, others, view.typedUser, view.problems, page))
        case .accesses(let accesses): accesses.render(page)
        case .permissions(let policies):
            """
            \(page.card(page[.permissionsPolicies], policies.render(
                page, changing: InlinePolicyPage(kind: .group, owner: view.name))))
            \(AttachPolicy.render(page, view.problems))
            """
        }
    }

    private static func members(
        _ users: [String], _ total: Int, _ others: [String], _ typed: String,
        _ problems: FormProblems, _ page: PageContext
    ) -> HTML {
        let rows = users.map { user in
            """
            <tr><th scope="row"><a href="\(UserPage(name: user))">\(user)</a></th>
            <td>\(page.form(Form.removeUser, """
                \(page.hidden("user", user))\(page.button(.remove, .small))
                """))</td></tr>
            """ as HTML
        }
        let list: HTML =
            rows.isEmpty
            ? page.empty(.noMembers)
            : page.table(page[.users], columns: [.userName, nil], rows: rows)
        let count = Phrase.range(users.isEmpty ? 0 : 1, users.count, of: total, in: page.language)
        return """
            \(list)<p class="quiet small">\(page[count])</p>
            \(page.form(Form.addUser, class: "stack tight", """
                \(page.field(
                    Field(
                        label: .userName, name: "user", value: typed, maximumLength: 64,
                        suggestions: others),
                    problems))
                <div class="actions">\(page.button(.addUser))</div>
                """))
            """
    }
}
