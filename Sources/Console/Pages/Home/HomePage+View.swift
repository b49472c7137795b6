import IAMIdentifiers
import Operations

extension HomePage {
    struct View {
        /// How well the account is secured; nil for an IAM user.
        var check: SecurityCheck.Output?
    }

    static func render(_ view: View, _ page: PageContext, _ principal: SignedInPrincipal) -> HTML {
        let address = SignInAddress(of: principal)
        return page.document(
            page[.homeTitle], lead: page[.homeLead],
            content: """
                <div class="grid">
                \(view.check.map { score($0, page) })
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

    private static func score(_ check: SecurityCheck.Output, _ page: PageContext) -> HTML {
        page.card(
            page[.securityScore],
            """
            \(SecurityScoreView.render(check, page))
            <div class="actions">\
            \(page.linkButton(.secureYourAccount, .small, to: DashboardPage()))</div>
            """)
    }
}
