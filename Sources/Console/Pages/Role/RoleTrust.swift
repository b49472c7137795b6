import IAMIdentifiers
import Operations

/// Whom a role trusts: the entities that its trust policy names, the policy itself with its editor,
/// and who of the account may assume the role.
struct RoleTrust {
    static func render(
        _ document: String, _ assumers: RoleAssumers.Output?,
        of role: RolePage.Details, _ page: PageContext
    ) -> HTML {
        """
        \(page.card(page[.trustedEntities], entities(in: document, page)))
        \(page.card(page[.trustPolicy], role.isLinked
            ? CodeView.render(document, page) : editor(PolicyDraft(document: document), page)))
        \(page.card(page[.whoMayAssume], users(assumers, of: role, page)))
        """
    }

    private static func entities(in document: String, _ page: PageContext) -> HTML {
        let entities = TrustedEntity.all(in: document)
        guard !entities.isEmpty else { return page.empty(.trustsNobody) }
        let rows = entities.map { entity in
            """
            <tr><th scope="row"><code>\(entity.name)</code></th>\
            \(page.cell(.type, "\(entity.kind.map { page[$0] } ?? "")"))</tr>
            """ as HTML
        }
        return page.table(page[.trustedEntities], columns: [.principal, .type], rows: rows)
    }

    static func editor(_ draft: PolicyDraft, _ page: PageContext) -> HTML {
        page.form(
            RolePage.Form.trust, class: "stack tight",
            """
            <p class="quiet">\(page[.trustPolicyText])</p>
            \(draft.editor(page, offersVisual: false))
            <div class="actions">\(page.button(.saveTrustPolicy, .primary))
            \(draft.checkButton(page))</div>
            """)
    }

    private static func users(
        _ found: RoleAssumers.Output?, of role: RolePage.Details, _ page: PageContext
    ) -> HTML {
        guard let found else { return "<p>\(page[.assumersNotKnown])</p>" }
        let rows = found.assumers.map { assumer in
            let policies = assumer.policies.map { policy in
                page.badge(policy.isExactly(role.arn) ? page[.trustPolicy] : policy)
            }
            return """
                <tr><th scope="row"><a href="\(UserPage(name: assumer.userName))">\
                \(assumer.userName)</a></th>\
                \(page.cell(.letBy, "<span class=\"chips\">\(policies)</span>"))</tr>
                """ as HTML
        }
        let list =
            rows.isEmpty
            ? page.empty(.nobodyMayAssume)
            : page.table(page[.whoMayAssume], columns: [.userName, .letBy], rows: rows)
        let cut: HTML =
            found.isCut
            ? "<p class=\"quiet small\">\(page[.firstUsers(RoleAssumers.users)])</p>" : ""
        return "<p class=\"quiet\">\(page[.whoMayAssumeText])</p>\(list)\(cut)"
    }
}
