extension CreateUserPage {
    /// The step whose form was sent. Its button `go` says where to: `next`, `back`, `search`.
    enum Form: String { case details, permissions, review }

    struct View {
        var step = Form.details
        var draft = UserDraft()
        /// What step two offers; empty in the others.
        var offers = PermissionOffers()
        /// The sum of it for step three.
        var review: [(Phrase, HTML)] = []
        var problems = FormProblems()
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        let titles: [(Form, Phrase)] = [
            (.details, .userDetails), (.permissions, .setPermissions),
            (.review, .reviewAndCreate),
        ]
        let content: HTML =
            switch view.step {
            case .details: details(view, page)
            case .permissions: PermissionsStep.render(view, page)
            case .review: review(view, page)
            }
        return page.document(
            page[.createUser],

            content: page.wizard(
                titles.map(\.1), at: titles.firstIndex { $0.0 == view.step } ?? 0,
                "\(page.summary(view.problems))\(content)"))
    }

    private static func details(_ view: View, _ page: PageContext) -> HTML {
        let draft = view.draft
        return page.form(
            Form.details, class: "stack",
            """
            \(draft.hiddenPermissions(page))\(draft.hiddenTags(page))
            \(page.card(page[.userDetails], """
                \(page.field(
                    Field(
                        label: .userName, name: "user", value: draft.name, hint: .userNameHint,
                        maximumLength: 64, hasFocus: true),
                    view.problems))
                \(page.choice(
                    page[.giveConsoleAccess], hint: page[.giveConsoleAccessHint], name: "console",
                    value: "1", isRadio: false, isChosen: draft.hasConsoleAccess))
                <div class="stack tight when-console"><fieldset class="choices">
                <legend class="group-label">\(page[.consolePassword])</legend>
                \(page.choice(
                    page[.generatePassword], hint: page[.generatePasswordHint],
                    name: "password-kind", value: "generated", isRadio: true,
                    isChosen: draft.generatesPassword))
                \(page.choice(
                    page[.typePassword], name: "password-kind", value: "typed", isRadio: true,
                    isChosen: !draft.generatesPassword))</fieldset>
                <div class="when-typed">\(page.field(
                    Field(
                        label: .customPassword, name: "password", kind: .password,
                        value: draft.password, isRequired: false, autocomplete: "new-password",
                        maximumLength: 128),
                    view.problems))</div>
                \(page.choice(
                    page[.mustChangeAtNextSignIn], name: "reset", value: "1", isRadio: false,
                    isChosen: draft.mustChangePassword))</div>
                """))
            <div class="actions">\(page.button(.next, .primary, name: "go", value: "next"))
            \(page.linkButton(.cancel, to: UsersPage()))</div>
            """)
    }

    private static func review(_ view: View, _ page: PageContext) -> HTML {
        let draft = view.draft
        return page.form(
            Form.review, class: "stack",
            """
            \(draft.hiddenDetails(page))\(draft.hiddenPermissions(page))
            \(page.card(page[.reviewAndCreate], page.facts(view.review)))
            \(page.card(page[.tagsOptional], """
                <p class="quiet">\(page[.tagsText])</p>
                \(draft.tags.map { tagRow($0.key, $0.value, page) })\(tagRow("", "", page))
                """))
            <div class="actions">
            \(page.button(.createUser, .primary, name: "go", value: "create"))
            \(page.button(.back, name: "go", value: "back"))
            \(page.linkButton(.cancel, to: UsersPage()))</div>
            """)
    }

    /// A row for one tag, filled or empty.
    static func tagRow(_ key: String, _ value: String, _ page: PageContext) -> HTML {
        """
        <div class="find"><input type="text" name="tag-key" value="\(key)" maxlength="128" \
        aria-label="\(page[.tagKey])" placeholder="\(page[.tagKey])">\
        <input type="text" name="tag-value" value="\(value)" maxlength="256" \
        aria-label="\(page[.tagValue])" placeholder="\(page[.tagValue])"></div>
        """
    }
}
