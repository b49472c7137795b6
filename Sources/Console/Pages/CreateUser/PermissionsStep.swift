import IAMIdentifiers

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
            <div class="when-policy">\(page.card(
                page[.permissionsPolicies],
                PolicyPicker.render(view.offers, chosen: draft.policies, page)))</div>
            <div class="actions">\(page.button(.next, .primary, name: "go", value: "next"))
            \(page.button(.back, name: "go", value: "back"))
            \(page.linkButton(.cancel, to: UsersPage()))</div>
            """)
    }

    private static func groups(_ view: CreateUserPage.View, _ page: PageContext) -> HTML {
        guard !view.offers.groups.isEmpty else { return page.empty(.noGroups) }
        let chosen = Set<ExactText>(view.draft.groups.map(ExactText.init))
        let rows = view.offers.groups.map {
            row("group", $0, label: $0, "", isChosen: chosen.contains($0), page)
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

    static func row(
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
