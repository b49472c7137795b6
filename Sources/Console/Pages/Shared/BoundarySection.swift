import IAMIdentifiers

/// The permissions boundary of a user or a role, with ways to set it and to take it away.
struct BoundarySection {
    enum Form: String {
        case put = "put-boundary"
        case delete = "delete-boundary"
    }

    /// The boxes of the form, by the parameters that they become.
    static let boxes: KeyValuePairs<String, String> = ["PermissionsBoundary": "boundary"]

    /// - Parameter arn: the boundary that there is; nil for none.
    static func render(
        _ arn: String?, canChange: Bool = true, _ problems: FormProblems, _ page: PageContext
    ) -> HTML {
        let policy = arn.flatMap { ARN($0) }
        let present: HTML =
            policy.map { policy in
                """
                <p><a href="\(PolicyPage(arn: policy))">\
                \(policy.resource.parts(at: "/", keepingEmpty: false).last ?? "")</a></p>
                """
            } ?? "<p>\(page[.noBoundary])</p>"
        return page.card(
            page[.permissionsBoundary],
            """
            <p class="quiet">\(page[.boundaryText])</p>
            \(present)
            \(canChange ? forms(hasBoundary: policy != nil, problems, page) : "")
            """)
    }

    private static func forms(
        hasBoundary: Bool, _ problems: FormProblems, _ page: PageContext
    ) -> HTML {
        let removal: HTML =
            hasBoundary
            ? page.opener(.removeBoundary, .danger, opens: "remove-boundary") : ""
        let dialog: HTML =
            hasBoundary
            ? page.dialog(
                "remove-boundary", title: page[.removeBoundary],
                """
                <p>\(page[.removeBoundaryText])</p>
                \(page.form(Form.delete, class: "actions", """
                    \(page.button(.removeBoundary, .danger))\(page.cancel("remove-boundary"))
                    """))
                """) : ""
        return """
            \(page.form(Form.put, class: "stack tight", """
                \(page.field(
                    Field(
                        label: .policyNameOrARN, name: "boundary", hint: .policyNameOrARNHint),
                    problems))
                <div class="actions">\
                \(page.button(hasBoundary ? .changeBoundary : .setBoundary))\(removal)</div>
                """))
            \(dialog)
            """
    }
}
