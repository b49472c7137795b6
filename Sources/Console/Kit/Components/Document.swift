import IAMIdentifiers
import Operations

/// Whole pages: the frame around what a page says.
extension PageContext {
    /// A page of the console, with top bar, navigation and breadcrumb.
    /// - Parameters:
    ///   - title: the page's only `h1`.
    ///   - lead: one line saying what the thing is.
    ///   - trail: the pages above this one, outermost first; nil for those that its description
    ///     says. A page outside of the navigation's trail has no navigation beside it.
    ///   - actions: what stands at the right of the title.
    func document(
        _ title: String, lead: String? = nil, within trail: [any ConsolePage.Type]? = nil,
        actions: HTML = .empty, content: HTML
    ) -> HTML {
        let trail = trail ?? type(of: current).trail
        let inIAM = (trail + [type(of: current)]).contains { $0 == DashboardPage.self }
        let crumbs = trail.map { page in
            "<li><a href=\"\(page.init())\">\(self.title(of: page))</a></li>" as HTML
        }
        let breadcrumb: HTML =
            crumbs.isEmpty
            ? ""
            : """
            <nav class="crumbs" aria-label="\(self[.breadcrumb])"><ol>\(crumbs)\
            <li aria-current="page">\(title)</li></ol></nav>
            """
        return shell(
            title: title, within: trail.last.map { self.title(of: $0) },
            body: """
                \(topBar(hasNavigation: inIAM))\(rootBar)
                <div class="\(inIAM ? "frame" : "frame alone")">
                \(inIAM ? sideNavigation : "")
                <main id="main" tabindex="-1"><div class="stack">
                \(lostDeviceMessage)\(breadcrumb)
                <div class="title"><div class="words"><h1>\(title)</h1>
                \(lead.map { "<p>\($0)</p>" })</div>
                <div class="actions">\(actions)</div></div>
                \(noticeMessage)\(deviceMessage)
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

    /// What somebody without MFA device reads: a root user on the one page that is open, an IAM
    /// user on the first pages. A root user who may still go on reads it in the ``rootBar``.
    private var deviceMessage: HTML? {
        switch deviceNeed {
        case .none, .from: return nil
        case .now:
            return message(.danger, self[.deviceNeeded], "<p>\(self[.deviceNeededText])</p>")
        case .advised:
            guard current is HomePage || current is DashboardPage else { return nil }
            return message(
                .warning, self[.youHaveNoMFA],
                """
                <p>\(self[.youHaveNoMFAText])</p>
                <div class="actions">\
                \(linkButton(.assignDevice, .small, to: AssignDevicePage()))</div>
                """)
        }
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
            <meta name="referrer" content="\(isOnlyHere ? "strict-origin" : "same-origin")">
            <link rel="icon" href="\(Assets.icon.path)">
            <link rel="stylesheet" href="\(Assets.style.path)">
            <script type="module" src="\(Assets.script.path)"></script></head>
            <body><a class="skip" href="#main">\(self[.skipToContent])</a>
            \(body)
            </body></html>

            """
    }

    private var sideNavigation: HTML {
        let section = type(of: current).section
        let links = PageName.allCases.map(\.route.page).compactMap { page -> HTML? in
            guard let label = page.description.navigationLabel, isOpen(page) else { return nil }
            let isCurrent = section.map { $0 == page } ?? false
            return """
                <li><a href="\(page.init())"\(" aria-current=\"page\"", if: isCurrent)>\
                \(self[label])</a></li>
                """
        }
        return """
            <nav class="side" id="side" popover aria-label="IAM">
            <p class="heading">\(self[.identityAndAccess])</p><ul>\(links)</ul></nav>
            """
    }
}

extension PageContext {
    private func title(of page: any ConsolePage.Type) -> String {
        page.description.title.map { self[$0] } ?? ""
    }

    /// Whether who reads this page may see another.
    func isOpen(_ page: any ConsolePage.Type) -> Bool {
        principal.map { page.description.audience.includes($0) } ?? false
    }
}
