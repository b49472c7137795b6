import IAMIdentifiers
import Operations

extension DashboardPage {
    struct View {
        var principal: SignedInPrincipal
        var users: Int
        var groups: Int
        /// Customer-managed policies.
        var policies: Int
        var check: SecurityCheck.Output
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        page.document(
            page[.iamDashboard], lead: page[.identityAndAccessLead],
            content: """
                <div class="grid"><div class="stack even">
                \(page.card(page[.securityScore], SecurityScoreView.render(view.check, page)))
                \(page.card(page[.iamResources], figures(view, page)))</div>
                \(page.card(page[.rootSignIns], rootSignIns(view.check.rootSignIns, page)))</div>
                \(SecurityChecklist.render(view.check, view.principal, page))
                \(page.card(
                    page[.thisAccount],
                    actions: page.linkButton(.edit, .small, to: AccountSettingsPage()),
                    page.facts([
                        (.accountID, page.identifier(view.principal.account.description)),
                        (.accountAlias, "\(view.principal.alias ?? page[.none])"),
                        (.signInAddress, SignInAddress(of: view.principal).link(page)),
                    ])))
                """)
    }

    /// How much there is, and how much of it is new.
    private static func figures(_ view: View, _ page: PageContext) -> HTML {
        let new = view.check.newcomers
        let figures: [(Phrase, Int, Int?, any ConsolePage)] = [
            (.users, view.users, new?.users, UsersPage()),
            (.groups, view.groups, new?.groups, GroupsPage()),
            (.policies, view.policies, new?.policies, PoliciesPage.customer),
        ]
        let counts = figures.map { name, count, new, target in
            let trend: HTML =
                new.map { "<span class=\"quiet small\">\(page[.newInDays($0)])</span>" } ?? ""
            return """
                <div><dt>\(page[name])</dt><dd><a href="\(target)">\(Phrase.grouped(count))</a>\
                \(trend)</dd></div>
                """ as HTML
        }
        return "<dl class=\"figures\">\(counts)</dl>"
    }

    /// The last sign-ins of the root user, successful or not.
    private static func rootSignIns(_ signIns: [RootSignIn]?, _ page: PageContext) -> HTML {
        guard let signIns else { return "<p class=\"quiet\">\(page[.rootSignInsNotKnown])</p>" }
        guard !signIns.isEmpty else { return "<p class=\"quiet\">\(page[.noRootSignIns])</p>" }
        let rows = signIns.map { signIn in
            let result: HTML =
                if !signIn.succeeded {
                    page.badge(page[.signInRefused], .danger)
                } else if signIn.usedMFA {
                    page.badge(page[.withMFA], .good)
                } else {
                    page.badge(page[.withoutMFA], .warning)
                }
            return """
                <li><div>\(page.moment(signIn.at))<br><code>\(signIn.sourceAddress)</code></div>\
                \(result)</li>
                """ as HTML
        }
        return "<ul class=\"sign-ins\">\(rows)</ul>"
    }
}
