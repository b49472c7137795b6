extension AccountSettingsPage {
    /// What its forms do; each is one operation.
    enum Form: String {
        case setAlias = "set-alias"
        case deleteAlias = "delete-alias"
        case setPolicy = "set-password-policy"
        case deletePolicy = "delete-password-policy"
    }

    /// The rules for IAM users' passwords, as the form shows them.
    struct RulesForm: Sendable, Equatable {
        /// 6 to 128.
        var minimumLength = 8
        var requiresUppercase = false
        var requiresLowercase = false
        var requiresNumbers = false
        var requiresSymbols = false
        /// Days until a password expires, 1 to 1,095; nil for never.
        var maximumAgeDays: Int?
        /// How many earlier passwords may not return, 1 to 24; nil for none.
        var remembered: Int?
        var usersMayChange = true
        /// Whether an expired password needs an administrator to be replaced.
        var hardExpiry = false
    }

    struct View {
        var principal: SignedInPrincipal
        /// Whether the account has rules of its own; otherwise those shown are the defaults.
        var hasOwnRules: Bool
        var rules: RulesForm
        var problems = FormProblems()
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        let address = SignInAddress(of: view.principal)
        return page.document(
            page[.accountSettings],
            content: """
                \(page.summary(view.problems))
                \(page.card(page[.accountAlias], """
                    <p class="quiet">\(page[.accountAliasText])</p>
                    \(page.facts([
                        (.accountAlias, "\(view.principal.alias ?? page[.none])"),
                        (.signInAddress, address.link(page)),
                    ]))
                    \(alias(view, page))
                    """))
                \(page.card(page[.passwordPolicy], rules(view, page)))
                """)
    }

    private static func alias(_ view: View, _ page: PageContext) -> HTML {
        let delete: HTML =
            view.principal.alias == nil
            ? "" : page.opener(.deleteAlias, .danger, opens: "delete-alias")
        return """
            \(page.form(Form.setAlias, class: "stack tight", """
                \(page.field(
                    Field(
                        label: .newAlias, name: "alias", hint: .aliasHint, maximumLength: 63),
                    view.problems))
                <div class="actions">\(page.button(.saveAlias, .primary))\(delete)</div>
                """))
            \(page.dialog("delete-alias", title: page[.deleteAlias], """
                <p>\(page[.deleteAliasText])</p>
                \(page.form(Form.deleteAlias, class: "actions", """
                    \(page.button(.deleteAlias, .danger))\(page.cancel("delete-alias"))
                    """))
                """))
            """
    }

    private static func rules(_ view: View, _ page: PageContext) -> HTML {
        let rules = view.rules
        let boxes: [(String, Phrase, Bool)] = [
            ("uppercase", .requireUppercase, rules.requiresUppercase),
            ("lowercase", .requireLowercase, rules.requiresLowercase),
            ("numbers", .requireNumbers, rules.requiresNumbers),
            ("symbols", .requireSymbols, rules.requiresSymbols),
            ("users-change", .usersMayChange, rules.usersMayChange),
            ("hard-expiry", .hardExpiry, rules.hardExpiry),
        ]
        let choices = boxes.map { name, label, isChosen in
            page.choice(page[label], name: name, value: "1", isRadio: false, isChosen: isChosen)
        }
        let number = { (label: Phrase, name: String, value: Int?, isRequired: Bool) in
            page.field(
                Field(
                    label: label, name: name, kind: .number, value: value.map(String.init) ?? "",
                    isRequired: isRequired, isShort: true),
                view.problems)
        }
        return """
            <p class="quiet">\(page[view.hasOwnRules ? .ownRulesText : .defaultRulesText])</p>
            \(page.form(Form.setPolicy, class: "stack tight", """
                \(number(.minimumLength, "length", rules.minimumLength, true))
                <fieldset class="choices"><legend class="group-label">\(page[.passwordRules])\
                </legend>\(choices)</fieldset>
                \(number(.maximumAge, "age", rules.maximumAgeDays, false))
                \(number(.remembered, "remembered", rules.remembered, false))
                <div class="actions">\(page.button(.saveRules, .primary))</div>
                """))
            \(view.hasOwnRules
                ? page.form(Form.deletePolicy, page.button(.useDefaultRules)) : "")
            """
    }
}
