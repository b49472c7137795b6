import IAMIdentifiers

extension DashboardPage {
    struct View {
        var principal: SignedInPrincipal
        var users: Int
        var groups: Int
        /// Customer-managed policies.
        var policies: Int
        var advice: [Advice]
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        let address = SignInAddress(of: view.principal)
        let figures: [(Phrase, Int, any ConsolePage)] = [
            (.users, view.users, UsersPage()), (.groups, view.groups, GroupsPage()),
            (.policies, view.policies, PoliciesPage.customer),
        ]
        let counts = figures.map { name, count, target in
            """
            <div><dt>\(page[name])</dt><dd><a href="\(target)">\(Phrase.grouped(count))</a></dd>\
            </div>
            """ as HTML
        }
        return page.document(
            page[.iamDashboard], lead: page[.identityAndAccessLead],
            content: """
                \(view.advice.isEmpty
                    ? page.message(.good, page[.noAdvice])
                    : "<div class=\"stack tight\">\(view.advice.map { $0.render(page) })</div>")
                <div class="grid">
                \(page.card(page[.iamResources], "<dl class=\"figures\">\(counts)</dl>"))
                \(page.card(
                    page[.thisAccount],
                    actions: page.linkButton(.edit, .small, to: AccountSettingsPage()),
                    page.facts([
                        (.accountID, page.identifier(view.principal.account.description)),
                        (.accountAlias, "\(view.principal.alias ?? page[.none])"),
                        (.signInAddress,
                            address.link(page)),
                    ])))
                </div>
                """)
    }
}
