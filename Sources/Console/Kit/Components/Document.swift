/// Whole pages: the frame around what a page says.
extension PageContext {
    /// A page of the console, with top bar, navigation and breadcrumb.
    /// - Parameters:
    ///   - title: the page's only `h1`.
    ///   - lead: one line saying what the thing is.
    ///   - crumbs: the pages above this one, outermost first.
    ///   - actions: what stands at the right of the title.
    func document(
        _ title: String, lead: String? = nil, crumbs: [(Phrase, ConsolePath)] = [],
        actions: HTML = .empty, content: HTML
    ) -> HTML {
        let inIAM = crumbs.contains { $0.1 == .dashboard } || path == .dashboard
        let trail = crumbs.map { "<li><a href=\"\($0.1)\">\(self[$0.0])</a></li>" as HTML }
        let breadcrumb: HTML =
            crumbs.isEmpty
            ? ""
            : """
            <nav class="crumbs" aria-label="\(self[.breadcrumb])"><ol>\(trail)\
            <li aria-current="page">\(title)</li></ol></nav>
            """
        return shell(
            title: title, within: crumbs.last.map { self[$0.0] },
            body: """
                \(topBar(hasNavigation: inIAM))
                <div class="\(inIAM ? "frame" : "frame alone")">
                \(inIAM ? sideNavigation : "")
                <main id="main" tabindex="-1"><div class="stack">
                \(breadcrumb)
                <div class="title"><div class="words"><h1>\(title)</h1>
                \(lead.map { "<p>\($0)</p>" })</div>
                <div class="actions">\(actions)</div></div>
                \(noticeMessage)
                \(content)
                </div></main></div>
                """)
    }

    /// A page on the way in: one card in the middle.
    func gate(_ title: String, content: HTML) -> HTML {
        shell(
            title: title, within: nil,
            body: """
                <div class="gate">\(topBar(hasNavigation: false))
                <main id="main" tabindex="-1"><h1>\(title)</h1>
                \(noticeMessage)
                \(content)
                </main></div>
                """)
    }

    private var noticeMessage: HTML? { notice.map { message(.good, self[$0.phrase]) } }

    /// The document around a body. Styles and scripts are files of ours and nothing else.
    private func shell(title: String, within section: String?, body: HTML) -> HTML {
        let heading = [title, section, "Gatehouse"].compactMap { $0 }.joined(separator: " · ")
        return """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)" data-theme="\(theme.rawValue)">
            <head><meta charset="utf-8"><title>\(heading)</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="same-origin">
            <link rel="icon" href="\(Assets.icon.path)">
            <link rel="stylesheet" href="\(Assets.style.path)">
            <script type="module" src="\(Assets.script.path)"></script></head>
            <body><a class="skip" href="#main">\(self[.skipToContent])</a>
            \(body)
            </body></html>

            """
    }

    private var sideNavigation: HTML {
        let entries: [(Phrase, ConsolePath)] = [
            (.dashboard, .dashboard), (.users, .users(.all)), (.groups, .groups(.all)),
            (.policies, .policies(.all)), (.policySimulator, .simulation(nil)),
            (.accountSettings, .accountSettings),
        ]
        let links = entries.map { phrase, target in
            """
            <li><a href="\(target)"\(" aria-current=\"page\"", if: path.section == target)>\
            \(self[phrase])</a></li>
            """ as HTML
        }
        return """
            <nav class="side" id="side" popover aria-label="IAM">
            <p class="heading">\(self[.identityAndAccess])</p><ul>\(links)</ul></nav>
            """
    }
}

extension ConsolePath {
    /// The entry of the side navigation that a page belongs to.
    fileprivate var section: ConsolePath? {
        switch self {
        case .dashboard: .dashboard
        case .users, .createUser, .user: .users(.all)
        case .groups, .createGroup, .group: .groups(.all)
        case .policies, .createPolicy, .policy: .policies(.all)
        case .accountSettings: .accountSettings
        case .simulation: .simulation(nil)
        default: nil
        }
    }
}
