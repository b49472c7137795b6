import IAMIdentifiers

/// The IAM dashboard: how much there is, where users sign in, and what to mend first.
struct DashboardPage {
    struct View {
        var reader: PageContext.Reader
        var users: Int
        var groups: Int
        /// Customer-managed policies.
        var policies: Int
        var advice: [Advice]
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        let address = SignInAddress(of: view.reader)
        let figures: [(Phrase, Int, ConsolePath)] = [
            (.users, view.users, .users(.all)), (.groups, view.groups, .groups(.all)),
            (.policies, view.policies, .policies(.customer)),
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
                    actions: page.linkButton(.edit, .small, to: .accountSettings),
                    page.facts([
                        (.accountID, page.identifier(view.reader.account.description)),
                        (.accountAlias, "\(view.reader.alias ?? page[.none])"),
                        (.signInAddress,
                            address.link(page)),
                    ])))
                </div>
                """)
    }
}
