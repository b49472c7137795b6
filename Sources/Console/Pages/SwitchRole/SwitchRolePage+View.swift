extension SwitchRolePage {
    struct View {
        var shortcut: RoleShortcut
        var problems = FormProblems()
        /// Why the role could not be taken on, in the sentence of the API; empty for nothing.
        var denial = ""
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        let denial: HTML = view.denial.isEmpty ? "" : "<p class=\"mono small\">\(view.denial)</p>"
        return page.document(
            page[.switchRole], lead: page[.switchRoleLead],
            content: """
                \(page.principal?.isRoot == true
                    ? page.message(.warning, page[.rootCannotSwitch]) : "")
                \(page.summary(view.problems))\(denial)
                <div class="card">
                \(page.form(Form.switchRole, to: SwitchRolePage(), class: "stack", """
                    \(fields(view, page))
                    <div class="actions">\(page.button(.switchRole, .primary))
                    \(page.linkButton(.cancel, to: HomePage()))</div>
                    """))
                </div>
                """)
    }

    private static func fields(_ view: View, _ page: PageContext) -> HTML {
        """
        \(page.field(
            Field(
                label: .accountIDOrAlias, name: "account", value: view.shortcut.account,
                maximumLength: 63), view.problems))
        \(page.field(
            Field(
                label: .iamRoleName, name: "roleName", value: view.shortcut.role,
                hint: .iamRoleNameHint, maximumLength: longestRole), view.problems))
        \(page.field(
            Field(
                label: .displayNameOptional, name: "displayName",
                value: view.shortcut.displayName, hint: .displayNameHint, isRequired: false,
                maximumLength: RoleShortcut.longestDisplayName), view.problems))
        <fieldset class="choices colours"><legend>\(page[.displayColourOptional])</legend>
        \(RoleShortcut.Colour.allCases.map { colour in
            """
            <div class="is-\(colour.rawValue)">\(page.choice(
                page[colour.name], name: "color", value: colour.rawValue, isRadio: true,
                isChosen: view.shortcut.colour == colour))</div>
            """ as HTML
        })</fieldset>
        """
    }
}

// What the menu of the account offers.
extension SwitchRolePage {
    /// The way back, another role, and the roles that were switched to last.
    static func menu(of principal: SignedInPrincipal, _ page: PageContext) -> HTML {
        guard !principal.isRoot, principal.kind != .federatedUser else { return "" }
        let acting = page.shortcuts.acting(as: principal)
        let back: HTML =
            principal.role?.owner == nil
            ? ""
            : page.form(
                Form.switchBack, to: SwitchRolePage(),
                "<button class=\"plain\">\(page[.switchBack])</button>")
        let others = page.shortcuts.list.filter { $0 != acting }.map { shortcut in
            """
            <li>\(page.form(Form.switchRole, to: SwitchRolePage(), """
                \(page.hidden("account", shortcut.account))\
                \(page.hidden("roleName", shortcut.role))\
                \(page.hidden("displayName", shortcut.displayName))\
                \(page.hidden("color", shortcut.colour?.rawValue ?? ""))\
                <button class="plain role"><span class="\(swatch(shortcut.colour))"></span>\
                <span>\(shortcut.label)</span></button>
                """))</li>
            """ as HTML
        }
        let history: HTML =
            others.isEmpty
            ? ""
            : """
            <p class="quiet small heading" id="role-history">\(page[.roleHistory])</p>
            <ul aria-labelledby="role-history">\(others)</ul>
            """
        return """
            \(back)<ul><li><a href="\(SwitchRolePage())">\(page[.switchRole])</a></li></ul>
            \(history)
            """
    }

    static func swatch(_ colour: RoleShortcut.Colour?) -> String {
        colour.map { "swatch is-\($0.rawValue)" } ?? "swatch"
    }
}

extension RoleShortcut.Colour {
    var name: Phrase {
        switch self {
        case .blue: Phrase("Blue", "파란색")
        case .green: Phrase("Green", "초록색")
        case .yellow: Phrase("Yellow", "노란색")
        case .orange: Phrase("Orange", "주황색")
        case .red: Phrase("Red", "빨간색")
        }
    }
}

// The words of SwitchRolePage.
extension Phrase {
    static let switchRole = Phrase("Switch role", "역할 전환")
    static let switchBack = Phrase("Switch back", "원래 사용자로 전환")
    static let switchRoleLead = Phrase(
        "Work with the permissions of a role in this or another account. Your own permissions rest "
            + "until you switch back.",
        "이 계정 또는 다른 계정에 있는 역할의 권한으로 작업합니다. 다시 전환할 때까지 본인의 권한은 사용되지 않습니다.")
    static let rootCannotSwitch = Phrase(
        "The root user cannot switch roles. Sign in as an IAM user.",
        "루트 사용자는 역할을 전환할 수 없습니다. IAM 사용자로 로그인하십시오.")
    static let iamRoleName = Phrase("IAM role name", "IAM 역할 이름")
    static let iamRoleNameHint = Phrase(
        "With its path, if it has one, as team/admin.", "경로가 있으면 team/admin처럼 함께 입력합니다.")
    static let displayNameOptional = Phrase("Display name (optional)", "표시 이름(선택 사항)")
    static let displayNameHint = Phrase(
        "Shown in the bar while the role acts.", "역할로 작업하는 동안 상단에 표시됩니다.")
    static let displayNameTooLong = Phrase(
        "The display name is too long. Use at most 64 bytes.",
        "표시 이름이 너무 깁니다. 64바이트 이하로 입력하십시오.")
    static let displayColourOptional = Phrase("Display colour (optional)", "표시 색상(선택 사항)")
    static let roleHistory = Phrase("Role history", "최근 역할")
    static let activeAs = Phrase("Currently active as", "현재 역할")
    static let signedInAs = Phrase("Signed in as", "로그인한 사용자")
    static let cannotSwitchRole = Phrase(
        "The role could not be taken on. Check the account and the role's name. Your policies and "
            + "the role's trust policy both have to allow it.",
        "역할로 전환할 수 없습니다. 계정과 역할 이름을 확인하십시오. 본인의 정책과 역할의 신뢰 정책이 모두 허용해야 합니다.")
}
