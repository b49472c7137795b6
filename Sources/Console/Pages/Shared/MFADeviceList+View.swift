import IAMIdentifiers

extension MFADeviceList {
    /// - Parameter user: the devices' owner; empty for the reader.
    static func render(_ rows: [Row], _ page: PageContext) -> HTML {
        guard !rows.isEmpty else { return page.empty(.noDevices) }
        return """
            \(page.table(
                page[.mfaSection], columns: [.name, .type, .assignedAt, .actions],
                rows: rows.enumerated().map { row($1, $0, page) }))
            \(rows.enumerated().map { dialogs($1, $0, page) })
            """
    }

    /// The way to one device more.
    static func assignButton(ofUser user: String, _ count: Int, _ page: PageContext) -> HTML {
        count >= limit
            ? "<span class=\"quiet small\">\(page[.eightDevicesAtMost])</span>"
            : page.goButton(.assignDevice, .primary, to: AssignDevicePage(user: user))
    }

    private static func row(_ row: Row, _ number: Int, _ page: PageContext) -> HTML {
        let resync: HTML =
            row.kind == .fido ? "" : page.opener(.resync, .small, opens: "resync-\(number)")
        return """
            <tr><th scope="row"><strong>\(row.name)</strong><br>\
            <code class="small">\(row.serialNumber)</code></th>
            \(page.cell(.type, "\(page[.kind(of: row.kind)])"))\
            \(page.cell(.assignedAt, page.moment(row.assignedAt)))
            <td><div class="actions">\(resync)\
            \(page.opener(.remove, .smallDanger, opens: "remove-\(number)"))</div></td></tr>
            """
    }

    private static func dialogs(_ row: Row, _ number: Int, _ page: PageContext) -> HTML {
        let removal = page.dialog(
            "remove-\(number)", title: page[.removeDeviceQuestion],
            """
            <p><strong>\(row.name)</strong></p><p>\(page[.removeDeviceText])</p>
            \(page.form(Form.remove, class: "actions", """
                \(page.hidden("device", row.serialNumber))\(page.button(.remove, .danger))\
                \(page.cancel("remove-\(number)"))
                """))
            """)
        guard row.kind != .fido else { return removal }
        let resync = page.dialog(
            "resync-\(number)", title: page[.resyncTitle],
            """
            <p>\(page[.resyncText])</p>
            \(page.form(Form.resync, class: "stack tight", """
                \(page.hidden("device", row.serialNumber))
                \(codes("\(number)", page))
                <div class="actions">\(page.button(.resync, .primary))\
                \(page.cancel("resync-\(number)"))</div>
                """))
            """)
        return "\(removal)\(resync)"
    }

    /// The two boxes for codes that follow each other.
    /// - Parameter suffix: what tells the boxes from those of other forms on the page.
    static func codes(
        _ suffix: String, _ page: PageContext, _ problems: FormProblems = FormProblems()
    ) -> HTML {
        """
        \(page.field(.code(.mfaCode1, name: "code1", id: suffix), problems))
        \(page.field(.code(.mfaCode2, name: "code2", id: suffix), problems))
        """
    }
}
