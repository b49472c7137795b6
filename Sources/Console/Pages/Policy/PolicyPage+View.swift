import IAMIdentifiers

extension PolicyPage {
    /// What its forms do; each is one operation.
    enum Form: String {
        case delete = "delete-policy"
        case edit = "create-version"
        case setDefault = "set-default-version"
        case deleteVersion = "delete-version"
    }

    struct Version: Sendable, Equatable {
        var id: String
        var isDefault: Bool
        var createdAt: Timestamp?
    }

    /// What the chosen tab shows.
    enum Content: Sendable {
        case permissions(document: String)
        case entities(users: [String], groups: [String], roles: [String])
        case versions([Version])
        case accesses(LastAccessSection)
    }

    struct View {
        var name: String
        var arn: ARN
        var description: String
        var createdAt: Timestamp?
        var updatedAt: Timestamp?
        var tab: PolicyPage.Tab
        var content: Content
        /// What is being edited, when a new version was refused.
        var draft: PolicyDraft?
        var problems = FormProblems()

        /// AWS's own policies cannot be changed.
        var isOurs: Bool { arn.account != "aws" }
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        let tabs: [(Phrase, any ConsolePage)] = [
            (.permissions, PolicyPage(arn: view.arn)),
            (.entities, PolicyPage(arn: view.arn, tab: .entities)),
            (.versions, PolicyPage(arn: view.arn, tab: .versions)),
            (.lastAccessed, PolicyPage(arn: view.arn, tab: .accesses)),
        ]
        return page.document(
            view.name,
            lead: view.description.isEmpty ? page[.policyLead] : view.description,

            actions: view.isOurs
                ? page.opener(.deletePolicy, .danger, opens: "delete-policy") : "",
            content: """
                \(page.summary(view.problems))
                \(page.card(page[.summary], page.facts([
                    (.type, "\(page[view.isOurs ? .customerManaged : .awsManaged])"),
                    (.arn, page.identifier("\(view.arn)")),
                    (.created, page.moment(view.createdAt)),
                    (.edited, page.moment(view.updatedAt)),
                ])))
                \(page.tabs(tabs, current: PolicyPage(arn: view.arn, tab: view.tab)))
                \(content(view, page))
                \(view.isOurs ? deletion(view, page) : "")
                """)
    }

    private static func content(_ view: View, _ page: PageContext) -> HTML {
        switch view.content {
        case .permissions(let document):
            """
            \(page.card(page[.policyDocument], CodeView.render(document, page)))
            \(view.isOurs ? editor(view, document, page) : "")
            """
        case .entities(let users, let groups, let roles): entities(users, groups, roles, page)
        case .accesses(let accesses): accesses.render(page)
        case .versions(let versions): versionTable(versions, view, page)
        }
    }

    private static func editor(
        _ view: View, _ document: String, _ page: PageContext
    ) -> HTML {
        let draft = view.draft ?? PolicyDraft(document: document)
        return page.card(
            page[.editPolicy],
            page.form(
                Form.edit, class: "stack tight",
                """
                <p class="quiet">\(page[.editPolicyText])</p>
                \(draft.editor(page))
                <div class="actions">\(page.button(.saveVersion, .primary))
                \(draft.checkButton(page))</div>
                """))
    }

    private static func entities(
        _ users: [String], _ groups: [String], _ roles: [String], _ page: PageContext
    ) -> HTML {
        let rows =
            users.map { ($0, Phrase.user, UserPage(name: $0) as any ConsolePage) }
            + groups.map {
                ($0, Phrase.group, GroupPage(name: $0, tab: .permissions) as any ConsolePage)
            } + roles.map { ($0, Phrase.role, RolePage(name: $0) as any ConsolePage) }
        guard !rows.isEmpty else { return page.empty(.attachedToNothing) }
        return page.table(
            page[.entities], columns: [.name, .type],
            rows: rows.map { name, kind, path in
                """
                <tr><th scope="row"><a href="\(path)">\(name)</a></th>\
                \(page.cell(.type, "\(page[kind])"))</tr>
                """
            })
    }

    private static func versionTable(
        _ versions: [Version], _ view: View, _ page: PageContext
    ) -> HTML {
        let rows = versions.map { version -> HTML in
            let state: HTML =
                version.isDefault ? page.badge(page[.defaultVersion], .good) : ""
            let controls: HTML =
                version.isDefault || !view.isOurs
                ? ""
                : """
                <div class="actions">\(page.form(Form.setDefault, """
                    \(page.hidden("version", version.id))\(page.button(.setAsDefault, .small))
                    """))\(page.form(Form.deleteVersion, """
                    \(page.hidden("version", version.id))\(page.button(.delete, .smallDanger))
                    """))</div>
                """
            return """
                <tr><th scope="row"><code>\(version.id)</code> \(state)</th>
                \(page.cell(.created, page.moment(version.createdAt)))<td>\(controls)</td></tr>
                """
        }
        return page.table(page[.versions], columns: [.version, .created, nil], rows: rows)
    }

    private static func deletion(_ view: View, _ page: PageContext) -> HTML {
        page.dialog(
            "delete-policy", title: page[.deletePolicyQuestion(view.name)],
            """
            <p>\(page[.deletePolicyText])</p>
            \(page.form(Form.delete, class: "stack tight", """
                \(page.field(Field(label: .typeNameToConfirm(view.name), name: "confirm")))
                <div class="actions">\(page.button(.deletePolicy, .danger))\
                \(page.cancel("delete-policy"))</div>
                """))
            """)
    }
}
