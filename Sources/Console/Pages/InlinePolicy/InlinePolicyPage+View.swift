import IAMIdentifiers

extension InlinePolicyPage {
    enum Form: String { case save = "save-inline-policy" }

    struct View {
        var name = ""
        var draft = PolicyDraft.template
        var problems = FormProblems()
    }

    func render(_ view: View, _ page: PageContext) -> HTML {
        let isNew = policy.isEmpty
        let name: HTML =
            isNew
            ? page.card(
                page[.policyDetails],
                page.field(
                    Field(
                        label: .policyName, name: "name", value: view.name, hint: .groupNameHint,
                        maximumLength: 128),
                    view.problems)) : ""
        return page.document(
            isNew ? page[.createInlinePolicy] : policy, lead: page[lead],
            content: """
                \(page.summary(view.problems))
                <p>\(page[.inlinePolicyOf]) <a href="\(ownerPage)">\(owner)</a></p>
                \(page.form(Form.save, class: "stack", """
                    \(name)
                    \(page.card(page[.permissions], view.draft.editor(page)))
                    <div class="actions">\
                    \(page.button(isNew ? .createInlinePolicy : .saveVersion, .primary))
                    \(view.draft.checkButton(page))
                    \(page.linkButton(.cancel, to: ownerPage))</div>
                    """))
                """)
    }

    private var lead: Phrase {
        switch kind {
        case .user, nil: .inlinePolicyOfUser
        case .group: .inlinePolicyOfGroup
        case .role: .inlinePolicyOfRole
        }
    }
}
