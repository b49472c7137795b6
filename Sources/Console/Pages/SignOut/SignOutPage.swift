import Operations

/// Ends the session. A form only, so that no link or picture elsewhere can sign anyone out; the
/// address opened by hand asks first.
struct SignOutPage: PublicPage {
    static let description = PageDescription(.signOut, title: .signOut)
    static let address = PageAddress<Self>(["signout"])

    enum Form: String { case signOut = "sign-out" }

    func answer(_ request: PublicRequest) async throws -> Reply {
        guard request.form.flatMap(Form.init) == .signOut else {
            return .page(Self.render(request.page))
        }
        if let token = request.cookies[.session] {
            try await request.console.signIn.signOut(token, request.facts)
        }
        return .redirect(
            SignInPage(), cookies: [request.cookies.remove(.session)])
    }

    static func render(_ page: PageContext) -> HTML {
        page.gate(
            page[.signOut],
            content: """
                <div class="card stack"><p>\(page[.signOutQuestion])</p>
                \(page.form(Form.signOut, to: SignOutPage(), page.button(.signOut, .wide)))
                </div>
                """)
    }
}
