import IAMIdentifiers
import Operations

/// The bar at the top of every page: product, search, language, theme, account.
extension PageContext {
    func topBar(hasNavigation: Bool) -> HTML {
        let menuButton: HTML =
            hasNavigation
            ? """
            <button type="button" class="bar-button menu-button" popovertarget="side">\
            \(Icon.menu)<span>\(self[.menu])</span></button>
            """ : ""
        let first: any ConsolePage = principal == nil ? SignInPage() : HomePage()
        return """
            <header class="\(barStyle)">
            \(menuButton)
            <a class="product" href="\(first)">\
            \(Icon.gate)<span>Gatehouse</span></a>
            \(principal == nil ? "<span class=\"push\"></span>" : search)
            \(isOnlyHere ? "" : languageSwitch + themeMenu)\(principal.map(accountMenu))
            </header>
            """
    }

    /// What the bar says at the first glance of who acts.
    private var barStyle: String {
        guard let principal else { return "bar" }
        if principal.isRoot { return "bar is-root" }
        guard principal.role != nil else { return "bar" }
        let colour = shortcuts.acting(as: principal)?.colour
        return "bar is-role" + (colour.map { " is-\($0.rawValue)" } ?? "")
    }

    /// Enter opens the first match: a form's first button is the one that Enter presses. The
    /// magnifying glass lists all of them.
    private var search: HTML {
        let typed = (current as? SearchPage)?.text ?? ""
        return """
            <search class="search"><form method="get" action="\(SearchPage())" \
            data-suggest>
            <button class="visually-hidden" tabindex="-1" name="open" value="first">\
            \(self[.openFirst])</button>
            <input type="search" name="q" value="\(typed)" aria-label="\(self[.search])" \
            placeholder="\(self[.searchHint])" autocomplete="off" data-shortcut="/" maxlength="200">
            <button class="bar-button go" aria-label="\(self[.allResults])">\(Icon.search)</button>
            </form></search>
            """
    }

    private var languageSwitch: HTML {
        form(
            PreferencesPage.Form.language, to: PreferencesPage(),
            """
            \(hidden("back", current.href))
            <button class="bar-button" name="language" value="\(language.other.rawValue)" \
            lang="\(language.other.rawValue)">\(language.other.name)</button>
            """)
    }

    private var themeMenu: HTML {
        let names: [(Theme, Phrase)] = [
            (.automatic, .themeAutomatic), (.light, .themeLight), (.dark, .themeDark),
        ]
        let buttons = names.map { choice, name in
            """
            <button class="plain" name="theme" value="\(choice.rawValue)" \
            aria-pressed="\(choice == theme ? "true" : "false")">\(self[name])</button>
            """ as HTML
        }
        return """
            <button type="button" class="bar-button" popovertarget="theme-menu" \
            aria-label="\(self[.theme])">\(Icon.theme)</button>
            <div class="menu" id="theme-menu" popover>\
            \(form(PreferencesPage.Form.theme, to: PreferencesPage(),
                "\(hidden("back", current.href))\(buttons)"))</div>
            """
    }

    private func accountMenu(_ principal: SignedInPrincipal) -> HTML {
        let label =
            shortcuts.acting(as: principal)?.label
            ?? "\(principal.name) @ \(principal.accountLabel)"
        let mark: HTML =
            principal.isRoot ? "<span class=\"second\">\(principal.accountName)</span>" : ""
        return """
            <button type="button" class="bar-button push" popovertarget="account-menu">\
            <span class="account"><span>\(label)</span> \(mark)</span>\(Icon.down)</button>
            <div class="menu" id="account-menu" popover>
            <dl class="facts small"><dt class="quiet">\(self[.accountID])</dt>\
            <dd class="mono">\(principal.account.description)</dd>
            <dt class="quiet">\(self[principal.kind.label])</dt>\
            <dd>\(principal.isRoot ? principal.accountName : principal.name)</dd>\
            \(principal.role?.owner.map { owner in
                "<dt class=\"quiet\">\(self[.signedInAs])</dt><dd>\(owner)</dd>"
            })</dl>
            <ul><li><a href="\(AccountPage())">\(self[.account])</a></li>
            \(isOpen(SecurityCredentialsPage.self) ? """
                <li><a href="\(SecurityCredentialsPage())">\
                \(self[principal.isRoot ? .mySecurityCredentials : .securityCredentials])</a></li>
                """ : "")</ul>
            \(SwitchRolePage.menu(of: principal, self))
            \(form(SignOutPage.Form.signOut, to: SignOutPage(),
                "<button class=\"plain\">\(self[.signOut])</button>"))
            </div>
            """
    }
}

extension SignedInPrincipal.Kind {
    fileprivate var label: Phrase {
        switch self {
        case .rootUser: .signedInAsRoot
        case .iamUser: .iamUser
        case .role: .activeAs
        case .federatedUser: .federatedUser
        }
    }
}
