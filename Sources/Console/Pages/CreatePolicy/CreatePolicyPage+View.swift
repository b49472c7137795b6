extension CreatePolicyPage {
    enum Form: String { case create = "create-policy" }

    struct View {
        var name = ""
        var description = ""
        var draft = PolicyDraft.template
        var problems = FormProblems()
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        page.document(
            page[.createPolicy], lead: page[.policyLead],

            content: """
                \(page.summary(view.problems))
                \(page.form(Form.create, class: "stack", """
                    \(page.card(page[.policyDetails], """
                        \(page.field(
                            Field(
                                label: .policyName, name: "name", value: view.name,
                                hint: .groupNameHint, maximumLength: 128),
                            view.problems))
                        \(page.field(
                            Field(
                                label: .descriptionOptional, name: "description",
                                value: view.description, isRequired: false, maximumLength: 1_000),
                            view.problems))
                        """))
                    \(page.card(page[.permissions], view.draft.editor(page)))
                    <div class="actions">\(page.button(.createPolicy, .primary))
                    \(view.draft.checkButton(page))
                    \(page.linkButton(.cancel, to: PoliciesPage()))</div>
                    """))
                """)
    }
}
