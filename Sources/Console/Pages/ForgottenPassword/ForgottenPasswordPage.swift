/// What to do about a forgotten password: who can set a new one, and how.
struct ForgottenPasswordPage: PublicPage {
    static let description = PageDescription(.forgottenPassword, title: .forgottenTitle)
    static let address = PageAddress<Self>(["reset-password"])

    func answer(_ request: PublicRequest) async throws -> Reply {
        .page(Self.render(request.page))
    }

    static func render(_ page: PageContext) -> HTML {
        page.gate(
            page[.forgottenTitle],
            content: """
                <div class="card stack"><div class="stack tight"><h2>\(page[.rootUser])</h2>
                <p>\(page[.forgottenRoot])</p>
                <p><code>gatehouse root reset-password</code></p></div>
                <hr class="rule">
                <div class="stack tight"><h2>\(page[.iamUser])</h2>
                <p>\(page[.forgottenUser])</p></div>
                <p><a href="\(SignInPage())">\(page[.backToSignIn])</a></p>
                </div>
                """)
    }
}
