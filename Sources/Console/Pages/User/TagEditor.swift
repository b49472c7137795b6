/// The tags of a user or policy, with ways to add and remove them.
struct TagEditor {
    static func render(
        _ tags: [(key: String, value: String)], _ problems: FormProblems, _ page: PageContext
    ) -> HTML {
        let rows = tags.map { tag in
            """
            <tr><th scope="row">\(tag.key)</th>\(page.cell(.tagValue, "\(tag.value)"))
            <td>\(page.form(UserPage.Form.untag, """
                \(page.hidden("key", tag.key))\(page.button(.remove, .small))
                """))</td></tr>
            """ as HTML
        }
        let list: HTML =
            rows.isEmpty
            ? page.empty(.noTags)
            : page.table(page[.tags], columns: [.tagKey, .tagValue, nil], rows: rows)
        return page.card(
            page[.tags],
            """
            \(list)
            \(page.form(UserPage.Form.tag, class: "stack tight", """
                \(page.field(Field(label: .tagKey, name: "key", maximumLength: 128), problems))
                \(page.field(
                    Field(label: .tagValue, name: "value", isRequired: false, maximumLength: 256),
                    problems))
                <div class="actions">\(page.button(.addTag))</div>
                """))
            """)
    }
}
