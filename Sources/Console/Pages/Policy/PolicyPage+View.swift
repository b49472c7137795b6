import IAMIdentifiers

extension PolicyPage {
    /// What its forms do; each is one operation.
    enum Form: String {
        case delete = "delete-policy"
        case edit = "create-version"
        case setDefault = "set-default-version"
        case deleteVersion = "delete-version"
        case detach = "detach-policy"
        case removeBoundary = "remove-boundary"
    }

    /// What the chosen tab shows.
    enum Content: Sendable {
        case permissions(version: String, document: String, summary: [String])
        /// What is being edited, while it is not saved.
        case draft(PolicyDraft)
        case entities(PolicyEntities)
        case versions(PolicyVersions)
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
        let isRead = if case .draft = view.content { false } else { true }
        return page.document(
            view.name,
            lead: view.description.isEmpty ? page[.policyLead] : view.description,

            actions: view.isOurs
                ? page.opener(.deletePolicy, .danger, opens: "delete-policy") : "",
            content: """
                \(page.summary(view.problems))
                \(isRead ? facts(view, page) : "")
                \(page.tabs(tabs, current: PolicyPage(arn: view.arn, tab: view.tab)))
                \(content(view, page))
                \(view.isOurs ? deletion(view, page) : "")
                """)
    }

    private static func facts(_ view: View, _ page: PageContext) -> HTML {
        page.card(
            page[.summary],
            page.facts([
                (.type, "\(page[view.isOurs ? .customerManaged : .awsManaged])"),
                (.arn, page.identifier("\(view.arn)")),
                (.created, page.moment(view.createdAt)),
                (.edited, page.moment(view.updatedAt)),
            ]))
    }

    private static func content(_ view: View, _ page: PageContext) -> HTML {
        switch view.content {
        case .permissions(let version, let document, let summary):
            """
            \(summary.isEmpty ? "" : page.card(page[.inWords], words(summary)))
            \(page.card(page[.policyDocument], CodeView.render(document, page)))
            \(view.isOurs ? editor(drawn(from: document, version), page) : "")
            """
        case .draft(let draft): editor(draft, page)
        case .entities(let entities): entities.render(page)
        case .versions(let versions):
            versions.render(of: view.arn, canChange: view.isOurs, page)
        case .accesses(let accesses): accesses.render(page)
        }
    }

    /// A summary: what begins with a dash is an item of a list, what begins with a number the
    /// heading of a statement.
    private static func words(_ lines: [String]) -> HTML {
        var parts: [HTML] = []
        var items: [HTML] = []
        func endList() {
            if !items.isEmpty { parts.append("<ul>\(items)</ul>") }
            items = []
        }
        for line in lines {
            if line.utf8.starts(with: "- ".utf8) {
                items.append("<li>\(String(line.dropFirst(2)))</li>")
                continue
            }
            endList()
            let isHeading = line.utf8.first.map { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
            parts.append(isHeading == true ? "<h3>\(line)</h3>" : "<p>\(line)</p>")
        }
        endList()
        return "<div class=\"in-words\">\(parts)</div>"
    }

    private static func drawn(from document: String, _ version: String) -> PolicyDraft {
        var draft = PolicyDraft(document: document)
        draft.origin = PolicyOrigin(version: version, document)
        return draft
    }

    private static func editor(_ draft: PolicyDraft, _ page: PageContext) -> HTML {
        page.card(
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
