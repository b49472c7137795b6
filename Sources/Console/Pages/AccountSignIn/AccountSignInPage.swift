/// The sign-in page of one account, named by its ID or alias. What the address says is filled in,
/// and nothing is looked up: the page of an account that does not exist is the same.
struct AccountSignInPage: PublicPage {
    static let description = PageDescription(.accountSignIn, title: .signIn)
    static let address = PageAddress<Self>(["signin", .text(\.account)], [.text("user", \.user)])

    var account = ""
    /// Whose name is filled in; empty for nobody's.
    var user = ""

    func answer(_ request: PublicRequest) async throws -> Reply {
        try await SignInPage().answer(request, account: account, user: user)
    }
}
