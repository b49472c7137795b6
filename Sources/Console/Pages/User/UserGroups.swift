/// The groups a user is in, and the way into others.
struct UserGroups {
    static func render(member: [String], others: [String], _ page: PageContext) -> HTML {
        let rows = member.map { group in
            """
            <tr><th scope="row"><a href="\(GroupPage(name: group))">\(group)</a></th>
            <td>\(page.form(UserPage.Form.removeFromGroup, """
                \(page.hidden("group", group))\(page.button(.remove, .small))
                """))</td></tr>
            """ as HTML
        }
        let list: HTML =
            rows.isEmpty
            ? page.empty(.inNoGroup)
            : page.table(page[.groups], columns: [.groupName, nil], rows: rows)
        let options = others.map { "<option>\($0)</option>" as HTML }
        let add: HTML =
            others.isEmpty
            ? ""
            : page.form(
                UserPage.Form.addToGroup, class: "find",
                """
                <label for="add-group">\(page[.group])</label>
                <select id="add-group" name="group">\(options)</select>
                \(page.button(.addToGroup))
                """)
        return page.card(page[.groups], "\(list)\(add)")
    }
}
