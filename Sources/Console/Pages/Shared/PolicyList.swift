import IAMIdentifiers

/// The policies of one user or group: those attached to it and those written into it.
struct PolicyList: Sendable, Equatable {
    struct Attached: Sendable, Equatable {
        var name: String
        var arn: ARN
    }

    /// An inline policy and its document, as stored.
    struct Inline: Sendable, Equatable {
        var name: String
        var document: String
    }

    var attached: [Attached] = []
    var inline: [Inline] = []

    var isEmpty: Bool { attached.isEmpty && inline.isEmpty }

    /// - Parameter owner: the page on which a policy is written into whose list this is; nil where
    ///   nothing is changed.
    func render(_ page: PageContext, changing owner: InlinePolicyPage? = nil) -> HTML {
        guard let owner else { return table(page, changing: nil) }
        return """
            <div class="stack tight">\(table(page, changing: owner))
            <div class="actions">\(page.linkButton(.createInlinePolicy, to: owner))</div></div>
            """
    }

    private func table(_ page: PageContext, changing owner: InlinePolicyPage?) -> HTML {
        guard !isEmpty else { return page.empty(.noPolicies) }
        let canChange = owner != nil
        let rows =
            attached.map { policy in
                """
                <tr><th scope="row"><a href="\(PolicyPage(arn: policy.arn))">\
                \(policy.name)</a></th>
                \(page.cell(
                    .type,
                    "\(page[policy.arn.account == "aws" ? .awsManaged : .customerManaged])"))
                \(control(canChange, UserPage.Form.detachPolicy, "policy", "\(policy.arn)",
                    .detach, page))</tr>
                """ as HTML
            }
            + inline.map { policy in
                """
                <tr><th scope="row"><details><summary>\(policy.name)</summary>\
                \(CodeView.render(policy.document, page))</details></th>
                \(page.cell(.type, "\(page[.inlinePolicy])"))
                \(control(canChange, UserPage.Form.deleteInlinePolicy, "policy", policy.name,
                    .delete, page, beside: edit(policy, owner, page)))</tr>
                """ as HTML
            }
        return page.table(
            page[.permissionsPolicies],
            columns: [.policyName, .type] + (canChange ? [nil] : []), rows: rows)
    }

    private func control(
        _ canChange: Bool, _ form: UserPage.Form, _ field: String, _ value: String,
        _ label: Phrase, _ page: PageContext, beside edit: HTML = ""
    ) -> HTML {
        guard canChange else { return "" }
        return """
            <td><div class="actions">\(edit)\(page.form(form, """
                \(page.hidden(field, value))\(page.button(label, .small))
                """))</div></td>
            """
    }

    private func edit(
        _ policy: Inline, _ owner: InlinePolicyPage?, _ page: PageContext
    ) -> HTML {
        guard var target = owner else { return "" }
        target.policy = policy.name
        return page.linkButton(.edit, .small, to: target)
    }
}

/// A box that attaches a managed policy by its name or ARN.
struct AttachPolicy {
    /// The box of the form, by the parameter that it becomes; none of another form.
    static func boxes(_ form: String) -> KeyValuePairs<String, String> {
        UserPage.Form(rawValue: form) == .attachPolicy ? ["PolicyArn": "policy"] : [:]
    }

    static func render(_ page: PageContext, _ problems: FormProblems) -> HTML {
        page.card(
            page[.attachPolicy],
            page.form(
                UserPage.Form.attachPolicy, class: "stack tight",
                """
                \(page.field(
                    Field(label: .policyNameOrARN, name: "policy", hint: .policyNameOrARNHint),
                    problems))
                <div class="actions">\(page.button(.attachPolicy))
                \(page.linkButton(.browsePolicies, to: PoliciesPage()))</div>
                """))
    }
}
