import IAMIdentifiers

extension HomePage {
    struct View {
        /// Advice of the dashboard that applies, most urgent first.
        var advice: [Advice] = []
    }

    static func render(_ view: View, _ page: PageContext, _ principal: SignedInPrincipal) -> HTML {
        let address = SignInAddress(of: principal)
        return page.document(
            page[.homeTitle], lead: page[.homeLead],
            content: """
                \(view.advice.map { $0.render(page) })
                <div class="grid">
                \(page.card(page[.services], """
                    <div class="results"><a href="\(DashboardPage())">\
                    <strong>\(page[.identityAndAccess])</strong></a></div>
                    <p class="quiet">\(page[.identityAndAccessLead])</p>
                    """))
                \(page.card(page[.thisAccount], page.facts([
                    (.accountName, "\(principal.accountName)"),
                    (.accountID, page.identifier(principal.account.description)),
                    (.signInAddress, address.link(page)),
                ])))
                </div>
                """)
    }
}
