import IAMIdentifiers

/// What the second step can offer, read from the account.
struct PermissionOffers: Sendable {
    struct Policy: Sendable, Equatable {
        var name: String
        var arn: ARN
        /// How many users and groups have it.
        var uses: Int
    }

    var groups: [String] = []
    var users: [String] = []
    /// The first of the policies that answer the search, the best at the top.
    var policies: [Policy] = []
    /// How many answer it.
    var policyCount = 0
    var search = ""

    /// Rows of policies shown at once; a search narrows the rest.
    static let shownPolicies = 30
}

/// The second step of creating a user: by group, by copying another user, or by policy.
struct PermissionsStep {
    static func render(_ view: CreateUserPage.View, _ page: PageContext) -> HTML {
        let draft = view.draft
        let ways: [(UserDraft.PermissionsOption, Phrase, Phrase)] = [
            (.group, .addUserToGroup, .addUserToGroupHint),
            (.copy, .copyPermissions, .copyPermissionsHint),
            (.policy, .attachDirectly, .attachDirectlyHint),
        ]
        let choices = ways.map { way, label, hint in
            page.choice(
                page[label], hint: page[hint], name: "way", value: way.rawValue, isRadio: true,
                isChosen: draft.permissionsOption == way)
        }
        return page.form(
            CreateUserPage.Form.permissions, class: "stack ways",
            """
            \(draft.hiddenDetails(page))\(draft.hiddenTags(page))
            <button class="visually-hidden" tabindex="-1" name="go" value="search">\
            \(page[.searchButton])</button>
            \(page.card(page[.permissionsOptions], """
                <fieldset class="choices cards"><legend class="visually-hidden">\
                \(page[.permissionsOptions])</legend>\(choices)</fieldset>
                """))
            <div class="when-group">\(page.card(page[.groups], groups(view, page)))</div>
            <div class="when-copy">\(page.card(page[.users], users(view, page)))</div>
            <div class="when-policy">\(page.card(page[.permissionsPolicies], policies(view, page)))\
            </div>
            <div class="actions">\(page.button(.next, .primary, name: "go", value: "next"))
            \(page.button(.back, name: "go", value: "back"))
            \(page.linkButton(.cancel, to: UsersPage()))</div>
            """)
    }

    private static func groups(_ view: CreateUserPage.View, _ page: PageContext) -> HTML {
        guard !view.offers.groups.isEmpty else { return page.empty(.noGroups) }
        let rows = view.offers.groups.map {
            row("group", $0, label: $0, "", isChosen: view.draft.groups.contains($0), page)
        }
        return page.table(page[.groups], columns: [nil, .groupName], rows: rows)
    }

    private static func users(_ view: CreateUserPage.View, _ page: PageContext) -> HTML {
        guard !view.offers.users.isEmpty else { return page.empty(.noUsers) }
        let rows = view.offers.users.map {
            row("copied", $0, label: $0, "", isRadio: true, isChosen: view.draft.copied == $0, page)
        }
        return page.table(page[.users], columns: [nil, .userName], rows: rows)
    }

    /// The search and its answers. Ticked policies that the search hides stay chosen, as chips.
    private static func policies(_ view: CreateUserPage.View, _ page: PageContext) -> HTML {
        let offers = view.offers
        let shown = offers.policies
        let arns = Set<ExactText>(shown.map { ExactText($0.arn.description) })
        let elsewhere = view.draft.policies.filter { !arns.contains($0) }
        let chips = elsewhere.map { arn in
            let name = arn.parts(at: "/", keepingEmpty: false).last ?? arn
            return page.choice(
                name, name: "policy", value: arn, isRadio: false, isChosen: true)
        }
        let rows = shown.map { policy in
            let isOurs = policy.arn.account != "aws"
            let more: HTML = """
                \(page.cell(.type, "\(page[isOurs ? .customerManaged : .awsManaged])"))\
                \(page.cell(.entities, class: "number", "\(policy.uses)"))
                """
            return row(
                "policy", "\(policy.arn)", label: policy.name, more,
                isChosen: view.draft.policies.contains("\(policy.arn)"), page)
        }
        let count = Phrase.range(
            rows.isEmpty ? 0 : 1, rows.count, of: offers.policyCount, in: page.language)
        return """
            <div class="find"><input type="search" name="search" value="\(offers.search)" \
            aria-label="\(page[.findPolicies])" placeholder="\(page[.findPolicies])" \
            maxlength="200" autocomplete="off" data-live="policy-list">\
            \(page.button(.searchButton, name: "go", value: "search"))</div>
            <div class="stack tight" id="policy-list">
            \(chips.isEmpty ? "" : """
                <fieldset class="choices"><legend class="group-label">\(page[.alsoChosen])</legend>
                \(chips)</fieldset>
                """)
            \(rows.isEmpty ? page.empty(.nothingFound) : page.table(
                page[.permissionsPolicies], columns: [nil, .policyName, .type, .entities],
                rows: rows))
            <p class="quiet small" role="status">\(page[count])</p></div>
            """
    }

    private static func row(
        _ name: String, _ value: String, label: String, _ more: HTML, isRadio: Bool = false,
        isChosen: Bool, _ page: PageContext
    ) -> HTML {
        let id = "pick-\(name)-\(value)"
        return """
            <tr><td class="tick"><input type="\(isRadio ? "radio" : "checkbox")" id="\(id)" \
            name="\(name)" value="\(value)"\(" checked", if: isChosen)></td>
            <th scope="row"><label for="\(id)">\(label)</label></th>\(more)</tr>
            """
    }
}
