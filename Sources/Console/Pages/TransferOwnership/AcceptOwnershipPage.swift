import Credentials
import IAMIdentifiers
import Operations

/// What the link of a transfer opens: the new owner takes the account with a password of their own.
/// Looking at the page changes nothing.
struct AcceptOwnershipPage: PublicPage {
    static let description = PageDescription(.acceptOwnership)
    static let address = PageAddress<Self>(["accept-ownership"], [.text("token", \.token)])

    enum Form: String { case accept = "accept-ownership" }

    var token = ""

    struct View {
        var offer: TransferOffer.Offered
        var problems = FormProblems()
    }

    func answer(_ request: PublicRequest) async throws -> Reply {
        guard !token.isEmpty else { return .redirect(SignInPage()) }
        let transfer = TransferOffer(request.console.services)
        guard let link = RandomToken(token),
            let offer = try await transfer.offered(byLink: link, at: request.facts.now)
        else { return .page(Self.renderNotValid(request.page), status: 410) }
        var view = View(offer: offer)
        guard let form = request.form else { return .page(render(view, request.page)) }
        guard Form(rawValue: form) == .accept else {
            return .page(ErrorPages.malformed(request.page), status: 400)
        }
        view.problems = request.page.newPasswordProblems(request.fields)
        guard view.problems.isEmpty else {
            return .page(render(view, request.page), status: 400)
        }
        var isDone = false
        let refused = try await request.page.problems {
            isDone = try await transfer.accept(
                link, password: Secret(request.fields["new"]), request.facts)
        }
        if let refused {
            view.problems = refused.problems
            return .page(render(view, request.page), status: refused.status)
        }
        guard isDone else { return .page(Self.renderNotValid(request.page), status: 410) }
        return .redirect(SignInPage(asRoot: true), .ownershipAccepted)
    }

    func render(_ view: View, _ page: PageContext) -> HTML {
        page.gate(
            page[.acceptTitle],
            content: """
                \(page.summary(view.problems))
                <div class="card stack">
                \(page.facts([
                    (.accountName, "\(view.offer.accountName)"),
                    (.accountID, "<code>\(view.offer.account.description)</code>"),
                    (.rootEmail, "\(view.offer.email)"),
                ]))
                <p>\(page[.acceptText])</p>
                \(page.form(Form.accept, to: self, class: "stack", """
                    \(page.newPasswordFields(view.problems))
                    \(page.button(.acceptOwnership, .wide))
                    """))</div>
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
