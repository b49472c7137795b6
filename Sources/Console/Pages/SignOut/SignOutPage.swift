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
        let account = request.fields["account"]
        let next: any ConsolePage =
            account.isEmpty
            ? SignInPage() : AccountSignInPage(account: account, user: request.fields["user"])
        return .redirect(next, cookies: [request.cookies.remove(.session)])
    }

    /// A button that ends the root user's session and opens the sign-in page of an IAM user, with
    /// the account and the user's name filled in.
    static func button(
        _ kind: ButtonKind, to user: String, of principal: SignedInPrincipal, _ page: PageContext
    ) -> HTML {
        page.form(
            Form.signOut, to: SignOutPage(),
            """
            \(page.hidden("account", principal.accountLabel))\(page.hidden("user", user))\
            \(page.button(.signInInstead(user), kind))
            """)
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
