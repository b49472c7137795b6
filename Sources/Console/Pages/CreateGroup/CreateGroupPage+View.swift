extension CreateGroupPage {
    enum Form: String { case create = "create-group" }

    struct View {
        var name = ""
        var problems = FormProblems()
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        page.document(
            page[.createGroup], lead: page[.groupsLead],

            content: """
                \(page.summary(view.problems))
                \(page.form(Form.create, class: "stack", """
                    \(page.card(page[.groupDetails], page.field(
                        Field(
                            label: .groupName, name: "group", value: view.name,
                            hint: .groupNameHint, maximumLength: 128, hasFocus: true),
                        view.problems)))
                    <div class="actions">\(page.button(.createGroup, .primary))
                    \(page.linkButton(.cancel, to: GroupsPage()))</div>
                    """))
                """)
    }
}
