import Credentials
import IAMIdentifiers
import Operations

/// What the link of a transfer opens: the new owner takes the account with a password of their own.
struct AcceptOwnershipPage: PasswordLinkPage {
    static let description = PageDescription(.acceptOwnership)
    static let address = PageAddress<Self>(["accept-ownership"], [.text("token", \.token)])

    static let done = Notice.ownershipAccepted
    static var withoutToken: any ConsolePage { SignInPage() }

    var token = ""

    func subject(
        _ link: RandomToken, _ request: PublicRequest
    ) async throws -> TransferOffer.Offered? {
        try await TransferOffer(request.console.services).offered(
            byLink: link, at: request.facts.now)
    }

    func take(
        _ password: Secret, _ link: RandomToken, _ request: PublicRequest
    ) async throws -> Bool {
        try await TransferOffer(request.console.services).accept(
            link, password: password, request.facts)
    }

    func render(
        _ offer: TransferOffer.Offered, _ problems: FormProblems, _ page: PageContext
    ) -> HTML {
        page.gate(
            page[.acceptTitle],
            content: """
                \(page.summary(problems))
                <div class="card stack">
                \(page.facts([
                    (.accountName, "\(offer.accountName)"),
                    (.accountID, "<code>\(offer.account.description)</code>"),
                    (.rootEmail, "\(offer.email)"),
                ]))
                <p>\(page[.acceptText])</p>
                \(passwordForm(.acceptOwnership, problems, page))</div>
                """)
    }

    static func renderNotValid(_ page: PageContext) -> HTML {
        page.gate(
            page[.acceptTitle],
            content: """
                <div class="card stack"><p>\(page[.offerNotValid])</p>
                <p><a href="\(SignInPage())">\(page[.backToSignIn])</a></p></div>
                """)
    }
}
