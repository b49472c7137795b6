import Credentials
import IAMIdentifiers
import Operations

/// What the link of a forgotten password opens: the new password is chosen here. Looking at the
/// page changes nothing, since mail programs look at links by themselves.
struct ResetPasswordPage: PublicPage {
    static let description = PageDescription(.resetPassword)
    static let address = PageAddress<Self>(["reset-password", "new"], [.text("token", \.token)])

    enum Form: String { case reset = "reset-password" }

    var token = ""

    struct View {
        var account: AccountID
        var problems = FormProblems()
    }

    func answer(_ request: PublicRequest) async throws -> Reply {
        guard !token.isEmpty else { return .redirect(ForgottenPasswordPage()) }
        let reset = PasswordReset(request.console.services)
        guard let link = RandomToken(token),
            let account = try await reset.account(ofLink: link, at: request.facts.now)
        else { return .page(Self.renderNotValid(request.page), status: 410) }
        var view = View(account: account)
        guard let form = request.form else { return .page(render(view, request.page)) }
        guard Form(rawValue: form) == .reset else {
            return .page(ErrorPages.malformed(request.page), status: 400)
        }
        view.problems = request.page.newPasswordProblems(request.fields)
        guard view.problems.isEmpty else {
            return .page(render(view, request.page), status: 400)
        }
        var isDone = false
        let refused = try await request.page.problems {
            isDone = try await reset.reset(
                link, to: Secret(request.fields["new"]), request.facts)
        }
        if let refused {
            view.problems = refused.problems
            return .page(render(view, request.page), status: refused.status)
        }
        guard isDone else { return .page(Self.renderNotValid(request.page), status: 410) }
        return .redirect(SignInPage(asRoot: true), .rootPasswordReset)
    }

    func render(_ view: View, _ page: PageContext) -> HTML {
        page.gate(
            page[.resetPasswordTitle],
            content: """
                \(page.summary(view.problems))
                <div class="card stack">
                <p><strong>\(page[.ofAccount(view.account.description)])</strong></p>
                <p>\(page[.resetPasswordText])</p>
                \(page.form(Form.reset, to: self, class: "stack", """
                    \(page.newPasswordFields(view.problems))
                    \(page.button(.resetPassword, .wide))
                    """))</div>
                """)
    }

    static func renderNotValid(_ page: PageContext) -> HTML {
        page.gate(
            page[.resetPasswordTitle],
            content: """
                <div class="card stack"><p>\(page[.resetLinkNotValid])</p>
                <p><a href="\(ForgottenPasswordPage())">\(page[.askForAnotherLink])</a></p></div>
                """)
    }
}
