import IAMIdentifiers

/// The console's first page: who one is here, where to go, and what to do first.
struct HomePage {
    struct View {
        /// Advice of the dashboard that applies, most urgent first.
        var advice: [Advice] = []
    }

    static func render(_ view: View, _ page: PageContext, _ reader: PageContext.Reader) -> HTML {
        let address = SignInAddress(of: reader)
        return page.document(
            page[.homeTitle], lead: page[.homeLead],
            content: """
                \(view.advice.map { $0.render(page) })
                <div class="grid">
                \(page.card(page[.services], """
                    <div class="results"><a href="\(ConsolePath.dashboard)">\
                    <strong>\(page[.identityAndAccess])</strong></a></div>
                    <p class="quiet">\(page[.identityAndAccessLead])</p>
                    """))
                \(page.card(page[.thisAccount], page.facts([
                    (.accountName, "\(reader.accountName)"),
                    (.accountID, page.identifier(reader.account.description)),
                    (.signInAddress, address.link(page)),
                ])))
                </div>
                """)
    }
}

/// The address at which an account's IAM users sign in.
struct SignInAddress {
    let path: ConsolePath

    init(of reader: PageContext.Reader) { path = .accountSignIn(reader.accountLabel) }

    func text(_ page: PageContext) -> String { page.origin + path.description }

    func link(_ page: PageContext) -> HTML {
        """
        <span class="copyable"><a href="\(path)">\(text(page))</a>\
        \(page.copyButton(text(page)))</span>
        """
    }
}
