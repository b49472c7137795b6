import IAMIdentifiers

/// The bar at the top of every page: product, search, language, theme, account.
extension PageContext {
    func topBar(hasNavigation: Bool) -> HTML {
        let menuButton: HTML =
            hasNavigation
            ? """
            <button type="button" class="bar-button menu-button" popovertarget="side">\
            \(Icon.menu)<span>\(self[.menu])</span></button>
            """ : ""
        return """
            <header class="\(reader?.isRoot == true ? "bar is-root" : "bar")">
            \(menuButton)
            <a class="product" href="\(reader == nil ? ConsolePath.signIn(asRoot: false) : .home)">\
            \(Icon.gate)<span>Gatehouse</span></a>
            \(reader == nil ? "<span class=\"push\"></span>" : search)
            \(languageSwitch)\(themeMenu)\(reader.map(accountMenu))
            </header>
            """
    }

    /// Enter opens the first match: a form's first button is the one that Enter presses. The
    /// magnifying glass lists all of them.
    private var search: HTML {
        let typed = if case .search(let text) = path { text } else { "" }
        return """
            <search class="search"><form method="get" action="\(ConsolePath.search(""))" \
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
            Preferences.Form.language, to: .preferences,
            """
            \(hidden("back", path.description))
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
            \(form(Preferences.Form.theme, to: .preferences,
                "\(hidden("back", path.description))\(buttons)"))</div>
            """
    }

    private func accountMenu(_ reader: Reader) -> HTML {
        let label = "\(reader.name) @ \(reader.accountLabel)"
        let mark: HTML =
            reader.isRoot ? "<span class=\"second\">\(reader.accountName)</span>" : ""
        return """
            <button type="button" class="bar-button push" popovertarget="account-menu">\
            <span class="account"><span>\(label)</span> \(mark)</span>\(Icon.down)</button>
            <div class="menu" id="account-menu" popover>
            <dl class="facts small"><dt class="quiet">\(self[.accountID])</dt>\
            <dd class="mono">\(reader.account.description)</dd>
            <dt class="quiet">\(self[reader.isRoot ? .signedInAsRoot : .iamUser])</dt>\
            <dd>\(reader.isRoot ? reader.accountName : reader.name)</dd></dl>
            <ul><li><a href="\(ConsolePath.securityCredentials(continued: false))">\
            \(self[reader.isRoot ? .mySecurityCredentials : .securityCredentials])</a></li></ul>
            \(form(SignOutPage.Form.signOut, to: .signOut,
                "<button class=\"plain\">\(self[.signOut])</button>"))
            </div>
            """
    }
}
