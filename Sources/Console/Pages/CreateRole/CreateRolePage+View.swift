import IAMIdentifiers

extension CreateRolePage {
    /// The step whose form was sent. Its button `go` says where to: `next`, `back`, `search`.
    enum Form: String { case trust, permissions, details }

    struct View {
        var step = Form.trust
        var draft = RoleDraft()
        /// What step two offers; empty in the others.
        var offers = PermissionOffers()
        /// What step three shows of step one.
        var trustPolicy = ""
        /// The trust policy that IAM refused, with the place.
        var refusedPolicy: PolicyDraft?
        var problems = FormProblems()
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        let titles: [(Form, Phrase)] = [
            (.trust, .selectTrustedEntity), (.permissions, .addPermissions),
            (.details, .nameAndReview),
        ]
        let content: HTML =
            switch view.step {
            case .trust: TrustStep.render(view, page)
            case .permissions: permissions(view, page)
            case .details: details(view, page)
            }
        return page.document(
            page[.createRole],
            content: page.wizard(
                titles.map(\.1), at: titles.firstIndex { $0.0 == view.step } ?? 0,
                "\(page.summary(view.problems))\(content)"))
    }

    private static func permissions(_ view: View, _ page: PageContext) -> HTML {
        let draft = view.draft
        return page.form(
            Form.permissions, class: "stack",
            """
            \(draft.hiddenTrust(page))\(draft.hiddenDetails(page))
            <button class="visually-hidden" tabindex="-1" name="go" value="search">\
            \(page[.searchButton])</button>
            \(page.card(
                page[.permissionsPolicies],
                PolicyPicker.render(view.offers, chosen: draft.policies, page)))
            \(page.card(page[.boundaryOptional], """
                <p class="quiet">\(page[.boundaryText])</p>
                \(page.field(
                    Field(
                        label: .policyNameOrARN, name: "boundary", value: draft.boundary,
                        hint: .policyNameOrARNHint, isRequired: false),
                    view.problems))
                """))
            \(steps(.next, "next", page))
            """)
    }

    private static func details(_ view: View, _ page: PageContext) -> HTML {
        let draft = view.draft
        let chips = draft.policies.map {
            page.badge($0.parts(at: "/", keepingEmpty: false).last ?? $0)
        }
        return page.form(
            Form.details, class: "stack",
            """
            \(draft.hiddenTrust(page))\(draft.hiddenPermissions(page))
            \(page.card(page[.roleDetails], """
                \(page.field(
                    Field(
                        label: .roleName, name: "role", value: draft.name, hint: .userNameHint,
                        maximumLength: 64, hasFocus: true), view.problems))
                \(page.field(
                    Field(
                        label: .descriptionOptional, name: "description",
                        value: draft.roleDescription, isRequired: false, maximumLength: 1_000),
                    view.problems))
                \(page.field(
                    Field(
                        label: .maximumSessionHours, name: "hours", kind: .number,
                        value: draft.hours, hint: .maximumSessionHint, isShort: true),
                    view.problems))
                """))
            \(page.card(page[.trustPolicy], CodeView.render(view.trustPolicy, page)))
            \(page.card(page[.permissions], page.facts([
                (
                    .permissionsPolicies,
                    chips.isEmpty
                        ? "\(page[.none])" : "<span class=\"chips\">\(chips)</span>"
                ),
                (
                    .permissionsBoundary,
                    "\(draft.boundary.isEmpty ? page[.none] : draft.boundary)"
                ),
            ])))
            \(page.card(page[.tagsOptional], """
                <p class="quiet">\(page[.tagsText])</p>
                \(draft.tags.map { CreateUserPage.tagRow($0.key, $0.value, page) })\
                \(CreateUserPage.tagRow("", "", page))
                """))
            \(steps(.createRole, "create", page))
            """)
    }

    private static func steps(_ next: Phrase, _ go: String, _ page: PageContext) -> HTML {
        """
        <div class="actions">\(page.button(next, .primary, name: "go", value: go))
        \(page.button(.back, name: "go", value: "back"))
        \(page.linkButton(.cancel, to: RolesPage()))</div>
        """
    }

    /// The role is there, and some policy could not be attached.
    static func renderPartly(
        _ name: String, _ problems: [String], _ page: PageContext
    ) -> HTML {
        let failures = problems.map { "<li>\($0)</li>" as HTML }
        return page.document(
            page[.roleWasCreated(name)],
            content: """
                \(page.message(.danger, page[.roleCreatedPartly], "<ul>\(failures)</ul>"))
                <div class="actions">\(page.linkButton(.viewRole, to: RolePage(name: name)))</div>
                """)
    }
}
